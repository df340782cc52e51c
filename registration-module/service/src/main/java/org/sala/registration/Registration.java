package org.sala.registration;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.BadgeId;
import org.sala.registration.api.Consent;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationEvent.ParticipantRegistered;
import org.sala.registration.api.RegistrationEvent.ParticipantRevised;
import org.sala.registration.api.SummitId;
import org.sala.registration.api.TicketDigest;
import org.sala.registration.seats.Seeker;

/**
 * A registration, as far as it has come.
 *
 * @param first as it began; what is asked again is held against it
 * @param person who it is, as was said last
 * @param days places by the day's number
 * @param waited what was ever waited for, by day
 * @param consents what is agreed to, with the version of the text
 * @param badge the valid one; absent where there is none
 * @param revoked badges that are valid no more
 * @param others registrations that look alike and are of other people
 */
record Registration(
        ParticipantRegistered first,
        ParticipantRevised person,
        SortedMap<Integer, Place> days,
        Map<Integer, Set<AttendanceMode>> waited,
        Map<Consent, String> consents,
        @Nullable TicketDigest ticket,
        @Nullable BadgeId badge,
        Set<BadgeId> revoked,
        Set<ParticipantId> others) {

    Registration {
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
        waited = Map.copyOf(waited);
        consents = Map.copyOf(consents);
        revoked = Set.copyOf(revoked);
        others = Set.copyOf(others);
    }

    /** What somebody has on a day: a seat in a mode, or a place among those who wait for one. */
    record Place(AttendanceMode mode, boolean waiting) {}

    static Registration of(ParticipantRegistered registered) {
        var days = new TreeMap<Integer, Place>();
        registered.days().forEach((day, mode) -> days.put(day, new Place(mode, false)));
        var consents = new HashMap<Consent, String>();
        registered.consents().forEach(consent -> consents.put(consent, registered.consentVersion()));
        return new Registration(
                registered,
                new ParticipantRevised(
                        registered.participant(),
                        registered.summit(),
                        registered.organization(),
                        registered.name(),
                        registered.contact(),
                        registered.role(),
                        registered.gender(),
                        registered.ageBand(),
                        registered.disability(),
                        registered.language()),
                days,
                Map.of(),
                consents,
                null,
                null,
                Set.of(),
                Set.of());
    }

    ParticipantId participant() {
        return first.participant();
    }

    SummitId summit() {
        return first.summit();
    }

    Seeker seeker() {
        return new Seeker(summit(), participant(), person.organization());
    }

    /** Whether there is a seat on that day. */
    boolean isExpected(int day) {
        var place = days.get(day);
        return place != null && !place.waiting();
    }

    /**
     * Whether this is what was asked for at the beginning: the same person, and on each day the seat that was given or
     * waited for.
     */
    boolean beganAs(ParticipantRegistered asked) {
        return first.equals(withDays(asked, first.days()))
                && asked.days().entrySet().containsAll(first.days().entrySet())
                && asked.days().entrySet().stream()
                        .filter(day -> !first.days().containsKey(day.getKey()))
                        .allMatch(day ->
                                waited.getOrDefault(day.getKey(), Set.of()).contains(day.getValue()));
    }

    static ParticipantRegistered withDays(ParticipantRegistered registered, Map<Integer, AttendanceMode> days) {
        return new ParticipantRegistered(
                registered.participant(),
                registered.summit(),
                registered.organization(),
                registered.name(),
                registered.contact(),
                registered.role(),
                registered.gender(),
                registered.ageBand(),
                registered.disability(),
                registered.language(),
                days,
                registered.consents(),
                registered.consentVersion());
    }

    Registration revised(ParticipantRevised revised) {
        return new Registration(first, revised, days, waited, consents, ticket, badge, revoked, others);
    }

    Registration seated(int day, AttendanceMode mode) {
        return withDays(with(days, day, new Place(mode, false)), waited);
    }

    Registration waiting(int day, AttendanceMode mode) {
        var modes = new HashSet<>(waited.getOrDefault(day, Set.of()));
        modes.add(mode);
        var more = new HashMap<>(waited);
        more.put(day, Set.copyOf(modes));
        return withDays(with(days, day, new Place(mode, true)), more);
    }

    Registration without(int day) {
        var fewer = new TreeMap<>(days);
        fewer.remove(day);
        return withDays(fewer, waited);
    }

    Registration withoutDays() {
        return withDays(new TreeMap<>(), waited);
    }

    private Registration withDays(SortedMap<Integer, Place> now, Map<Integer, Set<AttendanceMode>> everWaited) {
        return new Registration(first, person, now, everWaited, consents, ticket, badge, revoked, others);
    }

    private static SortedMap<Integer, Place> with(SortedMap<Integer, Place> days, int day, Place place) {
        var more = new TreeMap<>(days);
        more.put(day, place);
        return more;
    }

    Registration agreeing(Consent consent, String version) {
        var more = new HashMap<>(consents);
        more.put(consent, version);
        return new Registration(first, person, days, waited, more, ticket, badge, revoked, others);
    }

    Registration agreeingNoMore(Consent consent) {
        var fewer = new HashMap<>(consents);
        fewer.remove(consent);
        return new Registration(first, person, days, waited, fewer, ticket, badge, revoked, others);
    }

    Registration with(TicketDigest issued) {
        return new Registration(first, person, days, waited, consents, issued, badge, revoked, others);
    }

    Registration with(BadgeId issued) {
        return new Registration(first, person, days, waited, consents, ticket, issued, revoked, others);
    }

    Registration without(BadgeId lost) {
        var more = new HashSet<>(revoked);
        more.add(lost);
        return new Registration(
                first, person, days, waited, consents, ticket, lost.equals(badge) ? null : badge, more, others);
    }

    Registration unlike(ParticipantId other) {
        var more = new HashSet<>(others);
        more.add(other);
        return new Registration(first, person, days, waited, consents, ticket, badge, revoked, more);
    }
}
