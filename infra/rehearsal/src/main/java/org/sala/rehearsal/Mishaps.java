package org.sala.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sala.feedback.api.BoardId;
import org.sala.feedback.api.FeedbackCommand.PostNote;
import org.sala.feedback.api.FreeText;
import org.sala.feedback.api.Note;
import org.sala.feedback.api.NoteId;
import org.sala.feedback.api.NoteSource;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceCommand.AcceptTrade;
import org.sala.marketplace.api.MarketplaceCommand.PostOffer;
import org.sala.marketplace.api.MarketplaceCommand.ProposeTrade;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.TradeId;
import org.sala.ports.Role;
import org.sala.registration.api.AgeBand;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.Consent;
import org.sala.registration.api.Contact;
import org.sala.registration.api.Gender;
import org.sala.registration.api.Language;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.PersonName;
import org.sala.registration.api.RegistrationCommand.CheckInParticipant;
import org.sala.registration.api.RegistrationCommand.EnrolOrganization;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;
import org.sala.registration.api.SummitId;
import org.sala.rehearsal.Step.Kind;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionPlan;
import org.sala.sessions.api.SessionsCommand.JoinSession;
import org.sala.sessions.api.SessionsCommand.ScheduleSession;
import org.sala.sessions.api.SessionsCommand.StartSession;

/**
 * What goes wrong on the day, by the seed: scans that come twice, scans that come late, and commands that must be
 * refused. None of it changes what is true in the end.
 */
final class Mishaps {

    private static final Instant FAR_AHEAD = Instant.parse("2199-01-01T00:00:00Z");
    private static final Duration A_MOMENT = Duration.ofSeconds(20);
    private static final String ENDED = "ENDED";

    private final Script script;
    private final SampleSummit summit;
    private final Random random;
    private final Ids ids;
    private int strangers;

    Mishaps(Script script, SampleSummit summit, Random random) {
        this.script = script;
        this.summit = summit;
        this.random = random;
        this.ids = new Ids(summit.summit().command().summit().value());
    }

    void happen() {
        var planned = script.size();
        someScansComeLate(planned);
        someThingsAreSentTwice(planned);
        wrongRegistrations();
        wrongCheckIns();
        wrongSchedules();
        wrongJoins();
        wrongOffersAndTrades();
        wrongNotes();
        whoMayNot();
    }

    private void someScansComeLate(int planned) {
        for (var step = 0; step < planned; step++) {
            if (script.command(step) instanceof CheckInParticipant && random.nextInt(100) < 6) {
                script.delay(step, Duration.ofMinutes(20L + random.nextInt(70)));
            }
        }
    }

    private void someThingsAreSentTwice(int planned) {
        for (var step = 0; step < planned; step++) {
            var command = script.command(step);
            var often = switch (command) {
                case CheckInParticipant _ -> 10;
                case RegisterParticipant _, EnrolOrganization _, PostOffer _, PostNote _, JoinSession _ -> 3;
                case AcceptTrade _, ProposeTrade _, StartSession _, ScheduleSession _ -> 8;
                default -> 0;
            };
            if (random.nextInt(100) < often) {
                // the same badge is held before the scanner a second time, a little later
                var again = command instanceof CheckInParticipant scan && random.nextBoolean()
                        ? new CheckInParticipant(
                                scan.participant(),
                                scan.day(),
                                scan.mode(),
                                scan.occurredAt().plusSeconds(30L + random.nextInt(300)))
                        : command;
                script.add(
                        script.at(step).plus(A_MOMENT),
                        script.role(step),
                        again,
                        Set.of(step),
                        Outcome.taken(),
                        Kind.REPEATED);
            }
        }
    }

