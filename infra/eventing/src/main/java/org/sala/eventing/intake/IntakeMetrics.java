package org.sala.eventing.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what an intake does with its letters. */
final class IntakeMetrics {

    private final MeterRegistry registry;
    private final String intake;
    private final Counter taken;
    private final Counter repeated;
    private final Counter parked;

    IntakeMetrics(MeterRegistry registry, String intake) {
        this.registry = registry;
        this.intake = intake;
        this.taken = registry.counter("eventing.intake.taken", "intake", intake);
        this.repeated = registry.counter("eventing.intake.repeated", "intake", intake);
        this.parked = registry.counter("eventing.intake.parked", "intake", intake);
    }

    void taken(int count) {
        taken.increment(count);
    }

    void repeated(int count) {
        repeated.increment(count);
    }

    void parked(int count) {
        parked.increment(count);
    }

    /** A type that the catalogue doesn't know: a newer producer's. Skipped by intent, so it must be seen. */
    void unknown(String context, String type) {
        registry.counter("eventing.intake.unknown", "intake", intake, "context", context, "type", type)
                .increment();
    }
}
