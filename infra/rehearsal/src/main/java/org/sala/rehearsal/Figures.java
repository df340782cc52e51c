package org.sala.rehearsal;

import java.util.Formatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Gender;
import org.sala.registration.api.OrganizationKind;
import org.sala.registration.api.OrganizationSize;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationCommand.EnrolOrganization;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;

/**
 * What must be seen once a summit is played, computed from its files alone. Mishaps change none of it.
 *
 * @param summit its id
 * @param organizations how many are enrolled
 * @param participants how many people are registered
 * @param days how many are expected and here, by day and mode
 * @param present people who were checked in at least once
 * @param presentByGender the same, by gender
 * @param presentByKind the same, by their organisation's kind, where they have one
 * @param presentBySize the same, by their organisation's size, where they have one
 * @param sessions how many sessions were held, all of which have ended
 * @param joins how often somebody came into a session
 * @param joinsBySession the same, by session
 * @param offers how many were posted
 * @param tradesProposed how many were
 * @param tradesAgreed how many were, in the end
 * @param tradesLapsed how many came to nothing since others were faster
 * @param tradesOpen how many still wait for somebody
 * @param unitsPromised how many units of offers are promised
 * @param boards how many were opened
 * @param notes how many hang there
 * @param notesByBoard the same, by board
 * @param events how many events of each type that makes, by the name on the wire
 */