    private void wrongRegistrations() {
        var announced = script.brought(summit.summit().command().summit().value());
        var day = opening(3);
        for (var i = 0; i < 3; i++) {
            wrong(
                    day,
                    Role.STAFF,
                    stranger().withConsents(Set.of(Consent.PHOTO)).command(),
                    "CONSENT_MISSING",
                    announced);
        }
        wrong(day, Role.STAFF, stranger().withVersion("2019-01").command(), "CONSENT_OUTDATED", announced);
        wrong(day, Role.STAFF, stranger().on(9, AttendanceMode.IN_PERSON).command(), "DAY_UNKNOWN", announced);
        wrong(day, Role.STAFF, stranger().on(1, AttendanceMode.IN_PERSON).command(), "MODE_NOT_OFFERED", announced);
        wrong(
                day,
                Role.STAFF,
                stranger()
                        .of(new OrganizationId(UUID.nameUUIDFromBytes(new byte[] {1})))
                        .command(),
                "ORGANIZATION_UNKNOWN",
                announced);
        for (var cohort : List.of(Cohort.COACHING, Cohort.OTHER)) {
            var organization = one(summit.organizations(), line -> line.cohort() == cohort);
            wrong(
                    opening(2),
                    Role.STAFF,
                    stranger()
                            .of(organization.organization())
                            .on(2, AttendanceMode.IN_PERSON)
                            .command(),
                    "DAY_NOT_FOR_THEM",
                    script.brought(organization.organization().value()));
        }
        var everybody = new HashSet<Integer>();
        summit.participants()
                .forEach(line -> everybody.add(
                        script.brought(line.command().participant().value())));
        var cohort = one(summit.organizations(), line -> line.cohort() == Cohort.SOCIAL_LAB);
        script.add(
                opening(2),
                Role.STAFF,
                stranger()
                        .of(cohort.organization())
                        .on(2, AttendanceMode.IN_PERSON)
                        .command(),
                everybody,
                Outcome.refused("SEATS_EXHAUSTED"),
                Kind.WRONG);
        var person = one(summit.participants(), line -> line.contact().phone() != null);
        wrong(
                day,
                Role.STAFF,
                stranger()
                        .reachedAt(new Contact(person.contact().phone(), null))
                        .command(),
                "CONTACT_TAKEN",
                script.brought(person.participant().value()));
        wrong(
                day,
                Role.STAFF,
                stranger().known(person.participant()).command(),
                "ID_TAKEN",
                script.brought(person.participant().value()));
    }

    private void wrongCheckIns() {
        var announced = script.brought(summit.summit().command().summit().value());
        for (var i = 0; i < 4; i++) {
            var absent = one(summit.participants(), line -> !line.days().containsKey(2));
            wrong(
                    opening(2),
                    Role.STAFF,
                    new CheckInParticipant(absent.participant(), 2, AttendanceMode.IN_PERSON, opening(2)),
                    "NOT_EXPECTED",
                    script.brought(absent.participant().value()));
        }
        wrong(
                opening(3),
                Role.STAFF,
                new CheckInParticipant(stranger().id(), 3, AttendanceMode.IN_PERSON, opening(3)),
                "PARTICIPANT_UNKNOWN",
                announced);
        // somebody who stays away, or the scan would be a repeat
        var away = one(
                summit.participants(),
                line -> summit.checkIns().stream()
                        .noneMatch(other -> other.command().participant().equals(line.participant())
                                && other.command().day() == 3));
        wrong(
                opening(3),
                Role.STAFF,
                new CheckInParticipant(away.participant(), 3, AttendanceMode.IN_PERSON, FAR_AHEAD),
                "IN_THE_FUTURE",
                script.brought(away.participant().value()));
    }

    private void wrongSchedules() {
        var taken = session("d3-story");
        var other = session("d4-no-harm");
        var after = script.brought(taken.session().value());
        var plan = taken.plan();
        schedule(3, with(other.plan(), plan, plan.place().room(), Set.of()), "ROOM_TAKEN", after);
        schedule(3, with(plan, plan, "Attic", plan.facilitators()), "FACILITATOR_TAKEN", after);
        schedule(2, with(other.plan(), plan, "Attic", Set.of()), "OUTSIDE_DAY", after);
        schedule(9, with(other.plan(), plan, "Attic", Set.of()), "DAY_UNKNOWN", after);
        var online = session("d1-trends").plan();
        schedule(
                1,
                new SessionPlan(
                        online.title(),
                        online.kind(),
                        online.objectives(),
                        online.method(),
                        online.slot(),
                        plan.place(),
                        plan.seats(),
                        Set.of(),
                        online.languages(),
                        online.interpretation(),
                        List.of()),
                "MODE_NOT_OFFERED",
                after);
    }

