package org.sala.rehearsal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.MarketplaceCommand.PostOffer;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;
import org.sala.registration.api.SummitDay;
import org.sala.sessions.api.SessionsCommand.JoinSession;
import org.sala.sessions.api.SessionsCommand.ScheduleSession;

/**
 * What must hold between the lines of a summit's files, so that everything in them is accepted: each check is a rule
 * that a module would refuse by, found here with the line that breaks it.
 */
final class SampleChecks {

    private static final int OFFERS_PER_ORGANIZATION = 3;

    private final SampleSummit summit;
    private final List<Fault> faults = new ArrayList<>();

    private SampleChecks(SampleSummit summit) {
        this.summit = summit;
    }

    static List<Fault> faultsOf(SampleSummit summit) {
        var checks = new SampleChecks(summit);
        checks.daysAdmitAndSeatEverybody();
        checks.oneContactPerPerson();
        checks.onlyTheExpectedCheckIn();
        checks.noRoomAndNoFacilitatorTwice();
        checks.sessionsSeatWhoeverComes();
        checks.threeOffersAtTheMost();
        checks.tradesAreBetweenTheirParties();
        checks.legsServeNeedsOfTheirReceivers();
        checks.whatIsContestedIsAskedForAlike();
        checks.notesHangWhileTheirBoardIsOpen();
        return List.copyOf(checks.faults);
    }

    private void daysAdmitAndSeatEverybody() {
        var days = summit.summit().command().days().stream()
                .collect(Collectors.toMap(SummitDay::number, Function.identity()));
        var cohorts = new HashMap<UUID, Cohort>();
        summit.organizations()
                .forEach(line -> cohorts.put(
                        line.command().organization().value(), line.command().cohort()));
        var taken = new HashMap<List<Object>, Integer>();
        for (var line : summit.participants()) {
            var person = line.command();
            var organization = person.organization();
            var cohort = organization == null ? Cohort.OTHER : cohorts.getOrDefault(organization.value(), Cohort.OTHER);
            person.days().forEach((number, mode) -> {
                var day = days.get(number);
                var seats = day == null ? null : day.seats().get(mode);
                if (day == null || seats == null) {
                    faults.add(line.fault("day_" + number, "is no day, or not held in that mode"));
                } else if (!day.admits().admits(cohort, person.role())) {
                    faults.add(line.fault("day_" + number, "doesn't admit that cohort or role"));
                } else if (taken.merge(List.of(number, mode), 1, Integer::sum) > seats) {
                    faults.add(line.fault("day_" + number, "has no more than " + seats + " seats in that mode"));
                }
            });
        }
    }

    private void oneContactPerPerson() {
        var taken = new HashSet<String>();
        for (var line : summit.participants()) {
            var contact = line.command().contact();
            var phone = contact.phone();
            if (phone != null && !taken.add(phone.replace(" ", ""))) {
                faults.add(line.fault("phone", "is another line's already"));
            }
            var email = contact.email();
            if (email != null && !taken.add(email.toLowerCase(Locale.ROOT))) {
                faults.add(line.fault("email", "is another line's already"));
            }
        }
    }

    private Map<ParticipantId, RegisterParticipant> people() {
        return summit.participants().stream()
                .collect(Collectors.toMap(line -> line.command().participant(), Line::command));
    }

    private void onlyTheExpectedCheckIn() {
        var people = people();
        var seen = new HashSet<List<Object>>();
        for (var line : summit.checkIns()) {
            var checkIn = line.command();
            var person = people.get(checkIn.participant());
            if (person == null || person.days().get(checkIn.day()) != checkIn.mode()) {
                faults.add(line.fault("day", "is not a day of that person in that mode"));
            }
            if (!seen.add(List.of(checkIn.participant(), checkIn.day()))) {
                faults.add(line.fault("participant", "is checked in for that day already"));
            }
            if (line.at().isBefore(checkIn.occurredAt())) {
                faults.add(line.fault("told_at", "is before it happened"));
            }
        }
    }

    private void noRoomAndNoFacilitatorTwice() {
        var before = new ArrayList<Line<ScheduleSession>>();
        for (var line : summit.sessions()) {
            var plan = line.command().plan();
            for (var other : before) {
                var theirs = other.command().plan();
                if (!plan.slot().start().isBefore(theirs.slot().end())
                        || !theirs.slot().start().isBefore(plan.slot().end())) {
                    continue;
                }
                if (plan.place().room() != null
                        && plan.place().room().equals(theirs.place().room())) {
                    faults.add(line.fault("room", "is taken by " + other.key()));
                }
                if (plan.facilitators().stream().anyMatch(theirs.facilitators()::contains)) {
                    faults.add(line.fault("facilitators", "one of them is in " + other.key()));
                }
            }
            before.add(line);
        }
    }

