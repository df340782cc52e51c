package org.sala.ui.programme;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.sala.eventing.intake.Fact;
import org.sala.eventing.intake.Projection;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.BilingualText;
import org.sala.sessions.api.Eligibility;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SessionPlan;
import org.sala.sessions.api.SessionsEvent;
import org.sala.sessions.api.SessionsEvent.CertificateEvent;
import org.sala.sessions.api.SessionsEvent.GroupSummaryErased;
import org.sala.sessions.api.SessionsEvent.GroupSummarySubmitted;
import org.sala.sessions.api.SessionsEvent.ParticipantJoinedSession;
import org.sala.sessions.api.SessionsEvent.ParticipantLeftSession;
import org.sala.sessions.api.SessionsEvent.RoundEvent;
import org.sala.sessions.api.SessionsEvent.SeatPromoted;
import org.sala.sessions.api.SessionsEvent.SeatReleased;
import org.sala.sessions.api.SessionsEvent.SeatTaken;
import org.sala.sessions.api.SessionsEvent.SeatWaitlisted;
import org.sala.sessions.api.SessionsEvent.SessionCancelled;
import org.sala.sessions.api.SessionsEvent.SessionEnded;
import org.sala.sessions.api.SessionsEvent.SessionEvent;
import org.sala.sessions.api.SessionsEvent.SessionRescheduled;
import org.sala.sessions.api.SessionsEvent.SessionScheduled;
import org.sala.sessions.api.SessionsEvent.SessionStarted;
import org.sala.sessions.api.SessionsEvent.SignUpEvent;
import org.sala.sessions.api.SessionsEvent.SignUpOpened;
import org.sala.sessions.api.SessionsEvent.SmallGroupsFormed;
import org.sala.sessions.api.SessionsEvent.SmallGroupsRevised;
import org.sala.sessions.api.SessionsEvent.StageEvent;
import org.sala.sessions.api.SmallGroup;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Folds what sessions tells of the programme. */
@Component
class ProgrammeProjection implements Projection {

    @Override
    public String name() {
        return "programme";
    }

    @Override
    public List<String> tables() {
        return List.of("programme_session", "programme_seat", "programme_move", "programme_group", "programme_summary");
    }

    @Override
    public void fold(Fact fact, JdbcClient database) {
        if (fact.event() instanceof SessionsEvent event) {
            fold(event, database);
        }
    }

    private static void fold(SessionsEvent event, JdbcClient database) {
        switch (event) {
            case SessionEvent ofSession -> fold(ofSession, database);
            case SignUpEvent ofSeat -> fold(ofSeat, database);
            case RoundEvent ofRound -> fold(ofRound, database);
            // not of the programme, or not yet
            case StageEvent _, CertificateEvent _ -> {}
        }
    }

    private static void fold(SessionEvent event, JdbcClient database) {
        switch (event) {
            case SessionScheduled scheduled -> planned(event, scheduled.day(), scheduled.plan(), database);
            case SessionRescheduled rescheduled -> planned(event, rescheduled.day(), rescheduled.plan(), database);
            case SignUpOpened _ ->
                of(event, "update programme_session set sign_up = true where session = :session", database)
                        .update();
            case SessionCancelled cancelled ->
                of(event, """
                                update programme_session set state = 'CANCELLED', why_km = :km, why_en = :en
                                where session = :session""", database)
                        .param("km", cancelled.reason().km())
                        .param("en", cancelled.reason().en())
                        .update();
            case SessionStarted started ->
                of(event, """
                                update programme_session set state = 'RUNNING', started_at = :at
                                where session = :session""", database).param("at", at(started.occurredAt())).update();
            case SessionEnded ended ->
                of(event, """
                                update programme_session set state = 'ENDED', ended_at = :at
                                where session = :session""", database).param("at", at(ended.occurredAt())).update();
            case ParticipantJoinedSession joined ->
                moved(event, joined.participant(), joined.mode(), joined.occurredAt(), true, database);
            case ParticipantLeftSession left ->
                moved(event, left.participant(), left.mode(), left.occurredAt(), false, database);
        }
    }

    private static JdbcClient.StatementSpec of(SessionEvent event, String sql, JdbcClient database) {
        return database.sql(sql).param("session", event.session().value());
    }

