package org.sala.eventing;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One step on the way of an event that works by itself, for operators: whether it works, and how far it is.
 *
 * @param name such as {@code sequencer}
 * @param loop what works
 * @param figures how far it is, by name; read when asked for, from the database
 * @param alarm what holds it up from outside, in words without personal data; empty where nothing does
 */
public record Step(
        String name, Loop loop, Map<String, Supplier<? extends Number>> figures, Supplier<Optional<String>> alarm) {

    public Step {
        figures = Map.copyOf(figures);
    }

    /** A step that nothing but itself can hold up. */
    public Step(String name, Loop loop, Map<String, Supplier<? extends Number>> figures) {
        this(name, loop, figures, Optional::empty);
    }
}
