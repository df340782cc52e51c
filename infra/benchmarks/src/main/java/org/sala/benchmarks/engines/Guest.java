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

/** Events of people: one in which they say who they are, and others in which nothing is personal. */
public sealed interface Guest {

    /**
     * Somebody has a place on so many days and comes on each of them. The people of the rehearsal's summit, its sample, have
     * 3.3 places each and come 2.9 times; of all events of registration there one in 7.6 holds something personal.
     */
    int DAYS = 3;

    /** Of which the first alone holds something personal. */
    int EVENTS = 1 + DAYS + DAYS;

    /** Who it is, with three keys: the person's own, and one for each kind that goes by itself. */
    @JsonTypeName("sample.guest-registered")
    @PersonalDataOf("/guest")
    record Registered(
            UUID guest,
            UUID event,
            Personal<String> name,
            @PersonalKind("CONTACTS") Personal<Reached> contact,
            @PersonalKind("NEEDS") Personal<Boolean> needs,
            Described described,
            Instant recordedAt)
            implements Guest {}

    /** The same in clear. */
    @JsonTypeName("sample.guest-registered-in-clear")
    record RegisteredInClear(
            UUID guest,
            UUID event,
            String name,
            Reached contact,
            boolean needs,
            Described described,
            Instant recordedAt)
            implements Guest {}

    /** What of a registration is in clear in any case. */
    record Described(
            UUID organization,
            String role,
            String gender,
            String ageBand,
            String language,
            Map<Integer, String> days,
            List<String> consents,
            String consentVersion) {}

    /** A way to reach somebody. */
    record Reached(String phone, String email) {}

    /** A place on a day. */
    @JsonTypeName("sample.guest-confirmed")
    record Confirmed(UUID guest, UUID event, int day, String mode, Instant recordedAt) implements Guest {}

    /** Like a check-in at a desk. */
    @JsonTypeName("sample.guest-arrived")
    record Arrived(UUID guest, UUID event, int day, String mode, Instant occurredAt, Instant recordedAt, String remark)
            implements Guest {}

    /**
     * All events of somebody whom nobody knows yet, by the command that leads to them: a registration with its places,
     * and then each arrival by itself.
     */
    static List<List<DomainEventMessage<?>>> somebody(boolean sealed) {
        var id = UUID.randomUUID();
        var now = Instant.now();
        var first = new ArrayList<DomainEventMessage<?>>();
        first.add(registered(id, now, sealed));
        for (var day = 1; day <= DAYS; day++) {
            first.add(message(id, day, new Confirmed(id, id, day, "IN_PERSON", now)));
        }
        var commands = new ArrayList<List<DomainEventMessage<?>>>();
        commands.add(first);
        for (var day = 1; day <= DAYS; day++) {
            var arrived =
                    new Arrived(id, id, day, "IN_PERSON", now, now, "came with two colleagues, by the morning bus");
            commands.add(List.of(message(id, DAYS + day, arrived)));
        }
        return commands;
    }

    /** Somebody whom nobody knows yet, and of whom nothing more comes. */
    static List<List<DomainEventMessage<?>>> nothingBut(boolean sealed) {
        return List.of(List.of(registered(UUID.randomUUID(), Instant.now(), sealed)));
    }

    private static DomainEventMessage<?> registered(UUID id, Instant now, boolean sealed) {
        var reached = new Reached("012 345 678", "chan.thida@example.org");
        var described = new Described(
                id,
                "CSO_MEMBER",
                "WOMAN",
                "FROM_30_TO_44",
                "KM",
                Map.of(1, "ONLINE", 2, "IN_PERSON", DAYS, "IN_PERSON"),
                List.of("DATA_USE", "PHOTO"),
                "2022-05");
        return message(
                id,
                0,
                sealed
                        ? new Registered(
                                id,
                                id,
                                Personal.of("Chan Thida"),
                                Personal.of(reached),
                                Personal.of(true),
                                described,
                                now)
                        : new RegisteredInClear(id, id, "Chan Thida", reached, true, described, now));
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
                    case RegisteredInClear _, Confirmed _, Arrived _ -> true;
                };
    }
}