    private static void planned(SessionEvent event, int day, SessionPlan plan, JdbcClient database) {
        var eligibility = plan.eligibility() == null ? Eligibility.EVERYBODY : plan.eligibility();
        of(event, """
                insert into programme_session (session, summit, day, title_km, title_en, kind, method, objectives,
                  starts_at, ends_at, room, link, seats_in_person, seats_online, facilitators, languages,
                  interpretation, prompts_km, prompts_en, cohorts, roles)
                values (:session, :summit, :day, :titleKm, :titleEn, :kind, :method, :objectives, :starts, :ends,
                  :room, :link, :inPerson, :online, :facilitators, :languages, :interpretation, :promptsKm,
                  :promptsEn, :cohorts, :roles)
                on conflict (session) do update set day = excluded.day, title_km = excluded.title_km,
                  title_en = excluded.title_en, kind = excluded.kind, method = excluded.method,
                  objectives = excluded.objectives, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
                  room = excluded.room, link = excluded.link, seats_in_person = excluded.seats_in_person,
                  seats_online = excluded.seats_online, facilitators = excluded.facilitators,
                  languages = excluded.languages, interpretation = excluded.interpretation,
                  prompts_km = excluded.prompts_km, prompts_en = excluded.prompts_en, cohorts = excluded.cohorts,
                  roles = excluded.roles""", database)
                .param("summit", event.summit().value())
                .param("day", day)
                .param("titleKm", plan.title().km())
                .param("titleEn", plan.title().en())
                .param("kind", plan.kind().name())
                .param("method", plan.method().name())
                .param("objectives", plan.objectives().toArray(Integer[]::new))
                .param("starts", at(plan.slot().start()))
                .param("ends", at(plan.slot().end()))
                .param("room", plan.place().room(), Types.VARCHAR)
                .param("link", plan.place().link(), Types.VARCHAR)
                .param("inPerson", plan.seats().get(AttendanceMode.IN_PERSON), Types.INTEGER)
                .param("online", plan.seats().get(AttendanceMode.ONLINE), Types.INTEGER)
                .param("facilitators", ids(plan.facilitators()))
                .param("languages", names(plan.languages()))
                .param("interpretation", names(plan.interpretation()))
                .param(
                        "promptsKm",
                        plan.prompts().stream().map(BilingualText::km).toArray(String[]::new))
                .param(
                        "promptsEn",
                        plan.prompts().stream().map(BilingualText::en).toArray(String[]::new))
                .param("cohorts", names(eligibility.cohorts()))
                .param("roles", names(eligibility.roles()))
                .update();
    }

    private static void moved(
            SessionEvent event,
            ParticipantId participant,
            AttendanceMode mode,
            Instant time,
            boolean came,
            JdbcClient database) {
        of(event, """
                insert into programme_move (session, participant, mode, at, came, summit)
                values (:session, :participant, :mode, :at, :came, :summit) on conflict do nothing""", database)
                .param("participant", participant.value())
                .param("mode", mode.name())
                .param("at", at(time))
                .param("came", came)
                .param("summit", event.summit().value())
                .update();
    }

    private static void fold(SignUpEvent event, JdbcClient database) {
        switch (event) {
            case SeatTaken taken -> seat(event, false, taken.recordedAt(), database);
            case SeatWaitlisted waits -> seat(event, true, waits.recordedAt(), database);
            case SeatPromoted promoted -> seat(event, false, promoted.recordedAt(), database);
            case SeatReleased _ ->
                database.sql("delete from programme_seat where session = :session and participant = :participant")
                        .param("session", event.session().value())
                        .param("participant", event.participant().value())
                        .update();
        }
    }

    private static void seat(SignUpEvent event, boolean waits, Instant since, JdbcClient database) {
        database.sql("""
                        insert into programme_seat (session, participant, summit, mode, waits, since)
                        values (:session, :participant, :summit, :mode, :waits, :since)
                        on conflict (session, participant) do update
                        set mode = excluded.mode, waits = excluded.waits, since = excluded.since""")
                .param("session", event.session().value())
                .param("participant", event.participant().value())
                .param("summit", event.summit().value())
                .param("mode", event.mode().name())
                .param("waits", waits)
                .param("since", at(since))
                .update();
    }

    private static void fold(RoundEvent event, JdbcClient database) {
        switch (event) {
            case SmallGroupsFormed formed -> seated(event, formed.groups(), database);
            case SmallGroupsRevised revised -> seated(event, revised.groups(), database);
            case GroupSummarySubmitted submitted -> summed(submitted, database);
            // its categories still count, and nothing else of it is here
            case GroupSummaryErased _ -> {}
        }
    }

    private static void seated(RoundEvent event, List<SmallGroup> groups, JdbcClient database) {
        database.sql("delete from programme_group where session = :session and round = :round")
                .param("session", event.session().value())
                .param("round", event.round())
                .update();
        for (var group : groups) {
            database.sql("""
                            insert into programme_group (session, round, "table", summit, people, languages,
                              interpretation)
                            values (:session, :round, :table, :summit, :people, :languages, :interpretation)""")
                    .param("session", event.session().value())
                    .param("round", event.round())
                    .param("table", group.table())
                    .param("summit", event.summit().value())
                    .param("people", ids(group.people()))
                    .param("languages", names(group.languages()))
                    .param("interpretation", names(group.interpretation()))
                    .update();
        }
    }

    private static void summed(GroupSummarySubmitted submitted, JdbcClient database) {
        database.sql("""
                        insert into programme_summary (session, round, "table", summit, summary, challenges)
                        values (:session, :round, :table, :summit, :summary, :challenges)
                        on conflict (session, round, "table") do update
                        set summary = excluded.summary, challenges = excluded.challenges""")
                .param("session", submitted.session().value())
                .param("round", submitted.round())
                .param("table", submitted.table())
                .param("summit", submitted.summit().value())
                .param("summary", submitted.summary().value())
                .param(
                        "challenges",
                        submitted.challenges().stream()
                                .map(challenge -> challenge.category().name())
                                .toArray(String[]::new))
                .update();
    }

    private static UUID[] ids(Collection<ParticipantId> people) {
        return people.stream().map(ParticipantId::value).toArray(UUID[]::new);
    }

    private static String[] names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toArray(String[]::new);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
