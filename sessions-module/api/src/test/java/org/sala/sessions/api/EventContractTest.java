package org.sala.sessions.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sala.sessions.api.SessionsEvent.SessionScheduled;
import org.sala.testing.EventContract;
import tools.jackson.databind.json.JsonMapper;

class EventContractTest implements EventContract<SessionsEvent> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

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
        return Stream.concat(
                Samples.EVENTS.stream().map(Approved::of),
                Samples.VARIANTS.entrySet().stream().map(entry -> Approved.of(entry.getValue(), entry.getKey())));
    }

    @Test
    void equalPlansAreWrittenAlike() {
        var plan = Samples.PLAN;
        var other = new SessionPlan(
                plan.title(),
                plan.kind(),
                Set.of(4, 2),
                plan.method(),
                plan.slot(),
                plan.place(),
                Map.of(AttendanceMode.IN_PERSON, 30, AttendanceMode.ONLINE, 20),
                Set.of(Samples.DARA, Samples.SREYMOM),
                plan.languages(),
                plan.interpretation(),
                plan.prompts());
        assertThat(other).isEqualTo(plan);
        assertThat(JSON.writeValueAsString(other)).isEqualTo(JSON.writeValueAsString(plan));
    }

    @Test
    void aMeetingLinkIsShownByNoText() {
        assertThat(new SessionScheduled(Samples.SESSION, Samples.SUMMIT, 3, Samples.PLAN))
                .asString()
                .doesNotContain("meet.example.org");
    }

    @Test
    void whatPeopleSaidIsShownByNoText() {
        assertThat(Samples.EVENTS)
                .allSatisfy(event -> assertThat(event.toString())
                        .doesNotContain("Small grants", "នៅជាប់គ្នា", "nets", "hatchery", "costs"));
    }

    @Test
    void aSubjectIsTheSameWhoeverWorksItOut() {
        var session = Samples.SESSION;
        assertThat(SignUpId.of(session, Samples.DARA)).hasToString("fafaa98e-bb08-3cfe-8836-87eef370346f");
        assertThat(RoundId.of(session, 1)).hasToString("a9552b0a-0285-3578-8921-9121307b050e");
        assertThat(StageId.of(session)).hasToString("c9cd0178-fb5e-3ed6-8172-9a9def33c871");
    }
}
