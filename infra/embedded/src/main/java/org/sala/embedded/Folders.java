package org.sala.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/** Folders that hold a server's data: their owner's alone. */
final class Folders {
    private Folders() {}

    static void makePrivate(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException problem) {
            throw new ServerUnavailable("Can't write to " + folder + ": " + problem, problem);
        }
    }

    static boolean canMakePrivate(Path folder) {
        try {
            makePrivate(folder);
            return Files.isWritable(folder);
        } catch (ServerUnavailable readOnly) {
            return false;
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var content = Files.walk(folder)) {
            for (var path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
