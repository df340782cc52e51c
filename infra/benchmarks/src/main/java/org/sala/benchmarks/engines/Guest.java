package org.sala.benchmarks.engines;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.sala.personal.Personal;
import org.sala.personal.PersonalDataOf;
import org.sala.personal.PersonalKind;

/** Events of people: one in which they say who they are, and four in which nothing is personal. */
public sealed interface Guest {

    /** So many events a person: registered, and then here on four days. */
    int EVENTS = 5;

    /** Who it is, with three keys: the person's own, and one for each kind that goes by itself. */
    @JsonTypeName("sample.guest-registered")
    @PersonalDataOf("/guest")
    record Registered(
            UUID guest,
            UUID event,
            Personal<String> name,
            @PersonalKind("CONTACTS") Personal<Reached> contact,
            @PersonalKind("NEEDS") Personal<Boolean> needs,
            String role,
            Instant recordedAt)
            implements Guest {}

    /** The same in clear. */
    @JsonTypeName("sample.guest-registered-in-clear")
    record RegisteredInClear(
            UUID guest, UUID event, String name, Reached contact, boolean needs, String role, Instant recordedAt)
            implements Guest {}

    /** A way to reach somebody. */
    record Reached(String phone, String email) {}

    /** Like a check-in at a desk. */
    @JsonTypeName("sample.guest-arrived")
    record Arrived(UUID guest, UUID event, int day, String mode, Instant occurredAt, Instant recordedAt, String remark)
            implements Guest {}

    /** Somebody whom nobody knows yet. */
    static List<DomainEventMessage<?>> somebody(boolean sealed) {
        var id = UUID.randomUUID();
        var now = Instant.now();
        var reached = new Reached("012 345 678", "chan.thida@example.org");
        var events = new ArrayList<DomainEventMessage<?>>(EVENTS);
        events.add(message(
                id,
                0,
                sealed
                        ? new Registered(
                                id,
                                id,
                                Personal.of("Chan Thida"),
                                Personal.of(reached),
                                Personal.of(true),
                                "COACH",
                                now)
                        : new RegisteredInClear(id, id, "Chan Thida", reached, true, "COACH", now)));
        for (var day = 1; day < EVENTS; day++) {
            events.add(message(
                    id,
                    day,
                    new Arrived(id, id, day, "IN_PERSON", now, now, "came with two colleagues, by the morning bus")));
        }
        return events;
    }

    private static DomainEventMessage<?> message(UUID id, long sequence, Guest event) {
        return new GenericDomainEventMessage<>(
                "Guest",
                id.toString(),
                sequence,
                event,
                Map.of("actor", "account-7", "correlation", id.toString()),
                UUID.randomUUID().toString(),
                Instant.now());
    }

    /** Whether all of it can be read. */
    static boolean isClear(Object event) {
        return event instanceof Guest guest
                && switch (guest) {
                    case Registered registered ->
                        registered.name().shown().isPresent()
                                && registered.contact().shown().isPresent();
                    case RegisteredInClear _, Arrived _ -> true;
                };
    }
}
