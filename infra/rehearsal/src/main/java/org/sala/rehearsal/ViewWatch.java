package org.sala.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sala.ports.CommandClient;
import org.sala.ports.NotSignedIn;
import org.sala.ports.PortUnreachable;
import org.sala.ports.Role;
import org.sala.rehearsal.RehearsalReport.Durations;
import org.sala.rehearsal.RehearsalReport.Views;
import org.sala.rehearsal.Tally.Attempt;
import tools.jackson.core.type.TypeReference;

/**
 * Measures how long the ui took to take in what came of commands, from its timeline: each event there has the
 * correlation of the request that led to it, and when it was taken in.
 */
final class ViewWatch {

    private static final List<String> CONTEXTS = List.of("registration", "sessions", "marketplace", "feedback");
    private static final int PAGE = 1_000;
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /** What is read of an event in the timeline. */
    record Row(
            long position,
            @Nullable String correlation,
            @Nullable Instant takenAt) {}

    private final CommandClient ui;
    private final Tokens tokens;
    private final Map<String, Long> through = new HashMap<>();

    ViewWatch(CommandClient ui, Tokens tokens) {
        this.ui = ui;
        this.tokens = tokens;
    }

    /**
     * Reads on until nothing more comes.
     *
     * @param attempted the requests that may have led to events, by their correlation
     * @param taken how many commands were taken
     */
    Views measured(Map<String, Attempt> attempted, int taken) throws InterruptedException {
        var took = new ArrayList<Long>();
        var seen = new HashSet<Integer>();
        var began = System.nanoTime();
        var latest = began;
        try {
            while (seen.size() < taken
                    && System.nanoTime() - latest < QUIET.toNanos()
                    && System.nanoTime() - began < LONGEST_WAIT.toNanos()) {
                var came = false;
                for (var context : CONTEXTS) {
                    for (var row : rows(context)) {
                        came = true;
                        var sent = row.correlation() == null ? null : attempted.get(row.correlation());
                        if (sent != null && row.takenAt() != null) {
                            seen.add(sent.step());
                            took.add(Duration.between(sent.at(), row.takenAt()).toNanos());
                        }
                    }
                }
                if (came) {
                    latest = System.nanoTime();
                } else {
                    Thread.sleep(BETWEEN_LOOKS);
                }
            }
        } catch (PortUnreachable e) {
            return new Views(Durations.of(took), taken - seen.size(), Optional.ofNullable(e.getMessage()));
        } catch (NotSignedIn e) {
            return new Views(Durations.of(took), taken - seen.size(), Optional.of("the ui doesn't take the token"));
        }
        return new Views(Durations.of(took), taken - seen.size(), Optional.empty());
    }

    private List<Row> rows(String context) {
        var after = through.getOrDefault(context, 0L);
        var rows = ui.ask(
                "/api/timeline?context=" + context + "&after=" + after + "&limit=" + PAGE,
                new TypeReference<List<Row>>() {},
                tokens.of(Role.AUDITOR));
        rows.forEach(row -> through.merge(context, row.position(), Math::max));
        return rows;
    }
}
