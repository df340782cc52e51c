package org.sala.pdf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Somebody else's program, to which ours is compared. */
record Tool(String name) {

    /** Skips the test where there is none, with how to get it; {@code infra/bin/test} installs what it may. */
    static Tool of(String name, String debianPackage) {
        if (Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .noneMatch(folder -> Files.isExecutable(Path.of(folder, name)))) {
            var missing = "Skipped: no %s here, install %s".formatted(name, debianPackage);
            System.err.println(missing);
            Assumptions.abort(missing);
        }
        return new Tool(name);
    }

    /** What it prints for some input. */
    List<String> run(Path input, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(name));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .redirectInput(input.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LC_ALL", "C.UTF-8");
        var process = builder.start();
        var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(name).isZero();
        return printed.lines().toList();
    }
}
