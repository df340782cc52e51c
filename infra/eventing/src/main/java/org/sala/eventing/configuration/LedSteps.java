package org.sala.eventing.configuration;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.sala.eventing.EventSourcedContext;
import org.sala.eventing.store.Lease;

/**
 * The steps of a context that one process at a time leads. Tells each of new work: by a call where this process leads
 * it, and else by a word to the other processes.
 *
 * @param followers by the name of the policy
 * @param elsewhere says a word to the other processes; returns at once
 */
record LedSteps(Led sequencer, Led publisher, Map<String, Led> followers, Consumer<String> elsewhere) {

    /** There are new events. */
    static final String APPENDED = "appended";

    /** Events have got their positions. */
    static final String SEQUENCED = "sequenced";

    static final Set<String> WORDS = Set.of(APPENDED, SEQUENCED);

    static LedSteps of(EventSourcedContext context, DataSource dataSource, Duration lease, Consumer<String> elsewhere) {
        return new LedSteps(
                new Led(new Lease(dataSource, "sequencer", lease)),
                new Led(new Lease(dataSource, "publisher", lease)),
                context.followers().stream()
                        .map(Class::getSimpleName)
                        .collect(Collectors.toUnmodifiableMap(
                                name -> name, name -> new Led(new Lease(dataSource, "follower " + name, lease)))),
                elsewhere);
    }

    void appended() {
        if (!sequencer.wake()) {
            elsewhere.accept(APPENDED);
        }
    }

    void sequenced() {
        var allHere = true;
        for (var led : waitingForPositions()) {
            allHere &= led.wake();
        }
        if (!allHere) {
            elsewhere.accept(SEQUENCED);
        }
    }

    /** Another process said so; what is led elsewhere has heard it too. */
    void heard(String word) {
        switch (word) {
            case APPENDED -> sequencer.wake();
            case SEQUENCED -> waitingForPositions().forEach(Led::wake);
            default -> {
                // of a newer version: its steps are told by their polls
            }
        }
    }

    private List<Led> waitingForPositions() {
        return Stream.concat(Stream.of(publisher), followers.values().stream()).toList();
    }
}