    private void schedule(int day, SessionPlan plan, String reason, int after) {
        wrong(
                script.at(after).plus(A_MOMENT),
                Role.STAFF,
                new ScheduleSession(
                        new SessionId(ids.of("session", "mishap-" + reason)),
                        new org.sala.sessions.api.SummitId(ids.space()),
                        day,
                        plan),
                reason,
                after);
    }

    /** A session like the one, in a room in the slot of the other. */
    private static SessionPlan with(
            SessionPlan like,
            SessionPlan when,
            @Nullable String room,
            Set<org.sala.sessions.api.ParticipantId> facilitators) {
        return new SessionPlan(
                like.title(),
                like.kind(),
                like.objectives(),
                like.method(),
                when.slot(),
                new org.sala.sessions.api.Place(room, null),
                Map.of(org.sala.sessions.api.AttendanceMode.IN_PERSON, 20),
                facilitators,
                like.languages(),
                like.interpretation(),
                List.of());
    }

    private void wrongJoins() {
        var full = session("d3-story").session();
        var idle = freeOnDayThree();
        // everybody who has a seat is in; whoever comes now finds it full
        var all = new HashSet<>(script.joins(full));
        all.add(script.brought(idle.value()));
        join(full, idle, org.sala.sessions.api.AttendanceMode.IN_PERSON, all, "SEATS_EXHAUSTED");
        var early = new HashSet<Integer>();
        early.add(script.brought(full.value()));
        early.add(script.brought(idle.value()));
        var tooEarly = script.add(
                script.at(script.start(full)).minus(Duration.ofMinutes(20)),
                Role.FACILITATOR,
                new JoinSession(
                        full,
                        idle,
                        org.sala.sessions.api.AttendanceMode.IN_PERSON,
                        script.at(script.start(full)).minus(Duration.ofMinutes(20))),
                early,
                Outcome.refused("NOT_STARTED", ENDED),
                Kind.WRONG);
        script.hold(script.start(full), tooEarly);
        script.add(
                script.at(script.end(full)).plus(A_MOMENT),
                Role.FACILITATOR,
                new JoinSession(
                        full, idle, org.sala.sessions.api.AttendanceMode.IN_PERSON, script.at(script.end(full))),
                Set.of(script.end(full), script.brought(idle.value())),
                Outcome.refused(ENDED),
                Kind.WRONG);

        var elsewhere = session("d3-wellbeing").session();
        for (var i = 0; i < 3; i++) {
            var busy = script.joins(session("d3-contingency").session()).stream()
                    .sorted()
                    .skip(random.nextInt(10))
                    .findFirst()
                    .orElseThrow();
            var theirs = (JoinSession) script.command(busy);
            var wandering = join(
                    elsewhere,
                    theirs.participant(),
                    theirs.mode(),
                    Set.of(busy, script.start(elsewhere)),
                    "IN_ANOTHER_SESSION");
            script.hold(script.end(theirs.session()), wandering);
        }
        var market = session("d3-market").session();
        var visitor = one(summit.participants(), line -> line.role() == ParticipantRole.DONOR_VISITOR);
        join(
                market,
                sessionsId(visitor),
                org.sala.sessions.api.AttendanceMode.IN_PERSON,
                Set.of(
                        script.start(market),
                        script.brought(visitor.participant().value())),
                "NOT_EXPECTED");
        var remote = one(summit.participants(), line -> line.days().get(3) == AttendanceMode.ONLINE);
        join(
                market,
                sessionsId(remote),
                org.sala.sessions.api.AttendanceMode.ONLINE,
                Set.of(script.start(market), script.brought(remote.participant().value())),
                "NO_SEATS_IN_MODE");
    }

    /** A join while the session runs, which has to wait for it before it ends. */
    private int join(
            SessionId session,
            org.sala.sessions.api.ParticipantId participant,
            org.sala.sessions.api.AttendanceMode mode,
            Set<Integer> after,
            String reason) {
        var at = after.stream()
                .map(script::at)
                .max(Instant::compareTo)
                .orElseThrow()
                .plus(A_MOMENT);
        var step = script.add(
                at,
                Role.FACILITATOR,
                new JoinSession(session, participant, mode, at),
                after,
                // played a second time, the session is over
                Outcome.refused(reason, ENDED),
                Kind.WRONG);
        script.hold(script.end(session), step);
        return step;
    }

