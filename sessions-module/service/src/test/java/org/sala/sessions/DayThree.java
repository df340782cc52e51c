package org.sala.sessions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.BilingualText;
import org.sala.sessions.api.Language;
import org.sala.sessions.api.Method;
import org.sala.sessions.api.OrganizationId;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.Place;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionKind;
import org.sala.sessions.api.SessionPlan;
import org.sala.sessions.api.SessionsCommand.ScheduleSession;
import org.sala.sessions.api.SessionsEvent.SessionScheduled;
import org.sala.sessions.api.Slot;
import org.sala.sessions.api.SummitId;
import org.sala.sessions.registered.Registered;

/** Day 3 of a summit in Phnom Penh, for tests: midnight there is 17:00 UTC. */
public final class DayThree {

    public static final SummitId SUMMIT = new SummitId(UUID.fromString("50220000-0000-4000-8000-000000000001"));
    public static final SummitId ELSEWHERE = new SummitId(UUID.fromString("50220000-0000-4000-8000-000000000002"));
    public static final Registered.Day DAY_THREE = new Registered.Day(
            Instant.parse("2022-06-07T17:00:00Z"),
            Instant.parse("2022-06-08T17:00:00Z"),
            Set.of(AttendanceMode.IN_PERSON, AttendanceMode.ONLINE));
    public static final Instant NINE = Instant.parse("2022-06-08T02:00:00Z");
    public static final Instant ELEVEN = Instant.parse("2022-06-08T04:00:00Z");

    private DayThree() {}

    public static SessionId session(int number) {
        return new SessionId(UUID.fromString("5e550000-0000-4000-8000-%012d".formatted(number)));
    }

    public static ParticipantId person(int number) {
        return new ParticipantId(UUID.fromString("9e750000-0000-4000-8000-%012d".formatted(number)));
    }

    public static SessionPlan plan(
            Slot slot, String room, Map<AttendanceMode, Integer> seats, ParticipantId... facilitators) {
        return new SessionPlan(
                new BilingualText("ការនិទានរឿង", "Storytelling"),
                SessionKind.TRAINING,
                Set.of(2),
                Method.SPECIALIZED_TRAINING,
                slot,
                new Place(room, "https://meet.example.org/storytelling"),
                seats,
                Set.of(facilitators),
                Set.of(Language.KM),
                Set.of(Language.EN),
                List.of());
    }

    public static OrganizationId organization(int number) {
        return new OrganizationId(UUID.fromString("09600000-0000-4000-8000-%012d".formatted(number)));
    }

    /** Two seats in the room, one online. */
    public static SessionPlan storytelling(ParticipantId... facilitators) {
        return plan(
                new Slot(NINE, ELEVEN),
                "Mekong",
                Map.of(AttendanceMode.IN_PERSON, 2, AttendanceMode.ONLINE, 1),
                facilitators);
    }

    public static ScheduleSession schedule(int number, SessionPlan plan) {
        return new ScheduleSession(session(number), SUMMIT, 3, plan);
    }

    public static SessionScheduled scheduled(int number, SessionPlan plan) {
        return new SessionScheduled(session(number), SUMMIT, 3, plan);
    }
}