    private void sessionsSeatWhoeverComes() {
        var sessions = summit.sessions().stream()
                .collect(Collectors.toMap(line -> line.command().session(), Line::command));
        var starts = summit.starts().stream()
                .collect(Collectors.toMap(line -> line.command().session(), Line::at));
        var ends = summit.ends().stream()
                .collect(Collectors.toMap(line -> line.command().session(), Line::at));
        var people = people();
        var taken = new HashMap<List<Object>, Integer>();
        var seen = new HashSet<List<Object>>();
        var presence = new HashMap<Object, List<JoinSession>>();
        for (var line : summit.joins()) {
            var join = line.command();
            var session = sessions.get(join.session());
            var start = starts.get(join.session());
            var end = ends.get(join.session());
            if (session == null || start == null || end == null) {
                continue;
            }
            if (!seen.add(List.of(join.session(), join.participant()))) {
                faults.add(line.fault("participant", "is in that session already"));
            }
            var person = people.get(new ParticipantId(join.participant().value()));
            if (person == null
                    || person.days().get(session.day())
                            != AttendanceMode.valueOf(join.mode().name())) {
                faults.add(line.fault("participant", "is not registered for that day in that mode"));
            }
            if (join.occurredAt().isBefore(start) || join.occurredAt().isAfter(end)) {
                faults.add(line.fault("at", "is not while the session ran"));
            }
            var seats = session.plan().seats().getOrDefault(join.mode(), 0);
            if (taken.merge(List.of(join.session(), join.mode()), 1, Integer::sum) > seats) {
                faults.add(line.fault("mode", "has no more than " + seats + " seats"));
            }
            var theirs = presence.computeIfAbsent(join.participant(), id -> new ArrayList<>());
            for (var other : theirs) {
                var otherEnd = ends.get(other.session());
                if (otherEnd != null && otherEnd.isAfter(join.occurredAt())) {
                    faults.add(line.fault("session", "runs while that person is in another"));
                }
            }
            theirs.add(join);
        }
    }

    private void threeOffersAtTheMost() {
        var offers = new HashMap<Object, Integer>();
        for (var line : summit.offers()) {
            if (offers.merge(line.command().organization(), 1, Integer::sum) > OFFERS_PER_ORGANIZATION) {
                faults.add(line.fault("organization", "has three offers already"));
            }
        }
    }

    private void tradesAreBetweenTheirParties() {
        var offers = summit.offers().stream()
                .collect(Collectors.toMap(line -> line.command().offer(), Line::command));
        var parties = new HashMap<Object, Set<Object>>();
        var proposers = new HashMap<Object, Object>();
        for (var line : summit.proposals()) {
            var trade = line.command();
            var theirs = new HashSet<Object>();
            var legs = trade.legs();
            for (var i = 0; i < legs.size(); i++) {
                var leg = legs.get(i);
                theirs.add(leg.giver());
                theirs.add(leg.receiver());
                var offer = offers.get(leg.offer());
                if (offer == null || !offer.organization().equals(leg.giver())) {
                    faults.add(line.fault("offer", "of a leg is not its giver's"));
                } else if (leg.units() > offer.units()) {
                    faults.add(line.fault("units", "of a leg are more than the offer has"));
                }
                var ends = i + 1 == legs.size()
                        && isGift(offers.get(legs.getFirst().offer()));
                if (!ends
                        && !leg.receiver()
                                .equals(legs.get((i + 1) % legs.size()).giver())
                        && legs.size() > 1) {
                    faults.add(line.fault("key", "has legs that close no circle, and don't begin with a gift"));
                }
            }
            if (trade.proposer() != null && !theirs.contains(trade.proposer())) {
                faults.add(line.fault("proposer", "is no party of the trade"));
            }
            parties.put(trade.trade(), theirs);
            proposers.put(trade.trade(), trade.proposer());
        }
        for (var line : summit.acceptances()) {
            var organization = line.command().organization();
            if (!parties.getOrDefault(line.command().trade(), Set.of()).contains(organization)
                    || (line.command().round() == 1
                            && organization.equals(proposers.get(line.command().trade())))) {
                faults.add(line.fault("accepted_by", "is no other party of the trade"));
            }
        }
    }

    private static boolean isGift(@Nullable PostOffer offer) {
        return offer != null && offer.gift();
    }

    private void legsServeNeedsOfTheirReceivers() {
        var needs = summit.market().needs().stream()
                .collect(Collectors.toMap(line -> line.command().need(), Line::command));
        var offers = summit.offers().stream()
                .collect(Collectors.toMap(line -> line.command().offer(), Line::command));
        for (var line : summit.proposals()) {
            for (var leg : line.command().legs()) {
                var need = leg.need() == null ? null : needs.get(leg.need());
                var offer = offers.get(leg.offer());
                if (need != null
                        && offer != null
                        && !(need.organization().equals(leg.receiver())
                                && need.category().equals(offer.category()))) {
                    faults.add(line.fault("need", "is not the receiver's, or is for something else"));
                }
            }
        }
    }

    /** Who gets what is contested depends on who is faster; how many get it must not. */
    private void whatIsContestedIsAskedForAlike() {
        var demand = TradeBook.of(summit);
        for (var line : summit.proposals()) {
            if (demand.isContested(line.command()) && line.command().legs().size() > 1) {
                faults.add(line.fault("key", "asks for a contested offer, and is no gift"));
            }
            if (demand.isContested(line.command()) && !demand.isAskedForAlike(line.command())) {
                faults.add(line.fault("units", "of a contested offer differ from trade to trade"));
            }
        }
    }

    private void notesHangWhileTheirBoardIsOpen() {
        var opens = summit.boards().stream()
                .collect(Collectors.toMap(line -> line.command().board(), Line::at));
        var closes = summit.closings().stream()
                .collect(Collectors.toMap(line -> line.command().board(), Line::at));
        for (var line : summit.notes()) {
            var open = opens.get(line.command().board());
            var close = closes.get(line.command().board());
            if (open == null
                    || line.at().isBefore(open)
                    || (close != null && line.at().isAfter(close))) {
                faults.add(line.fault("at", "is not while the board hung"));
            }
        }
    }
}
