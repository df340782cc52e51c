package org.sala.ui;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.sala.personal.Personal;
import org.sala.sessions.api.Affected;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.AttendanceSource;
import org.sala.sessions.api.BilingualText;
import org.sala.sessions.api.ChallengeCategory;
import org.sala.sessions.api.Cohort;
import org.sala.sessions.api.Eligibility;
import org.sala.sessions.api.FreeText;
import org.sala.sessions.api.Language;
import org.sala.sessions.api.Method;
import org.sala.sessions.api.NamedChallenge;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.ParticipantRole;
import org.sala.sessions.api.Place;
import org.sala.sessions.api.ReleaseReason;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionKind;
import org.sala.sessions.api.SessionPlan;
import org.sala.sessions.api.SessionsEvent;
import org.sala.sessions.api.SessionsEvent.GroupSummaryErased;
import org.sala.sessions.api.SessionsEvent.GroupSummarySubmitted;
import org.sala.sessions.api.SessionsEvent.ParticipantJoinedSession;
import org.sala.sessions.api.SessionsEvent.ParticipantLeftSession;
import org.sala.sessions.api.SessionsEvent.SeatPromoted;
import org.sala.sessions.api.SessionsEvent.SeatReleased;
import org.sala.sessions.api.SessionsEvent.SeatTaken;
import org.sala.sessions.api.SessionsEvent.SeatWaitlisted;
import org.sala.sessions.api.SessionsEvent.SessionCancelled;
import org.sala.sessions.api.SessionsEvent.SessionRescheduled;
import org.sala.sessions.api.SessionsEvent.SessionScheduled;
import org.sala.sessions.api.SessionsEvent.SessionStarted;
import org.sala.sessions.api.SessionsEvent.SignUpOpened;
import org.sala.sessions.api.SessionsEvent.SmallGroupsFormed;
import org.sala.sessions.api.SessionsEvent.SmallGroupsRevised;
import org.sala.sessions.api.Slot;
import org.sala.sessions.api.SmallGroup;
import org.sala.sessions.api.SummaryId;
import org.sala.sessions.api.SummitId;

/** A training that people sign up for, small groups that run, and a session that is called off. */
final class SampleProgramme {

    /** The day on which it is. */
    static final int DAY = 2;

    private static final Instant NINE = Instant.parse("2022-06-07T02:00:00Z");
    private static final Instant BEFORE = Instant.parse("2022-06-01T02:00:00Z");

    private final SummitId summit;
    private final List<ParticipantId> people;
    private final Supplier<UUID> ids;
    private final BiConsumer<UUID, SessionsEvent> teller;

    SampleProgramme(UUID summit, List<UUID> people, Supplier<UUID> ids, BiConsumer<UUID, SessionsEvent> teller) {
        this.summit = new SummitId(summit);
        this.people = people.stream().map(ParticipantId::new).toList();
        this.ids = ids;
        this.teller = teller;
    }

    void play() {
        training();
        smallGroups();
        calledOff();
    }

    private void tell(SessionId session, SessionsEvent event) {
        teller.accept(session.value(), event);
    }

    private void training() {
        var session = new SessionId(ids.get());
        tell(
                session,
                new SessionScheduled(session, summit, DAY, plan("Budgets", SessionKind.TRAINING, "Hall A", 0, 3)));
        tell(session, new SignUpOpened(session, summit, BEFORE));
        for (var i = 0; i < 5; i++) {
            var person = people.get(i);
            seat(
                    i < 3
                            ? new SeatTaken(session, summit, person, AttendanceMode.IN_PERSON, null, BEFORE)
                            : new SeatWaitlisted(session, summit, person, AttendanceMode.IN_PERSON, null, BEFORE));
        }
        seat(new SeatReleased(
                session, summit, people.get(0), AttendanceMode.IN_PERSON, false, ReleaseReason.GIVEN_BACK, BEFORE));
        seat(new SeatPromoted(session, summit, people.get(3), AttendanceMode.IN_PERSON, BEFORE));
        tell(
                session,
                new SessionRescheduled(
                        session,
                        summit,
                        DAY,
                        plan("Budgets that hold", SessionKind.TRAINING, "Hall A", 0, 3),
                        List.of(new Affected(people.get(1), Affected.Conflict.NOT_EXPECTED, null))));
    }

    private void seat(SessionsEvent.SignUpEvent event) {
        teller.accept(event.signUp().value(), event);
    }

    private void smallGroups() {
        var session = new SessionId(ids.get());
        tell(
                session,
                new SessionScheduled(
                        session,
                        summit,
                        DAY,
                        plan("What stands in the way", SessionKind.SMALL_GROUPS, "Hall B", 0, 40)));
        tell(session, new SessionStarted(session, summit, NINE, NINE));
        for (var i = 0; i < 5; i++) {
            tell(
                    session,
                    new ParticipantJoinedSession(
                            session,
                            summit,
                            people.get(i),
                            AttendanceMode.IN_PERSON,
                            NINE,
                            NINE,
                            AttendanceSource.SCAN));
        }
        tell(
                session,
                new ParticipantLeftSession(
                        session,
                        summit,
                        people.get(0),
                        AttendanceMode.IN_PERSON,
                        NINE.plusSeconds(600),
                        NINE.plusSeconds(600),
                        null));
        round(new SmallGroupsFormed(session, summit, 1, groups(0, 2, 4), NINE));
        round(new SmallGroupsRevised(session, summit, 1, groups(1, 3, 5), Set.of(people.get(2)), NINE));
        var summary = new SummaryId(ids.get());
        round(new GroupSummarySubmitted(
                session,
                summit,
                1,
                1,
                summary,
                List.of(new NamedChallenge(
                        ChallengeCategory.FUNDING, Personal.of(new FreeText(SampleFacts.SECRET_NAME)))),
                Personal.of(new FreeText(SampleFacts.SECRET_NAME)),
                NINE));
        round(new GroupSummaryErased(session, summit, 1, summary));
    }

    private void round(SessionsEvent.RoundEvent event) {
        teller.accept(event.id().value(), event);
    }

    private List<SmallGroup> groups(int from, int middle, int to) {
        return List.of(group(1, people.subList(from, middle)), group(2, people.subList(middle, to)));
    }

    private static SmallGroup group(int table, List<ParticipantId> people) {
        return new SmallGroup(table, Set.copyOf(people), Set.of(Language.KM), Set.of());
    }

    private void calledOff() {
        var session = new SessionId(ids.get());
        tell(session, new SessionScheduled(session, summit, DAY, plan("A walk", SessionKind.OTHER, "Garden", 4, 20)));
        tell(session, new SessionCancelled(session, summit, new BilingualText("ភ្លៀង", "It rains"), List.of(), BEFORE));
    }

    private static SessionPlan plan(String title, SessionKind kind, String room, int hour, int seats) {
        var start = NINE.plusSeconds(3_600L * hour);
        return new SessionPlan(
                new BilingualText(title, title),
                kind,
                Set.of(1),
                Method.SHARED_ANALYSIS,
                new Slot(start, start.plusSeconds(5_400)),
                new Place(room, null),
                Map.of(AttendanceMode.IN_PERSON, seats),
                Set.of(),
                Set.of(Language.KM),
                Set.of(Language.EN),
                List.of(new BilingualText("តើអ្វីជាឧបសគ្គ?", "What stands in the way?")),
                kind == SessionKind.TRAINING
                        ? new Eligibility(Set.of(Cohort.SOCIAL_LAB), Set.of(ParticipantRole.COACH))
                        : null);
    }
}
