package org.sala.ui.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.BadgeId;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationCommand.IssueBadge;
import org.sala.registration.api.RegistrationPort;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.RegistrationQueries.Filter;
import org.sala.registration.api.RegistrationQueries.Line;
import org.sala.registration.api.RegistrationQueries.Person;
import org.sala.registration.api.RegistrationQueries.Status;
import org.sala.registration.api.SummitId;

/** The people of a summit, asked of registration as whoever takes them away. */
final class Roster {

    private final RegistrationQueries registration;
    private final RegistrationPort port;
    private final StandingToken token;
    private final SummitId summit;
    private final int atOnce;

    Roster(RegistrationQueries registration, RegistrationPort port, StandingToken token, UUID summit, int atOnce) {
        this.registration = registration;
        this.port = port;
        this.token = token;
        this.summit = new SummitId(summit);
        this.atOnce = atOnce;
    }

    /** Whoever is registered, for that day or at all; nobody who cancelled. */
    List<Line> registered(@Nullable Integer day) {
        return lines(new Filter(null, day, null, null, Status.REGISTERED));
    }

    private List<Line> lines(Filter filter) {
        var all = new ArrayList<Line>();
        while (true) {
            var page = registration.people(summit, filter, all.size(), RegistrationQueries.PAGE, token.get());
            all.addAll(page.lines());
            if (page.lines().isEmpty() || all.size() >= page.total()) {
                return all;
            }
        }
    }

    /**
     * All that is held of each, in the same order.
     *
     * @param told how many were asked so far
     */
    List<Person> people(List<Line> lines, IntConsumer told) throws InterruptedException {
        return each(lines, told, id -> registration.person(id, token.get()));
    }

    /** The same, each with a badge: who has none is given one. */
    List<Person> withBadges(List<Line> lines, IntConsumer told) throws InterruptedException {
        return each(lines, told, this::withBadge);
    }

    Person withBadge(ParticipantId id) {
        var person = registration.person(id, token.get());
        if (person.badge() != null) {
            return person;
        }
        port.send(new IssueBadge(id, new BadgeId(UUID.randomUUID())), token.get());
        return registration.person(id, token.get());
    }

    private interface Asking {
        Person ask(ParticipantId participant);
    }

    private List<Person> each(List<Line> lines, IntConsumer told, Asking asking) throws InterruptedException {
        var found = new ConcurrentHashMap<ParticipantId, Person>();
        var trouble = new ConcurrentHashMap<String, RuntimeException>();
        var free = new Semaphore(atOnce);
        try {
            for (var line : lines) {
                free.acquire();
                if (!trouble.isEmpty()) {
                    free.release();
                    break;
                }
                Thread.ofVirtual().start(() -> {
                    try {
                        found.put(line.participant(), asking.ask(line.participant()));
                        told.accept(found.size());
                    } catch (RuntimeException refused) {
                        trouble.putIfAbsent("first", refused);
                    } finally {
                        free.release();
                    }
                });
            }
        } finally {
            free.acquireUninterruptibly(atOnce);
        }
        var first = trouble.get("first");
        if (first != null) {
            throw first;
        }
        return lines.stream()
                .flatMap(line -> Optional.ofNullable(found.get(line.participant())).stream())
                .toList();
    }
}