public record Figures(
        UUID summit,
        int organizations,
        int participants,
        Map<DayAndMode, Attendance> days,
        int present,
        Map<Gender, Integer> presentByGender,
        Map<OrganizationKind, Integer> presentByKind,
        Map<OrganizationSize, Integer> presentBySize,
        int sessions,
        int joins,
        Map<UUID, Integer> joinsBySession,
        int offers,
        int tradesProposed,
        int tradesAgreed,
        int tradesLapsed,
        int tradesOpen,
        int unitsPromised,
        int boards,
        int notes,
        Map<UUID, Integer> notesByBoard,
        Map<String, Integer> events) {

    /** A day of the summit in one mode. */
    public record DayAndMode(int day, AttendanceMode mode) implements Comparable<DayAndMode> {

        @Override
        public int compareTo(DayAndMode other) {
            var byDay = Integer.compare(day, other.day);
            return byDay == 0 ? mode.compareTo(other.mode) : byDay;
        }
    }

    /** How many are registered for it, and how many of them came. */
    public record Attendance(int expected, int here) {}

    /**
     * The figures of a summit's files.
     *
     * @param summit the folder's name
     * @param copy which copy of it: it makes the ids
     */
    public static Figures of(String summit, String copy) {
        return of(SampleReader.read(summit, copy));
    }

    static Figures of(SampleSummit summit) {
        var people = new HashMap<ParticipantId, RegisterParticipant>();
        summit.participants().forEach(line -> people.put(line.command().participant(), line.command()));
        var organizations = new HashMap<UUID, EnrolOrganization>();
        summit.organizations()
                .forEach(line -> organizations.put(line.command().organization().value(), line.command()));
        var days = new TreeMap<DayAndMode, Attendance>();
        people.values()
                .forEach(person -> person.days()
                        .forEach((day, mode) ->
                                days.merge(new DayAndMode(day, mode), new Attendance(1, 0), Figures::plus)));
        var here = new HashSet<ParticipantId>();
        for (var line : summit.checkIns()) {
            days.merge(
                    new DayAndMode(line.command().day(), line.command().mode()), new Attendance(0, 1), Figures::plus);
            here.add(line.command().participant());
        }
        var byGender = new TreeMap<Gender, Integer>();
        var byKind = new TreeMap<OrganizationKind, Integer>();
        var bySize = new TreeMap<OrganizationSize, Integer>();
        for (var id : here) {
            var person = people.get(id);
            if (person == null) {
                continue;
            }
            byGender.merge(person.gender(), 1, Integer::sum);
            var organization = person.organization() == null
                    ? null
                    : organizations.get(person.organization().value());
            if (organization != null) {
                byKind.merge(organization.kind(), 1, Integer::sum);
                bySize.merge(organization.size(), 1, Integer::sum);
            }
        }
        var joins = new HashMap<UUID, Integer>();
        summit.joins().forEach(line -> joins.merge(line.command().session().value(), 1, Integer::sum));
        var notes = new HashMap<UUID, Integer>();
        summit.notes().forEach(line -> notes.merge(line.command().board().value(), 1, Integer::sum));
        var book = TradeBook.of(summit);
        return new Figures(
                summit.summit().command().summit().value(),
                organizations.size(),
                people.size(),
                Map.copyOf(days),
                here.size(),
                Map.copyOf(byGender),
                Map.copyOf(byKind),
                Map.copyOf(bySize),
                summit.sessions().size(),
                summit.joins().size(),
                Map.copyOf(joins),
                summit.offers().size(),
                summit.proposals().size(),
                book.agreed(),
                book.lapsed(),
                summit.proposals().size()
                        - book.agreed()
                        - book.lapsed()
                        - summit.market().declines().size(),
                book.reserved(),
                summit.boards().size(),
                summit.notes().size(),
                Map.copyOf(notes),
                events(summit, book));
    }

    private static Attendance plus(Attendance one, Attendance other) {
        return new Attendance(one.expected() + other.expected(), one.here() + other.here());
    }

    private static Map<String, Integer> events(SampleSummit summit, TradeBook book) {
        var events = new LinkedHashMap<String, Integer>();
        events.put("registration.summit-announced", 1);
        events.put("registration.organization-enrolled", summit.organizations().size());
        events.put("registration.participant-registered", summit.participants().size());
        events.put("registration.participant-checked-in", summit.checkIns().size());
        events.put("sessions.session-scheduled", summit.sessions().size());
        events.put("sessions.session-started", summit.starts().size());
        events.put("sessions.participant-joined-session", summit.joins().size());
        events.put("sessions.session-ended", summit.ends().size());
        events.put("marketplace.offer-posted", summit.offers().size());
        events.put("marketplace.trade-proposed", summit.proposals().size());
        events.put("marketplace.trade-accepted", summit.acceptances().size());
        events.put("marketplace.trade-agreed", book.agreed());
        events.put("marketplace.trade-lapsed", book.lapsed());
        var market = summit.market();
        events.put("marketplace.need-voiced", market.needs().size());
        events.put("marketplace.need-met", market.met(summit.proposals()));
        events.put("marketplace.trade-countered", market.counters().size());
        events.put("marketplace.trade-declined", market.declines().size());
        events.put("marketplace.trade-leg-delivered", market.deliveries().size());
        events.put("marketplace.trade-leg-confirmed", market.confirmations().size());
        events.put("marketplace.trade-completed", market.completed(summit.proposals()));
        events.put("marketplace.joint-action-pledged", market.pledges().size());
        events.put("marketplace.joint-action-reported", market.reports().size());
        events.put("feedback.board-opened", summit.boards().size());
        events.put("feedback.note-posted", summit.notes().size());
        events.put("feedback.board-closed", summit.closings().size());
        return Map.copyOf(events);
    }

    String inWords() {
        var text = new Formatter(Locale.ROOT);
        text.format(
                "  %,d organisations, %,d people registered, %,d of them came%n", organizations, participants, present);
        new TreeMap<>(days)
                .forEach((day, attendance) -> text.format(
                        "  day %d %s: %,d expected, %,d here%n",
                        day.day(),
                        day.mode() == AttendanceMode.ONLINE ? "online" : "in person",
                        attendance.expected(),
                        attendance.here()));
        text.format("  %,d sessions held, %,d times somebody came in%n", sessions, joins);
        text.format(
                "  %,d offers; %,d trades proposed, %,d agreed (%,d units promised), %,d lapsed, %,d open%n",
                offers, tradesProposed, tradesAgreed, unitsPromised, tradesLapsed, tradesOpen);
        text.format("  %,d boards, %,d notes%n", boards, notes);
        return text.toString();
    }
}
