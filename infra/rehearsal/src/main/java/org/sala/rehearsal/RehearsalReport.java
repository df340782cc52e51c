package org.sala.rehearsal;

import java.time.Duration;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a rehearsal did and what came of it. Nothing in it is anybody's name, contact or words.
 *
 * @param sent how many commands were decided, by the command's name
 * @param attempts how many requests that took
 * @param sentAgain how many of them were sent again, because there was no answer, or a module hadn't heard yet
 * @param refused how many were refused as they should be, by command and reason
 * @param unexpected how many came out as they should not, in words
 * @param decided how long the modules took to answer a command that they took
 * @param took from the first command to the last answer
 * @param views how long until the ui had taken in what came of a command
 * @param figures what the summit's own files say the views must show
 * @param givenUp why it stopped before its end; empty when it didn't
 */
public record RehearsalReport(
        Map<String, Integer> sent,
        int attempts,
        int sentAgain,
        Map<String, Integer> refused,
        Map<String, Integer> unexpected,
        Durations decided,
        Duration took,
        Views views,
        Figures figures,
        Optional<String> givenUp) {

    /** Whether everything came out as it should. */
    public boolean isGood() {
        return givenUp.isEmpty() && unexpected.isEmpty();
    }

    /**
     * How long something took: the median and the value that 99 of 100 stay under.
     *
     * @param count how many were measured; zero: the others mean nothing
     */
    public record Durations(int count, Duration p50, Duration p99, Duration longest) {

        static Durations of(List<Long> nanos) {
            if (nanos.isEmpty()) {
                return new Durations(0, Duration.ZERO, Duration.ZERO, Duration.ZERO);
            }
            var sorted = nanos.stream().sorted().toList();
            return new Durations(sorted.size(), at(sorted, 0.50), at(sorted, 0.99), at(sorted, 1));
        }

        private static Duration at(List<Long> sorted, double share) {
            return Duration.ofNanos(sorted.get((int) Math.ceil(share * sorted.size()) - 1));
        }

        @Override
        public String toString() {
            return count == 0
                    ? "none measured"
                    : "p50 %s, p99 %s, longest %s (%,d measured)"
                            .formatted(inWords(p50), inWords(p99), inWords(longest), count);
        }
    }

    /**
     * From a command to the ui's views.
     *
     * @param taken from the moment a command was first sent until the ui had stored what came of it, by its own clock;
     *     the push to a browser comes after and is not in it
     * @param unmeasured commands that were taken and whose event the ui didn't tell: repeats, anonymous notes (which tell
     *     no time), and whatever it had not taken in when the rehearsal stopped looking
     * @param trouble why nothing could be measured; empty when it could
     */
    public record Views(Durations taken, int unmeasured, Optional<String> trouble) {}

    /** For people, on a terminal. */
    public String inWords() {
        var text = new Formatter(Locale.ROOT);
        text.format(
                "Sent %,d commands in %s (%,d requests, %,d of them again):%n",
                total(sent), inWords(took), attempts, sentAgain);
        each(text, sent);
        text.format("Refused as they should be: %,d%n", total(refused));
        each(text, refused);
        text.format("Came out as they should not: %,d%n", total(unexpected));
        each(text, unexpected);
        text.format("From command to decision, answered over HTTP: %s%n", decided);
        text.format("From command to view, stored by the ui (before the push to browsers): %s%n", views.taken());
        if (views.unmeasured() > 0) {
            text.format(
                    "  of %,d commands the ui tells no time: repeats and anonymous notes, or not taken in yet%n",
                    views.unmeasured());
        }
        views.trouble().ifPresent(trouble -> text.format("  not measured: %s%n", trouble));
        text.format("What the summit's files say the views show now:%n%s", figures.inWords());
        givenUp.ifPresent(why -> text.format("Given up before the end: %s%n", why));
        return text.toString();
    }

    private static int total(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static void each(Formatter text, Map<String, Integer> counts) {
        counts.forEach((name, count) -> text.format("  %,6d  %s%n", count, name));
    }

    static String inWords(Duration duration) {
        var millis = duration.toNanos() / 1e6;
        return millis < 1_000
                ? String.format(Locale.ROOT, "%.0f ms", millis)
                : String.format(Locale.ROOT, "%.1f s", millis / 1_000);
    }
}
