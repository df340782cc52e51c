package org.sala.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.sala.embedded.FolderLock;
import org.sala.embedded.ServerUnavailable;

/** What is kept between starts, and where. The folder is its owner's alone. */
record DataFolder(Path path) {

    static DataFolder at(Path path) {
        var folder = new DataFolder(path);
        try {
            for (var each : new Path[] {path, folder.logs(), folder.keys(), folder.processes()}) {
                Files.createDirectories(each);
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException problem) {
            throw new ServerUnavailable("Can't write to " + path + ": " + problem, problem);
        }
        return folder;
    }

    /** @throws ServerUnavailable when another process runs the platform on this folder */
    FolderLock lock() {
        return FolderLock.take(path);
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    Path logs() {
        return path.resolve("logs");
    }

    Path log(Application application) {
        return logs().resolve(application.id() + ".log");
    }

    Path keys() {
        return path.resolve("keys");
    }

    /** Where the ui writes the passwords that it had to make up; gone once they have been printed. */
    Path firstPasswords() {
        return keys().resolve("first-passwords");
    }

    /** Ids of the applications' processes when they run apart. */
    Path processes() {
        return path.resolve("processes");
    }

    Path samplePlayed() {
        return path.resolve("sample-played");
    }
}
