package org.sala.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.sala.ports.Correlation;
import org.sala.ports.NotSignedIn;
import org.sala.ports.PortUnreachable;

/**
 * Sends steps, several at once. What is refused only because a module hasn't heard of something yet is sent again, and so
 * is what got no answer: a repeated command changes nothing.
 */
final class Player {

    private static final Duration AGAIN_AT_FIRST = Duration.ofMillis(20);
    private static final Duration AGAIN_AT_LAST = Duration.ofSeconds(1);
    private static final Duration LEFT_ALONE = Duration.ofMillis(200);
    private static final Duration BETWEEN_TOLD = Duration.ofMillis(250);

    private final Ports ports;
    private final Tokens tokens;
    private final InstantSource clock;
    private final Performance performance;
    private final List<Step> steps;
    private final Tally tally;
    private final Map<Integer, Trouble> troubles = new ConcurrentHashMap<>();
    /** Until when a module that is away is left alone, by its api's package. */
    private final Map<String, Long> away = new ConcurrentHashMap<>();

    private final AtomicReference<Optional<String>> givenUp = new AtomicReference<>(Optional.empty());

    /** A step that has to be sent again: how often it was, and since when. */
    private record Trouble(int times, long since, String what) {}

    Player(List<Step> steps, Ports ports, Tokens tokens, InstantSource clock, Performance performance) {
        this.steps = List.copyOf(steps);
        this.tally = new Tally(
                this.steps.stream().map(Step::at).min(Instant::compareTo).orElse(Instant.EPOCH));
        this.ports = ports;
        this.tokens = tokens;
        this.clock = clock;
        this.performance = performance;
    }

    /**
     * Plays all steps; returns when the last is decided, or when it had to give up.
     *
     * @return why it gave up; empty when it didn't
     */
    Optional<String> play(ZoneId zone, Progress progress) throws InterruptedException {
        var agenda = new Agenda(steps, new Tempo(steps.stream().map(Step::at).toList(), performance.speed()));
        var senders = new ArrayList<Thread>();
        for (var i = 0; i < performance.senders(); i++) {
            senders.add(Thread.ofVirtual().name("rehearsal-" + i).start(() -> send(agenda)));
        }
        try {
            var over = false;
            while (!over) {
                over = agenda.isOver(BETWEEN_TOLD);
                progress.is(new Progress.State(
                        tally.count(),
                        steps.size(),
                        tally.latest().atZone(zone),
                        tally.refusedCount(),
                        tally.unexpectedCount(),
                        troubles.values().stream().map(Trouble::what).findAny()));
            }
        } finally {
            agenda.stop();
            for (var sender : senders) {
                sender.join();
            }
        }
        return givenUp.get();
    }

    Tally tally() {
        return tally;
    }

    private void send(Agenda agenda) {
        try {
            for (var step = agenda.next(); step.isPresent(); step = agenda.next()) {
                send(step.get(), agenda);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            agenda.stop();
        } catch (RuntimeException e) {
            giveUp("a sender failed with " + e.getClass().getName(), agenda);
            throw e;
        }
    }

    private void send(Step step, Agenda agenda) {
        var module = step.command().getClass().getPackageName();
        var leftAlone = away.getOrDefault(module, System.nanoTime()) - System.nanoTime();
        if (leftAlone > 0) {
            agenda.again(step, Duration.ofNanos(leftAlone));
            return;
        }
        var correlation = UUID.randomUUID().toString();
        tally.sending(step, correlation, clock.instant());
        var began = System.nanoTime();
        try {
            Correlation.within(correlation, () -> {
                ports.send(step.command(), tokens.of(step.role()));
                return step;
            });
            tally.taken(step, System.nanoTime() - began);
            away.remove(module);
            finish(step, agenda);
        } catch (Refused refused) {
            if (refused.mayPass() && !step.outcome().allows(refused.reason()) && isBearable(step)) {
                again(step, "a module to hear of what another decided (" + refused.reason() + ")", agenda);
            } else {
                tally.refused(step, correlation, refused.reason());
                finish(step, agenda);
            }
        } catch (PortUnreachable unreachable) {
            var what = unreachable.getMessage() == null ? "a module" : unreachable.getMessage();
            if (isBearable(step)) {
                away.put(module, System.nanoTime() + LEFT_ALONE.toNanos());
                again(step, what, agenda);
            } else {
                giveUp(what, agenda);
            }
        } catch (NotSignedIn e) {
            giveUp("the modules don't take the rehearsal's token: is it signed with the platform's key?", agenda);
        }
    }

    private void finish(Step step, Agenda agenda) {
        troubles.remove(step.number());
        agenda.done(step);
    }

    private boolean isBearable(Step step) {
        var trouble = troubles.get(step.number());
        return trouble == null
                || System.nanoTime() - trouble.since() < performance.patience().toNanos();
    }

    private void again(Step step, String what, Agenda agenda) {
        tally.sendingAgain();
        var trouble = troubles.get(step.number());
        var times = trouble == null ? 0 : trouble.times();
        troubles.put(
                step.number(), new Trouble(times + 1, trouble == null ? System.nanoTime() : trouble.since(), what));
        var wait = AGAIN_AT_FIRST.multipliedBy(1L << Math.min(times, 10));
        agenda.again(step, wait.compareTo(AGAIN_AT_LAST) < 0 ? wait : AGAIN_AT_LAST);
    }

    private void giveUp(String why, Agenda agenda) {
        givenUp.compareAndSet(Optional.empty(), Optional.of(why));
        agenda.stop();
    }
}
