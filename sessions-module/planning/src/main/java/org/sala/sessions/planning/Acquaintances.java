package org.sala.sessions.planning;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who sat with whom so far, by ids: grows table by table. */
final class Acquaintances {
    private record Two(PersonId one, PersonId other) {}

    private record Known(PersonId person, OrganizationId organization) {}

    private final Map<Two, Integer> meetings = new HashMap<>();
    private final Set<Known> known = new HashSet<>();

    Acquaintances(List<List<Gathering.Guest>> earlier) {
        earlier.forEach(this::sit);
    }

    int meetings(PersonId one, PersonId other) {
        return meetings.getOrDefault(new Two(one, other), 0);
    }

    boolean knows(PersonId person, OrganizationId organization) {
        return known.contains(new Known(person, organization));
    }

    void sit(List<Gathering.Guest> table) {
        for (Gathering.Guest guest : table) {
            for (Gathering.Guest other : table) {
                if (!guest.person().equals(other.person())) {
                    meetings.merge(new Two(guest.person(), other.person()), 1, Integer::sum);
                    known.add(new Known(guest.person(), other.organization()));
                }
            }
        }
    }
}