    private org.sala.sessions.api.ParticipantId freeOnDayThree() {
        var trainings = Set.of(
                session("d3-story").session(),
                session("d3-contingency").session(),
                session("d3-wellbeing").session(),
                session("d3-systems").session());
        var busy = new HashSet<UUID>();
        summit.joins().stream()
                .filter(line -> trainings.contains(line.command().session()))
                .forEach(line -> busy.add(line.command().participant().value()));
        return sessionsId(one(
                summit.participants(),
                line -> line.days().get(3) == AttendanceMode.IN_PERSON
                        && !busy.contains(line.participant().value())));
    }

    private void wrongOffersAndTrades() {
        var offer = one(summit.offers(), line -> true);
        var other = one(summit.offers(), line -> !line.organization().equals(offer.organization()));
        var third = one(
                summit.organizations(),
                line -> !line.organization().value().equals(offer.organization().value())
                        && !line.organization()
                                .value()
                                .equals(other.organization().value()));
        var thirdId =
                new org.sala.marketplace.api.OrganizationId(third.organization().value());
        var after = new HashSet<>(Set.of(
                script.brought(offer.offer().value()),
                script.brought(other.offer().value()),
                script.brought(third.organization().value())));
        trade(
                offer.organization(),
                List.of(new Leg(offer.organization(), offer.organization(), offer.offer(), 1)),
                "TRADES_WITH_ITSELF",
                after);
        trade(
                offer.organization(),
                List.of(
                        new Leg(offer.organization(), thirdId, offer.offer(), 1),
                        new Leg(other.organization(), offer.organization(), other.offer(), 1)),
                "LEGS_DO_NOT_CLOSE",
                after);
        trade(
                thirdId,
                List.of(new Leg(offer.organization(), other.organization(), offer.offer(), 1)),
                "NOT_A_PARTY",
                after);
        trade(thirdId, List.of(new Leg(offer.organization(), thirdId, other.offer(), 1)), "OFFER_NOT_THEIRS", after);
        trade(
                thirdId,
                List.of(new Leg(offer.organization(), thirdId, new OfferId(ids.of("offer", "mishap")), 1)),
                "OFFER_UNKNOWN",
                after);
        trade(
                thirdId,
                List.of(new Leg(offer.organization(), thirdId, offer.offer(), offer.units() + 1)),
                "OFFER_EXHAUSTED",
                after);
        script.add(
                opening(3).plus(Duration.ofHours(7)),
                Role.STAFF,
                new AcceptTrade(new TradeId(ids.of("trade", "mishap")), thirdId, 1),
                after,
                Outcome.refused("TRADE_UNKNOWN"),
                Kind.WRONG);
        var trade = summit.proposals().getFirst().command();
        var outsider = one(
                summit.organizations(),
                line -> trade.legs().stream()
                        .noneMatch(leg ->
                                leg.giver().value().equals(line.organization().value())
                                        || leg.receiver()
                                                .value()
                                                .equals(line.organization().value())));
        wrong(
                script.at(script.brought(trade.trade().value())).plus(A_MOMENT),
                Role.STAFF,
                new AcceptTrade(
                        trade.trade(),
                        new org.sala.marketplace.api.OrganizationId(
                                outsider.organization().value()),
                        1),
                "NOT_A_PARTY",
                script.brought(trade.trade().value()));
        fourthOffer();
        wrong(
                script.at(script.brought(offer.offer().value())),
                Role.STAFF,
                offer("mishap-late", one(summit.offers(), line -> true), Instant.parse("2022-06-30T00:00:00Z")),
                "GOOD_UNTIL_PASSED",
                script.brought(offer.offer().value()));
    }

