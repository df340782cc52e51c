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
 * Who was erased, one line each, in a file apart from the database: a database that is restored from before an erasure
 * brings the person's key back, and this list takes it away again. Lines are only ever added. It belongs into the
 * backup, and never back to an older state.
 */
public final class ErasureList {

    private final Path file;

    public ErasureList(Path file) {
        this.file = file;
    }

    /** Adds a person, and returns when the line is on the disk. */
    void add(String subject, Instant at) {
        if (subject.isBlank() || subject.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("an id holds no white space");
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var channel = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                // the leading end of line closes what a crash may have left half written
                channel.write(ByteBuffer.wrap(("\n" + subject + " " + at + " .").getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All who were erased, in the order of their erasure. */
    Set<String> subjects() {
        try {
            var subjects = new LinkedHashSet<String>();
            if (Files.exists(file)) {
                for (var line : Files.readAllLines(file)) {
                    // a line that was cut short has no full stop, and its key was not destroyed yet
                    if (line.endsWith(" .")) {
                        subjects.add(line.substring(0, line.indexOf(' ')));
                    }
                }
            }
            return subjects;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
