package org.sala.benchmarks.bars;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A record that holds the last table between two marks; what is written around it stays. */
public record DecisionRecord(Path file) {

    private static final String BEGIN = "<!-- measured: begin -->\n";
    private static final String END = "<!-- measured: end -->\n";

    /** Puts this in the place of what was measured before. */
    public void write(String measured) throws IOException {
        var text = Files.readString(file);
        var begin = text.indexOf(BEGIN);
        var end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException(file + " has no place for what is measured");
        }
        Files.writeString(file, text.substring(0, begin) + BEGIN + measured + text.substring(end));
    }
}