    private void fourthOffer() {
        var book = TradeBook.of(summit);
        var crowded = one(
                summit.offers(),
                line -> offersOf(line).size() == 3
                        // an offer that is used up is open no more, and would leave room
                        && offersOf(line).stream().noneMatch(open -> book.isUsedUp(open.offer())));
        var after = new HashSet<Integer>();
        offersOf(crowded).forEach(line -> after.add(script.brought(line.offer().value())));
        script.add(
                after.stream()
                        .map(script::at)
                        .max(Instant::compareTo)
                        .orElseThrow()
                        .plus(A_MOMENT),
                Role.STAFF,
                offer("mishap-fourth", crowded, crowded.goodUntil()),
                after,
                Outcome.refused("TOO_MANY_OFFERS"),
                Kind.WRONG);
    }

    private List<PostOffer> offersOf(PostOffer offer) {
        return summit.offers().stream()
                .map(Line::command)
                .filter(line -> line.organization().equals(offer.organization()))
                .toList();
    }

    private PostOffer offer(String key, PostOffer like, Instant goodUntil) {
        return new PostOffer(
                like.summit(),
                like.organization(),
                new OfferId(ids.of("offer", key)),
                like.kind(),
                like.category(),
                like.title(),
                like.terms(),
                like.units(),
                like.unit(),
                like.languages(),
                like.place(),
                goodUntil,
                like.gift());
    }

    private void trade(
            org.sala.marketplace.api.OrganizationId proposer, List<Leg> legs, String reason, Set<Integer> after) {
        script.add(
                opening(3).plus(Duration.ofHours(7)),
                Role.STAFF,
                new ProposeTrade(
                        new TradeId(ids.of("trade", "mishap-" + reason)),
                        new org.sala.marketplace.api.SummitId(ids.space()),
                        proposer,
                        legs,
                        null),
                after,
                Outcome.refused(reason),
                Kind.WRONG);
    }

    private void wrongNotes() {
        var board = summit.boards().getFirst();
        var opened = script.brought(board.command().board().value());
        var later = board.at().plus(Duration.ofMinutes(10));
        wrong(
                later,
                Role.FACILITATOR,
                note("mishap-board", new BoardId(ids.of("board", "mishap")), null, null),
                "BOARD_UNKNOWN",
                opened);
        var open = summit.boards().stream()
                .map(line -> line.command().board())
                .filter(id -> summit.closings().stream()
                        .noneMatch(line -> line.command().board().equals(id)))
                .findFirst()
                .orElseThrow();
        var hangs = script.brought(open.value());
        wrong(
                script.at(hangs).plus(A_MOMENT),
                Role.FACILITATOR,
                note(
                        "mishap-stranger",
                        open,
                        new org.sala.feedback.api.ParticipantId(stranger().id().value()),
                        script.at(hangs)),
                "PARTICIPANT_UNKNOWN",
                hangs);
        var author = one(summit.participants(), line -> true);
        wrong(
                script.at(hangs).plus(A_MOMENT),
                Role.FACILITATOR,
                note(
                        "mishap-future",
                        open,
                        new org.sala.feedback.api.ParticipantId(
                                author.participant().value()),
                        FAR_AHEAD),
                "IN_THE_FUTURE",
                hangs,
                script.brought(author.participant().value()));
        var closed = stepOfClosing(summit.closings().getFirst().command().board());
        wrong(
                script.at(closed).plus(A_MOMENT),
                Role.FACILITATOR,
                note("mishap-late", summit.closings().getFirst().command().board(), null, null),
                "BOARD_CLOSED",
                closed);
        var written = summit.notes().getFirst().command();
        wrong(
                later,
                Role.FACILITATOR,
                new PostNote(
                        written.note(),
                        written.board(),
                        note("mishap", written.board(), null, null).content()),
                "ID_TAKEN",
                script.brought(written.note().value()));
    }

    private int stepOfClosing(BoardId board) {
        for (var step = 0; step < script.size(); step++) {
            if (script.command(step) instanceof org.sala.feedback.api.FeedbackCommand.CloseBoard close
                    && close.board().equals(board)) {
                return step;
            }
        }
        throw new IllegalStateException("the board is never closed");
    }

    private PostNote note(
            String key,
            BoardId board,
            org.sala.feedback.api.@Nullable ParticipantId signedBy,
            @Nullable Instant occurredAt) {
        return new PostNote(
                new NoteId(ids.of("note", key)),
                board,
                new Note(
                        new FreeText("This never hangs anywhere"),
                        org.sala.feedback.api.Language.EN,
                        NoteSource.TYPED,
                        signedBy,
                        occurredAt,
                        null,
                        null));
    }

