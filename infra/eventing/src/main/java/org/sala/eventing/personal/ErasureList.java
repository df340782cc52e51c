package org.sala.eventing.personal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Who was erased, or which kind of their data, one line each, in a file apart from the database: a database that is restored from before an erasure
 * brings the person's key back, and this list takes it away again. Lines are only ever added. It belongs into the
 * backup, and never back to an older state.
 */
public final class ErasureList {

    private final Path file;

    public ErasureList(Path file) {
        this.file = file;
    }

    /** Adds a key that is destroyed, and returns when the line is on the disk. */
    void add(KeyId key, Instant at) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var channel = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                // the leading end of line closes what a crash may have left half written
                channel.write(
                        ByteBuffer.wrap(("\n" + key.written() + " " + at + " .").getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whose keys were destroyed, and of which kind, in that order. */
    Set<KeyId> keys() {
        try {
            var keys = new LinkedHashSet<KeyId>();
            if (Files.exists(file)) {
                for (var line : Files.readAllLines(file)) {
                    // a line that was cut short has no full stop, and its key was not destroyed yet
                    if (line.endsWith(" .")) {
                        keys.add(KeyId.read(line.substring(0, line.indexOf(' '))));
                    }
                }
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
