package org.sala.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Lines for whoever started the platform and waits. */
final class Progress {
    private final PrintStream output;
    private final Instant started;

    /** @param started when the command was given, which is before this JVM was there */
    Progress(PrintStream output, Instant started) {
        this.output = output;
        this.started = started;
    }

    void step(String line) {
        output.printf(Locale.ROOT, "[%5.1f s] %s%n", elapsed().toMillis() / 1000.0, line);
    }

    void say(String line) {
        output.println(line);
    }

    Duration elapsed() {
        return Duration.between(started, Instant.now());
    }
}
