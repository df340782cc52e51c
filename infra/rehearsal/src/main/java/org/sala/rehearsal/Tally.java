package org.sala.rehearsal;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sala.rehearsal.RehearsalReport.Durations;

/** What came of what was sent, counted by many senders at once. */
final class Tally {

    private final Map<String, Integer> sent = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private final Map<String, Integer> unexpected = new TreeMap<>();
    private final Map<String, Attempt> attempted = new HashMap<>();
    private final List<Long> decided = new ArrayList<>();
    private int attempts;
    private int sentAgain;
    private Instant latest;

    /** A request that may have led to events: which step it was for, and when it went out. */
    record Attempt(int step, Instant at) {}

    /** @param first when the first step is, by the summit's own clock */
    Tally(Instant first) {
        latest = first;
    }

    synchronized void sending(Step step, String correlation, Instant now) {
        attempts++;
        attempted.put(correlation, new Attempt(step.number(), now));
    }

    /** It goes out again; what came of this attempt is not known, so its correlation may still show up. */
    synchronized void sendingAgain() {
        sentAgain++;
    }

    synchronized void taken(Step step, long nanos) {
        finished(step);
        decided.add(nanos);
        if (!step.outcome().allowsTaken()) {
            unexpected.merge(name(step) + " was taken, and had to be refused", 1, Integer::sum);
        }
    }

    synchronized void refused(Step step, String correlation, String reason) {
        finished(step);
        attempted.remove(correlation);
        if (step.outcome().allows(reason)) {
            refused.merge(name(step) + ": " + reason, 1, Integer::sum);
        } else {
            unexpected.merge(name(step) + " was refused: " + reason, 1, Integer::sum);
        }
    }

    private void finished(Step step) {
        sent.merge(name(step), 1, Integer::sum);
        latest = step.at().isAfter(latest) ? step.at() : latest;
    }

    private static String name(Step step) {
        var name = step.command().getClass().getAnnotation(JsonTypeName.class);
        return name == null ? step.command().getClass().getSimpleName() : name.value();
    }

    /** The requests that may have led to events, by their correlation. */
    synchronized Map<String, Attempt> attempted() {
        return Map.copyOf(attempted);
    }

    /** How many commands were taken. */
    synchronized int takenCount() {
        return decided.size();
    }

    synchronized Map<String, Integer> sent() {
        return new TreeMap<>(sent);
    }

    synchronized Map<String, Integer> refused() {
        return new TreeMap<>(refused);
    }

    synchronized Map<String, Integer> unexpected() {
        return new TreeMap<>(unexpected);
    }

    synchronized Durations decided() {
        return Durations.of(decided);
    }

    synchronized int attempts() {
        return attempts;
    }

    synchronized int sentAgainCount() {
        return sentAgain;
    }

    synchronized int count() {
        return sum(sent);
    }

    synchronized int refusedCount() {
        return sum(refused);
    }

    synchronized int unexpectedCount() {
        return sum(unexpected);
    }

    synchronized Instant latest() {
        return latest;
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
