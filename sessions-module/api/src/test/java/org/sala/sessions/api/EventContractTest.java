package org.sala.sessions.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sala.sessions.api.SessionsEvent.ParticipantJoinedSession;
import org.sala.sessions.api.SessionsEvent.SessionEnded;
import org.sala.sessions.api.SessionsEvent.SessionScheduled;
import org.sala.sessions.api.SessionsEvent.SessionStarted;
import org.sala.testing.EventContract;
import tools.jackson.databind.json.JsonMapper;

class EventContractTest implements EventContract<SessionsEvent> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final SessionId SESSION = new SessionId(UUID.fromString("5e550000-0000-4000-8000-000000000001"));
    private static final SummitId SUMMIT = new SummitId(UUID.fromString("50220000-0000-4000-8000-000000000001"));
    private static final ParticipantId DARA =
            new ParticipantId(UUID.fromString("9e750000-0000-4000-8000-000000000001"));
    private static final ParticipantId SREYMOM =
            new ParticipantId(UUID.fromString("9e750000-0000-4000-8000-000000000002"));

    @Override
    public Class<SessionsEvent> language() {
        return SessionsEvent.class;
    }

    @Override
    public String context() {
        return "sessions";
    }

    @Override
    public Stream<Approved<SessionsEvent>> approved() {
        return events().map(Approved::of);
    }

    static Stream<SessionsEvent> events() {
        var plan = new SessionPlan(
                new BilingualText("ការនិទានរឿងប្រកបដោយភាពច្នៃប្រឌិត", "Creative storytelling"),
                SessionKind.TRAINING,
                Set.of(2, 4),
                Method.SPECIALIZED_TRAINING,
                new Slot(Instant.parse("2022-06-08T02:00:00Z"), Instant.parse("2022-06-08T04:30:00Z")),
                new Place("Mekong", "https://meet.example.org/storytelling"),
                Map.of(AttendanceMode.ONLINE, 20, AttendanceMode.IN_PERSON, 30),
                Set.of(SREYMOM, DARA),
                Set.of(Language.KM),
                Set.of(Language.EN),
                List.of(new BilingualText("តើរឿងរបស់អ្នកជាអ្វី?", "What is your story?")));
        return Stream.of(
                new SessionScheduled(SESSION, SUMMIT, 3, plan),
                new SessionStarted(
                        SESSION,
                        SUMMIT,
                        Instant.parse("2022-06-08T02:03:00Z"),
                        Instant.parse("2022-06-08T02:03:01.250Z")),
                new ParticipantJoinedSession(
                        SESSION,
                        SUMMIT,
                        DARA,
                        AttendanceMode.IN_PERSON,
                        Instant.parse("2022-06-08T02:05:00Z"),
                        Instant.parse("2022-06-08T02:40:00.125Z")),
                new SessionEnded(
                        SESSION,
                        SUMMIT,
                        Instant.parse("2022-06-08T04:31:00Z"),
                        Instant.parse("2022-06-08T04:31:02.500Z")));
    }

    @Test
    void equalPlansAreWrittenAlike() {
        var event = (SessionScheduled) events().findFirst().orElseThrow();
        var plan = event.plan();
        var other = new SessionPlan(
                plan.title(),
                plan.kind(),
                Set.of(4, 2),
                plan.method(),
                plan.slot(),
                plan.place(),
                Map.of(AttendanceMode.IN_PERSON, 30, AttendanceMode.ONLINE, 20),
                Set.of(DARA, SREYMOM),
                plan.languages(),
                plan.interpretation(),
                plan.prompts());
        assertThat(other).isEqualTo(plan);
        assertThat(JSON.writeValueAsString(other)).isEqualTo(JSON.writeValueAsString(plan));
    }

    @Test
    void aMeetingLinkIsShownByNoText() {
        assertThat(events().findFirst().orElseThrow().toString()).doesNotContain("meet.example.org");
    }
}
