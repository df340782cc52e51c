package org.sala.rehearsal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What is still to be done, dealt out to several senders: a step when its time has come and what it comes after is done.
 */
final class Agenda {

    private record Due(Step step, long nanos) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final long began = System.nanoTime();
    private final Tempo tempo;
    private final List<Step> steps;
    private final int[] waitsFor;
    private final List<List<Integer>> thenCome = new ArrayList<>();
    private final PriorityQueue<Due> ready =
            new PriorityQueue<>(Comparator.comparingLong(Due::nanos).thenComparing(Due::step, Script.BY_TIME));
    private int left;
    private boolean stopped;

    Agenda(List<Step> steps, Tempo tempo) {
        this.steps = List.copyOf(steps);
        this.tempo = tempo;
        this.left = steps.size();
        this.waitsFor = new int[steps.size()];
        steps.forEach(step -> thenCome.add(new ArrayList<>()));
        for (var step : steps) {
            waitsFor[step.number()] = step.after().size();
            step.after().forEach(before -> thenCome.get(before).add(step.number()));
            if (step.after().isEmpty()) {
                ready.add(due(step));
            }
        }
    }

    private Due due(Step step) {
        return new Due(step, tempo.of(step.at()).toNanos());
    }

    /** The next step, when it is due; empty when all is done or stopped. */
    Optional<Step> next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!stopped && left > 0) {
                var first = ready.peek();
                if (first == null) {
                    changed.await();
                    continue;
                }
                var wait = first.nanos() - (System.nanoTime() - began);
                if (wait <= 0) {
                    ready.remove();
                    return Optional.of(first.step());
                }
                changed.awaitNanos(wait);
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    void done(Step step) {
        lock.lock();
        try {
            left--;
            for (var number : thenCome.get(step.number())) {
                if (--waitsFor[number] == 0) {
                    ready.add(due(steps.get(number)));
                }
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Deals the step out again after a while. */
    void again(Step step, Duration after) {
        lock.lock();
        try {
            ready.add(new Due(step, System.nanoTime() - began + after.toNanos()));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Deals nothing out any more. */
    void stop() {
        lock.lock();
        try {
            stopped = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits; whether all is done, or stopped. */
    boolean isOver(Duration within) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var nanos = within.toNanos();
            while (!stopped && left > 0 && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return stopped || left == 0;
        } finally {
            lock.unlock();
        }
    }

    int left() {
        lock.lock();
        try {
            return left;
        } finally {
            lock.unlock();
        }
    }
}
