package org.sala.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** The passwords that the page made up for its first accounts: shown once, then only their hashes are left. */
record FirstPasswords(DataFolder data) {

    /** Lines of account and password; none when they were shown by an earlier start. */
    List<String> unseen() {
        try {
            return Files.exists(data.firstPasswords()) ? Files.readAllLines(data.firstPasswords()) : List.of();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(data.firstPasswords());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