    /** Auditors and donors change nothing; facilitators don't enrol or trade. */
    private void whoMayNot() {
        var scan = summit.checkIns().getFirst();
        wrong(
                scan.at(),
                Role.AUDITOR,
                scan.command(),
                "NOT_ALLOWED",
                script.brought(scan.command().participant().value()));
        var note = summit.notes().getFirst();
        wrong(
                note.at(),
                Role.DONOR,
                note.command(),
                "NOT_ALLOWED",
                script.brought(note.command().board().value()));
        var offer = summit.offers().getFirst();
        wrong(
                offer.at(),
                Role.FACILITATOR,
                offer.command(),
                "NOT_ALLOWED",
                script.brought(offer.command().organization().value()));
        var session = summit.sessions().getFirst();
        wrong(
                session.at(),
                Role.AUDITOR,
                session.command(),
                "NOT_ALLOWED",
                script.brought(session.command().session().value()));
    }

    private void wrong(Instant at, Role role, Object command, String reason, Integer... after) {
        script.add(at, role, command, Set.of(after), Outcome.refused(reason), Kind.WRONG);
    }

    private <C> C one(List<Line<C>> lines, Predicate<C> such) {
        var all = new ArrayList<C>();
        lines.stream().map(Line::command).filter(such).forEach(all::add);
        Collections.shuffle(all, random);
        return all.getFirst();
    }

    private ScheduleSession session(String key) {
        return summit.sessions().stream()
                .filter(line -> line.key().equals(key))
                .findFirst()
                .orElseThrow()
                .command();
    }

    private static org.sala.sessions.api.ParticipantId sessionsId(RegisterParticipant person) {
        return new org.sala.sessions.api.ParticipantId(person.participant().value());
    }

    /** Half past eight on a day. */
    private Instant opening(int day) {
        return summit.summit()
                .command()
                .days()
                .get(day - 1)
                .date()
                .atTime(8, 30)
                .atZone(summit.zone())
                .toInstant();
    }

    /** Somebody whom nobody expects, and who never gets in. */
    private Stranger stranger() {
        strangers++;
        return new Stranger(
                new ParticipantId(ids.of("participant", "mishap-" + strangers)),
                summit.summit().command().summit(),
                null,
                new Contact("+855 10 999 %03d".formatted(strangers), null),
                new TreeMap<>(Map.of(3, AttendanceMode.IN_PERSON)),
                EnumSet.allOf(Consent.class),
                summit.summit().command().consentVersion());
    }

    private record Stranger(
            ParticipantId id,
            SummitId summit,
            @Nullable OrganizationId organization,
            Contact contact,
            Map<Integer, AttendanceMode> days,
            Set<Consent> consents,
            String version) {

        Stranger withConsents(Set<Consent> others) {
            return new Stranger(id, summit, organization, contact, days, others, version);
        }

        Stranger withVersion(String other) {
            return new Stranger(id, summit, organization, contact, days, consents, other);
        }

        Stranger on(int day, AttendanceMode mode) {
            return new Stranger(id, summit, organization, contact, Map.of(day, mode), consents, version);
        }

        Stranger of(OrganizationId other) {
            return new Stranger(id, summit, other, contact, days, consents, version);
        }

        Stranger reachedAt(Contact other) {
            return new Stranger(id, summit, organization, other, days, consents, version);
        }

        Stranger known(ParticipantId other) {
            return new Stranger(other, summit, organization, contact, days, consents, version);
        }

        RegisterParticipant command() {
            return new RegisterParticipant(
                    id,
                    summit,
                    organization,
                    new PersonName("អ្នកដើរលេង", "Passer-by"),
                    contact,
                    organization == null ? ParticipantRole.COACH : ParticipantRole.CSO_MEMBER,
                    Gender.PREFERS_NOT_TO_SAY,
                    AgeBand.PREFERS_NOT_TO_SAY,
                    null,
                    Language.KM,
                    days,
                    consents,
                    version);
        }
    }
}
