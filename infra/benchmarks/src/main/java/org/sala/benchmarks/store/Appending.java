package org.sala.benchmarks.store;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.sala.benchmarks.bars.Contestant;
import org.sala.benchmarks.bars.Effort;
import org.sala.benchmarks.engines.Engine;
import org.sala.benchmarks.engines.Sample;

/**
 * Clients that append as fast as they can, each aggregate in a transaction of its own.
 *
 * @param clients at the same time
 * @param events in each transaction
 */
record Appending(Effort effort, int clients, int events) {

    Contestant by(String name, Engine engine) {
        return new Contestant(name, () -> eventsASecond(engine));
    }

    private double eventsASecond(Engine engine) throws InterruptedException, ExecutionException {
        var stored = new AtomicLong();
        var began = System.nanoTime();
        var end = began + effort.time().toNanos();
        try (var executor = Executors.newFixedThreadPool(clients)) {
            var running = new ArrayList<Future<?>>();
            for (var i = 0; i < clients; i++) {
                running.add(executor.submit(() -> {
                    while (System.nanoTime() < end) {
                        engine.append(Sample.newAggregate(events));
                        stored.addAndGet(events);
                    }
                }));
            }
            for (var client : running) {
                client.get();
            }
        }
        return stored.get() / ((System.nanoTime() - began) / 1e9);
    }
}
