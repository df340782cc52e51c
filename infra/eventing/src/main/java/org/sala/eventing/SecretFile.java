package org.sala.eventing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files that hold a secret: readable by their owner alone from their first moment, and never half written. */
public final class SecretFile {

    private SecretFile() {}

    /**
     * Makes a file, with its folder, unless there is one: another process that was faster keeps its own, which is as good.
     *
     * @throws UncheckedIOException where it can't be written
     */
    public static void make(Path file, String content) {
        try {
            // unlike a move, a link never replaces what another process has just made
            write(file, content, partial -> Files.createLink(file, partial));
        } catch (FileAlreadyExistsException e) {
            // there is one, and nothing was changed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Puts another content in a file's place, at once.
     *
     * @throws UncheckedIOException where it can't be written
     */
    public static void replace(Path file, String content) {
        try {
            write(file, content, partial -> Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Put {
        void put(Path partial) throws IOException;
    }

    private static void write(Path file, String content, Put put) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var partial = Files.createTempFile(
                folder,
                file.getFileName().toString(),
                ".partial",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(partial, content);
            put.put(partial);
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}
