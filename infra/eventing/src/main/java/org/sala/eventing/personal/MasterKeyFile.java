package org.sala.eventing.personal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.SecretFile;

/**
 * The master key in a file that its owner alone may read, in Tink's JSON. While it is being rotated, the file holds the
 * old key beside the new one. Looks at the file again when it has changed, since another process may rotate it.
 */
public final class MasterKeyFile implements MasterKey {

    private final Path file;
    private @Nullable Read read;

    private record Read(FileTime changed, long size, KeysetHandle keys, Aead aead) {}

    public MasterKeyFile(Path file) {
        this.file = file;
    }

    @Override
    public synchronized Optional<Aead> aead() {
        return present().map(Read::aead);
    }

    /** Makes the key where there is none yet. */
    void make() {
        write(Tink.newKeyset(), false);
    }

    boolean isThere() {
        return Files.exists(file);
    }

    /** Puts a new key beside those that are there; from now on it wraps, and all of them unwrap. */
    void addNew() {
        change(Tink::withNewKey);
    }

    /** Forgets every key but the one that wraps. */
    void forgetOld() {
        change(Tink::primaryOf);
    }

    private interface Change {
        KeysetHandle of(KeysetHandle keys) throws GeneralSecurityException;
    }

    private void change(Change change) {
        var keys = present()
                .orElseThrow(() -> new IllegalStateException("there is no master key in " + file))
                .keys();
        try {
            write(change.of(keys), true);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized Optional<Read> present() {
        try {
            if (!Files.exists(file)) {
                read = null;
                return Optional.empty();
            }
            var changed = Files.getLastModifiedTime(file);
            var size = Files.size(file);
            if (read == null || !read.changed().equals(changed) || read.size() != size) {
                var keys = Tink.fromClear(Files.readString(file));
                read = new Read(changed, size, keys, Tink.aead(keys));
            }
            return Optional.of(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(file + " holds no key that wraps others", e);
        }
    }

    private synchronized void write(KeysetHandle keys, boolean replace) {
        try {
            var content = Tink.inClear(keys) + "\n";
            if (replace) {
                SecretFile.replace(file, content);
            } else {
                SecretFile.make(file, content);
            }
            read = null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
