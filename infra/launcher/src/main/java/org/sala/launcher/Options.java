package org.sala.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param root the checkout, under which the executable jars lie
 * @param data the folder that everything is kept in
 * @param ports where everything listens
 * @param apart whether each application gets its own process
 * @param only the one application to start beside a platform that runs apart already
 * @param rehearsalSpeed how many times faster than life a summit is played live; empty when none is
 */
record Options(
        Path root, Path data, Ports ports, boolean apart, Optional<Application> only, Optional<Double> rehearsalSpeed) {

    static final double REHEARSAL_SPEED = 600;

    /** @throws InvalidOption with what is wrong, in one line */
    static Options parse(Path root, String... arguments) {
        var data = root.resolve(".data");
        var ports = Ports.USUAL;
        var apart = false;
        var rehearse = false;
        var only = Optional.<Application>empty();
        var speed = Optional.<Double>empty();
        Deque<String> left = new ArrayDeque<>(Arrays.asList(arguments));
        while (!left.isEmpty()) {
            var option = left.pop();
            switch (option) {
                case "--data" -> data = Path.of(value(option, left)).toAbsolutePath();
                case "--port" -> ports = Ports.from(port(value(option, left)));
                case "--apart" -> apart = true;
                case "--only" -> only = Optional.of(application(value(option, left)));
                case "--rehearse" -> rehearse = true;
                case "--speed" -> speed = Optional.of(speed(value(option, left)));
                default -> throw new InvalidOption("Unknown option " + option + ": --help lists what there is");
            }
        }
        if (only.isPresent() && !apart) {
            throw new InvalidOption("--only starts one application of a platform that runs --apart: give both");
        }
        if (only.isPresent() && rehearse) {
            throw new InvalidOption("--rehearse plays on the whole platform: leave --only out");
        }
        if (speed.isPresent() && !rehearse) {
            throw new InvalidOption("--speed is the speed of --rehearse: give both");
        }
        return new Options(
                root,
                data.normalize(),
                ports,
                apart,
                only,
                rehearse ? speed.or(() -> Optional.of(REHEARSAL_SPEED)) : speed);
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty()) {
            throw new InvalidOption(option + " needs a value after it");
        }
        return left.pop();
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= Ports.HIGHEST) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // said below, with the numbers that are refused
        }
        throw new InvalidOption("--port takes a number from 1 to " + Ports.HIGHEST + ", not " + text);
    }

    private static double speed(String text) {
        try {
            double speed = Double.parseDouble(text);
            if (speed > 0 && Double.isFinite(speed)) {
                return speed;
            }
        } catch (NumberFormatException notANumber) {
            // said below, with the numbers that are refused
        }
        throw new InvalidOption("--speed takes how many times faster than life to play, such as 60, not " + text);
    }

    private static Application application(String name) {
        return Arrays.stream(Application.values())
                .filter(application -> application.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidOption("--only takes one of "
                        + String.join(
                                ", ",
                                Arrays.stream(Application.values())
                                        .map(Application::id)
                                        .toList()) + ", not "
                        + name));
    }

    /** The command line makes no sense; the message is one line. */
    static final class InvalidOption extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InvalidOption(String message) {
            super(message);
        }
    }
}
