package org.sala.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Under which account PostgreSQL's programs run: they refuse to run as root. */
enum ServerAccount {
    /** Whoever runs this process. */
    OWN,
    /** Root outside, nobody inside: files stay root's, nothing has to be handed over. */
    USER_NAMESPACE,
    /** Where user namespaces are forbidden, as in most containers. */
    NOBODY;

    private List<String> prefix() {
        return switch (this) {
            case OWN -> List.of();
            case USER_NAMESPACE -> List.of("unshare", "--user");
            case NOBODY -> List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        };
    }

    static ServerAccount ofThisProcess() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return OWN;
        }
        return Stream.of(USER_NAMESPACE, NOBODY)
                .filter(account -> account.run(List.of("true")).succeeded())
                .findFirst()
                .orElseThrow(
                        () -> new ServerUnavailable(
                                "PostgreSQL doesn't run as root, and neither unshare nor setpriv works here: run as another user"));
    }

    void handOver(Path folder) {
        if (this == NOBODY) {
            var chown = OWN.run(List.of("chown", "-R", "65534:65534", folder.toString()));
            if (!chown.succeeded()
                    || !run(List.of("test", "-x", folder.toString())).succeeded()) {
                throw new ServerUnavailable("PostgreSQL doesn't run as root, and another user can't be let into "
                        + folder + ": choose a folder that everybody can reach, or run as another user");
            }
        }
    }

    Outcome run(List<String> command) {
        var whole = Stream.concat(prefix().stream(), command.stream()).toList();
        try {
            var process = new ProcessBuilder(whole).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output.strip());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServerUnavailable("Interrupted while " + command.getFirst() + " ran", interrupted);
        } catch (IOException notFound) {
            return new Outcome(127, String.valueOf(notFound.getMessage()));
        }
    }

    record Outcome(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }

        String lastLine() {
            return output.lines().reduce((_, last) -> last).orElse("");
        }
    }
}
