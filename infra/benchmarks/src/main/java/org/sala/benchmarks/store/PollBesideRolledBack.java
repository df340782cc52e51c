package org.sala.benchmarks.store;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.sala.benchmarks.bars.Bar;
import org.sala.benchmarks.bars.Comparison;
import org.sala.benchmarks.bars.Contestant;
import org.sala.benchmarks.bars.Ground;
import org.sala.benchmarks.engines.AxonEngine;
import org.sala.benchmarks.engines.AxonJdbc;
import org.sala.benchmarks.engines.Ours;
import org.sala.benchmarks.engines.Sample;

/**
 * A reader at the end of the history fetches an event that was just stored; before it, 10,000 were rolled back. A
 * rolled-back event has taken a number that will never be seen.
 */
final class PollBesideRolledBack implements Comparison {

    private static final int ROLLED_BACK = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String OURS_BESIDE = "ours, beside 10,000 rolled back";
    private static final String OURS_WITHOUT = "ours, without";
    private static final String AXON_BESIDE = "Axon JDBC, beside 10,000 rolled back";
    private static final String AXON_WITHOUT = "Axon JDBC, without";

    private final HikariDataSource beside;
    private final HikariDataSource without;
    private final List<Contestant> contestants;

    PollBesideRolledBack(Ground ground) {
        this.beside = ground.newDatabase();
        this.without = ground.newDatabase();
        var polls = ground.effort().scaled(200);
        this.contestants = List.of(
                new Reader(Ours.on(beside), ROLLED_BACK, polls).as(OURS_BESIDE),
                new Reader(Ours.on(without), 0, polls).as(OURS_WITHOUT),
                new Reader(AxonJdbc.with(beside, AxonJdbc.DEFAULT_BATCH), ROLLED_BACK, polls).as(AXON_BESIDE),
                new Reader(AxonJdbc.with(without, AxonJdbc.DEFAULT_BATCH), 0, polls).as(AXON_WITHOUT));
    }

    @Override
    public String title() {
        return "poll at the end of the history";
    }

    @Override
    public String unit() {
        return "ms";
    }

    @Override
    public List<Contestant> contestants() {
        return contestants;
    }

    @Override
    public List<Bar> bars() {
        return List.of(Bar.atMost(1.2, OURS_WITHOUT).of(OURS_BESIDE), Bar.witness(AXON_BESIDE, AXON_WITHOUT));
    }

    @Override
    public void close() {
        beside.close();
        without.close();
    }

    /** Keeps its token from poll to poll, as processors do. */
    private static final class Reader {

        private final AxonEngine engine;
        private final int rolledBack;
        private final int polls;
        private @Nullable TrackingToken token;

        private Reader(AxonEngine engine, int rolledBack, int polls) {
            this.engine = engine;
            this.rolledBack = rolledBack;
            this.polls = polls;
        }

        private Contestant as(String name) {
            return new Contestant(name, this::millisecondsAPoll);
        }

        /** The median. New ones are rolled back each time: those that are a minute old, Axon's engine leaves out. */
        private double millisecondsAPoll() {
            engine.append(Sample.newAggregate(1));
            poll();
            for (var i = 0; i < rolledBack / 100; i++) {
                engine.rollBack(Sample.newAggregate(100));
            }
            engine.append(Sample.newAggregate(1));
            poll();
            var times = new ArrayList<Double>();
            for (var i = 0; i < polls; i++) {
                engine.append(Sample.newAggregate(1));
                var began = System.nanoTime();
                poll();
                times.add((System.nanoTime() - began) / 1e6);
            }
            times.sort(null);
            return times.get(polls / 2);
        }

        /** Until the event is there: another transaction of the server may hold its position back for a moment. */
        private void poll() {
            var giveUp = System.nanoTime() + PATIENCE.toNanos();
            var read = read();
            while (read.isEmpty() && System.nanoTime() < giveUp) {
                read = read();
            }
            if (read.size() != 1) {
                throw new IllegalStateException("one event was stored, and %d were read".formatted(read.size()));
            }
            token = read.getFirst().trackingToken();
        }

        private List<? extends TrackedEventMessage<?>> read() {
            engine.settle();
            try (var events = engine.storage().readEvents(token, false)) {
                return events.toList();
            }
        }
    }
}
