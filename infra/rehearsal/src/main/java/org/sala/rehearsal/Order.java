package org.sala.rehearsal;

import java.io.Serial;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the command line asks for.
 *
 * @param door how many people a minute come through a door, where that is asked for instead of a summit
 * @param list how many people are on a list that is imported, where that is asked for instead of a summit
 */
record Order(Performance performance, Addresses addresses, Path key, OptionalInt door, OptionalInt list) {

    /** The command line makes no sense; the message says why. */
    static final class Unclear extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private Unclear(String message) {
            super(message);
        }
    }

    /** @throws Unclear where an option is not known, or its value makes no sense */
    static Order of(String... arguments) {
        var performance = Performance.live(Double.POSITIVE_INFINITY);
        var speed = performance.speed();
        var seed = performance.seed();
        var senders = performance.senders();
        var summit = performance.summit();
        var copy = performance.copy();
        var mishaps = true;
        var door = OptionalInt.empty();
        var list = OptionalInt.empty();
        var usual = Addresses.usual();
        var registration = usual.registration();
        var sessions = usual.sessions();
        var marketplace = usual.marketplace();
        var feedback = usual.feedback();
        var ui = usual.ui();
        var key = Rehearsal.USUAL_KEY;
        var left = new ArrayDeque<>(List.of(arguments));
        while (!left.isEmpty()) {
            var option = left.remove();
            if (option.equals("--orderly")) {
                mishaps = false;
                continue;
            }
            var value = left.poll();
            if (value == null) {
                throw new Unclear(option + " is not known, or needs a value after it");
            }
            try {
                switch (option) {
                    case "--speed" ->
                        speed = value.equals("max") ? Double.POSITIVE_INFINITY : Double.parseDouble(value);
                    case "--seed" -> seed = Long.parseLong(value);
                    case "--door" -> door = OptionalInt.of(Integer.parseInt(value));
                    case "--list" -> list = OptionalInt.of(Integer.parseInt(value));
                    case "--senders" -> senders = Integer.parseInt(value);
                    case "--summit" -> summit = value;
                    case "--copy" -> copy = value;
                    case "--key" -> key = Path.of(value);
                    case "--registration" -> registration = URI.create(value);
                    case "--sessions" -> sessions = URI.create(value);
                    case "--marketplace" -> marketplace = URI.create(value);
                    case "--feedback" -> feedback = URI.create(value);
                    case "--ui" -> ui = URI.create(value);
                    default -> throw new Unclear(option + " is not known");
                }
            } catch (IllegalArgumentException e) {
                throw new Unclear(option + " has a value that makes no sense");
            }
        }
        try {
            return new Order(
                    new Performance(summit, copy, seed, speed, senders, mishaps, performance.patience()),
                    new Addresses(registration, sessions, marketplace, feedback, ui),
                    key,
                    door,
                    list);
        } catch (IllegalArgumentException e) {
            throw new Unclear(e.getMessage() == null ? "the options make no sense" : e.getMessage());
        }
    }
}
