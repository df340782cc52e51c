package org.sala.registration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationEvent.OrganizationEnrolled;
import org.sala.registration.api.RegistrationEvent.SummitAnnounced;
import org.sala.registration.api.RegistrationQueries.SeatCount;
import org.sala.registration.api.SummitId;

/** The book without a database, for one caller at a time. {@link RegistrationBookContract} holds it to the real one. */
final class BookInMemory implements RegistrationBook {

    private record Seat(SummitId summit, int day, AttendanceMode mode) {}

    private record DayOf(SummitId summit, ParticipantId participant, int day) {}

    private record ContactOf(SummitId summit, ContactKey key) {}

    private final Map<SummitId, SummitEntry> summits = new HashMap<>();
    private final Map<OrganizationId, OrganizationEntry> organizations = new HashMap<>();
    private final Map<ContactOf, ParticipantId> contacts = new HashMap<>();
    private final Map<DayOf, AttendanceMode> holders = new HashMap<>();
    private final Map<Seat, Integer> taken = new HashMap<>();

    /** As a transaction sees it: what is done to the copy is done when the copy is kept. */
    BookInMemory copy() {
        var copy = new BookInMemory();
        copy.summits.putAll(summits);
        copy.organizations.putAll(organizations);
        copy.contacts.putAll(contacts);
        copy.holders.putAll(holders);
        copy.taken.putAll(taken);
        return copy;
    }

    @Override
    public void enter(SummitAnnounced summit) {
        var days = new TreeMap<Integer, DayEntry>();
        summit.days().forEach(day -> days.put(day.number(), new DayEntry(day.seats(), day.admits())));
        summits.putIfAbsent(summit.summit(), new SummitEntry(summit.consentVersion(), days));
    }

    @Override
    public Optional<SummitEntry> summit(SummitId summit) {
        return Optional.ofNullable(summits.get(summit));
    }

    @Override
    public void enter(OrganizationEnrolled organization) {
        organizations.putIfAbsent(
                organization.organization(), new OrganizationEntry(organization.summit(), organization.cohort()));
    }

    @Override
    public Optional<OrganizationEntry> organization(OrganizationId organization) {
        return Optional.ofNullable(organizations.get(organization));
    }

    @Override
    public boolean reserveContacts(SummitId summit, ParticipantId participant, SortedSet<ContactKey> keys) {
        for (var key : keys) {
            var before = contacts.putIfAbsent(new ContactOf(summit, key), participant);
            if (before != null && !before.equals(participant)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void releaseContacts(ParticipantId participant) {
        contacts.values().removeIf(participant::equals);
    }

    @Override
    public Optional<ParticipantId> holderOf(SummitId summit, ContactKey key) {
        return Optional.ofNullable(contacts.get(new ContactOf(summit, key)));
    }

    @Override
    public boolean takeSeat(SummitId summit, ParticipantId participant, int day, AttendanceMode mode) {
        if (holders.putIfAbsent(new DayOf(summit, participant, day), mode) != null) {
            return true;
        }
        var seat = new Seat(summit, day, mode);
        var before = taken.getOrDefault(seat, 0);
        if (before >= seatsOf(seat)) {
            return false;
        }
        taken.put(seat, before + 1);
        return true;
    }

    private int seatsOf(Seat seat) {
        var day = summit(seat.summit()).orElseThrow().days().get(seat.day());
        return day == null ? 0 : day.seats().getOrDefault(seat.mode(), 0);
    }

    @Override
    public List<SeatCount> seats(SummitId summit) {
        var counts = new ArrayList<SeatCount>();
        summit(summit)
                .ifPresent(entry -> entry.days()
                        .forEach((day, rules) -> rules.seats()
                                .forEach((mode, seats) -> counts.add(new SeatCount(
                                        day, mode, seats, taken.getOrDefault(new Seat(summit, day, mode), 0))))));
        counts.sort(Comparator.comparingInt(SeatCount::day).thenComparing(SeatCount::mode));
        return counts;
    }
}
