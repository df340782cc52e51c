package org.sala.sessions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.sessions.api.SessionsCommand.EndSession;
import org.sala.sessions.api.SessionsCommand.JoinSession;
import org.sala.sessions.api.SessionsCommand.ScheduleSession;
import org.sala.sessions.api.SessionsCommand.StartSession;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Commands as they come over the wire: what is let in, and which field is named where it isn't. */
class CommandFormTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String SCHEDULE = """
            {
              "session": "5e550000-0000-4000-8000-000000000001",
              "summit": "50220000-0000-4000-8000-000000000001",
              "day": 3,
              "plan": {
                "title": {"km": "ការបើក", "en": "Opening"},
                "kind": "OPENING",
                "objectives": [1, 4],
                "method": "COMMUNITY_BUILDING",
                "slot": {"start": "2022-06-08T02:00:00Z", "end": "2022-06-08T04:00:00Z"},
                "place": {"room": "Mekong", "link": "https://meet.example.org/a?b=c"},
                "seats": {"IN_PERSON": 30, "ONLINE": 20},
                "facilitators": ["9e750000-0000-4000-8000-000000000001"],
                "languages": ["KM"],
                "interpretation": ["EN"],
                "prompts": [{"km": "ហេតុអ្វី?", "en": "Why?"}]
              }
            }
            """;

    static Stream<Arguments> spoiled() {
        return Stream.of(
                Arguments.of("/session", "null", "session"),
                Arguments.of("/summit", "null", "summit"),
                Arguments.of("/day", "0", "day"),
                Arguments.of("/day", "61", "day"),
                Arguments.of("/plan", "null", "plan"),
                Arguments.of("/plan/title", "null", "title"),
                Arguments.of("/plan/title/km", "\" \"", "title"),
                Arguments.of("/plan/title/en", "null", "title"),
                Arguments.of("/plan/title/en", "\"" + "a".repeat(201) + "\"", "title"),
                Arguments.of("/plan/title/en", "\"a\\u0007\"", "title"),
                Arguments.of("/plan/title/en", "\"half \\ud83d\"", "title"),
                Arguments.of("/plan/kind", "null", "kind"),
                Arguments.of("/plan/objectives", "[0]", "objectives"),
                Arguments.of("/plan/objectives", "[5]", "objectives"),
                Arguments.of("/plan/objectives", "[null]", "objectives"),
                Arguments.of("/plan/method", "null", "method"),
                Arguments.of("/plan/slot", "null", "slot"),
                Arguments.of("/plan/slot/start", "null", "slot"),
                Arguments.of("/plan/slot/end", "null", "slot"),
                Arguments.of("/plan/slot/end", "\"2022-06-08T02:00:00Z\"", "slot"),
                Arguments.of("/plan/place", "null", "place"),
                Arguments.of("/plan/place/room", "null", "room"),
                Arguments.of("/plan/place/room", "\"Me\\nkong\"", "room"),
                Arguments.of("/plan/place/link", "null", "link"),
                Arguments.of("/plan/place/link", "\"http://meet.example.org\"", "link"),
                Arguments.of("/plan/place/link", "\"https://somebody@meet.example.org/\"", "link"),
                Arguments.of("/plan/place/link", "\"javascript:alert(1)\"", "link"),
                Arguments.of("/plan/place/link", "\"https://meet.example.org/" + "a".repeat(500) + "\"", "link"),
                Arguments.of("/plan/seats", "null", "seats"),
                Arguments.of("/plan/seats", "{}", "seats"),
                Arguments.of("/plan/seats", "{\"IN_PERSON\": 0}", "seats"),
                Arguments.of("/plan/seats", "{\"IN_PERSON\": null}", "seats"),
                Arguments.of("/plan/seats", "{\"IN_PERSON\": 100001}", "seats"),
                Arguments.of("/plan/objectives", "null", "objectives"),
                Arguments.of("/plan/facilitators", "null", "facilitators"),
                Arguments.of("/plan/facilitators", "[null]", "facilitators"),
                Arguments.of("/plan/languages", "[]", "languages"),
                Arguments.of("/plan/languages", "null", "languages"),
                Arguments.of("/plan/prompts", "null", "prompts"),
                Arguments.of("/plan/prompts", "[null]", "prompts"),
                Arguments.of("/plan/prompts/0/km", "null", "prompts"));
    }

    @ParameterizedTest
    @MethodSource("spoiled")
    void aSpoiledFieldIsNamed(String pointer, String value, String field) {
        var command = JSON.readTree(SCHEDULE);
        var slash = pointer.lastIndexOf('/');
        ((ObjectNode) command.at(pointer.substring(0, slash))).set(pointer.substring(slash + 1), JSON.readTree(value));

        var refusal = refusalOf(command.toString(), ScheduleSession.class);

        assertThat(refusal.reason()).isEqualTo(SessionsRejected.Reason.MALFORMED);
        assertThat(refusal.details()).isEqualTo(Map.of("field", field));
    }

    @Test
    void whatIsWellFormedIsLetIn() {
        assertThatCode(() -> JSON.readValue(SCHEDULE, ScheduleSession.class)).doesNotThrowAnyException();
    }

    @Test
    void aRoomNeedsNoLinkAndALinkNoRoom() {
        var inPerson = (ObjectNode) JSON.readTree(SCHEDULE);
        ((ObjectNode) inPerson.at("/plan")).set("seats", JSON.readTree("{\"IN_PERSON\": 5}"));
        ((ObjectNode) inPerson.at("/plan/place")).remove("link");
        assertThatCode(() -> JSON.readValue(inPerson.toString(), ScheduleSession.class))
                .doesNotThrowAnyException();

        var online = (ObjectNode) JSON.readTree(SCHEDULE);
        ((ObjectNode) online.at("/plan")).set("seats", JSON.readTree("{\"ONLINE\": 5}"));
        ((ObjectNode) online.at("/plan/place")).remove("room");
        assertThatCode(() -> JSON.readValue(online.toString(), ScheduleSession.class))
                .doesNotThrowAnyException();
    }

    @Test
    void aSessionMayServeNoObjectiveAndHaveNobodyToLeadIt() {
        var command = (ObjectNode) JSON.readTree(SCHEDULE);
        for (var field : new String[] {"objectives", "facilitators", "interpretation", "prompts"}) {
            ((ObjectNode) command.at("/plan")).set(field, JSON.readTree("[]"));
        }
        assertThatCode(() -> JSON.readValue(command.toString(), ScheduleSession.class))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "participant", "mode", "occurredAt"})
    void joiningNeedsEveryField(String field) {
        var command = (ObjectNode) JSON.readTree("""
                        {
                          "session": "5e550000-0000-4000-8000-000000000001",
                          "participant": "9e750000-0000-4000-8000-000000000001",
                          "mode": "ONLINE",
                          "occurredAt": "2022-06-08T02:00:00Z"
                        }
                        """);
        command.remove(field);
        assertThat(refusalOf(command.toString(), JoinSession.class).details()).isEqualTo(Map.of("field", field));
    }

    @ParameterizedTest
    @ValueSource(classes = {StartSession.class, EndSession.class})
    void startingAndEndingNeedEveryField(Class<?> type) {
        assertThat(refusalOf("{\"occurredAt\": \"2022-06-08T02:00:00Z\"}", type).details())
                .isEqualTo(Map.of("field", "session"));
        assertThat(refusalOf("{\"session\": \"5e550000-0000-4000-8000-000000000001\"}", type)
                        .details())
                .isEqualTo(Map.of("field", "occurredAt"));
    }

    private static SessionsRejected refusalOf(String json, Class<?> type) {
        var unread = catchThrowableOfType(JacksonException.class, () -> JSON.readValue(json, type));
        assertThat(unread).hasRootCauseInstanceOf(SessionsRejected.class);
        Throwable cause = unread;
        while (!(cause instanceof SessionsRejected refusal)) {
            cause = Objects.requireNonNull(cause.getCause());
        }
        return refusal;
    }
}
