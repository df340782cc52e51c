package org.sala.sessions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every command as it comes over the wire: a field that is spoiled, or is not there, is named and never repeated. */
class EveryCommandsFormTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LONG = "\"" + "x".repeat(2_001) + "\"";

    private static final Map<String, String> FIELDS = Map.ofEntries(
            id("session", "5e55"),
            id("summit", "5022"),
            id("participant", "9e75"),
            id("nominee", "9e75"),
            id("askedBy", "9e75"),
            id("givenBy", "9e75"),
            id("summary", "5033"),
            id("team", "7ea0"),
            id("interview", "1e77"),
            id("question", "9e55"),
            id("feedback", "feed"),
            id("certificate", "ce57"),
            Map.entry("mode", "\"ONLINE\""),
            Map.entry("occurredAt", "\"2022-06-08T02:00:00Z\""),
            Map.entry("source", "\"SHEET\""),
            Map.entry("day", "3"),
            Map.entry("round", "1"),
            Map.entry("table", "1"),
            Map.entry("reason", "{\"km\": \"ឈឺ\", \"en\": \"Ill\"}"),
            Map.entry("title", "{\"km\": \"ត្រី\", \"en\": \"Fish\"}"),
            Map.entry("words", "\"We want to stay connected\""),
            Map.entry("waiving", "\"Speaks in both\""),
            Map.entry("pitch", "{\"idea\": \"A hatchery\", \"whyCare\": null, \"howItDiffers\": null}"),
            Map.entry("order", "[\"7ea00000-0000-4000-8000-000000000001\"]"),
            Map.entry("organizations", "[\"09600000-0000-4000-8000-000000000001\"]"),
            Map.entry("challenges", "[{\"category\": \"FUNDING\", \"words\": \"Grants come late\"}]"),
            Map.entry("groups", """
                    [{"table": 1, "people": ["9e750000-0000-4000-8000-000000000001"], "languages": ["KM"],
                      "interpretation": []}]"""),
            Map.entry("stays", """
                    [{"participant": "9e750000-0000-4000-8000-000000000001", "mode": "ONLINE",
                      "joinedAt": "2022-06-08T02:00:00Z", "leftAt": "2022-06-08T03:00:00Z"}]"""),
            Map.entry("plan", """
                    {"title": {"km": "ការបើក", "en": "Opening"}, "kind": "OPENING", "objectives": [1],
                     "method": "OTHER", "slot": {"start": "2022-06-08T02:00:00Z", "end": "2022-06-08T04:00:00Z"},
                     "place": {"room": "Mekong", "link": null}, "seats": {"IN_PERSON": 30}, "facilitators": [],
                     "languages": ["KM"], "interpretation": [], "prompts": [],
                     "eligibility": {"cohorts": ["SOCIAL_LAB"], "roles": []}}"""));

    /** What may be left out. */
    private static final Map<String, List<String>> OPTIONAL = Map.of(
            "join-session", List.of("source"), "leave-session", List.of("source"), "take-seat", List.of("waiving"));

    private static Map.Entry<String, String> id(String field, String begin) {
        return Map.entry(field, "\"%s0000-0000-4000-8000-000000000001\"".formatted(begin));
    }

    @Test
    void whatIsWellFormedIsLetInAndSurvivesTheWayOverHttp() {
        assertThat(commands()).hasSizeGreaterThan(20).allSatisfy(type -> {
            var command = JSON.treeToValue(wellFormed(type), type);
            assertThat(JSON.readValue(JSON.writeValueAsString(command), type)).isEqualTo(command);
        });
    }

    @TestFactory
    Stream<DynamicTest> aFieldThatIsMissingIsNamed() {
        return commands()
                .flatMap(type -> Arrays.stream(type.getRecordComponents())
                        // a number that is missing is refused where the JSON is read
                        .filter(component -> !component.getType().isPrimitive())
                        .map(RecordComponent::getName)
                        .filter(field ->
                                !OPTIONAL.getOrDefault(name(type), List.of()).contains(field))
                        .map(field -> DynamicTest.dynamicTest(name(type) + " without " + field, () -> {
                            var command = wellFormed(type);
                            command.remove(field);
                            assertNamed(field, command, type);
                        })));
    }

    @TestFactory
    Stream<DynamicTest> whatMayBeLeftOutMay() {
        return commands()
                .flatMap(type -> OPTIONAL.getOrDefault(name(type), List.of()).stream()
                        .map(field -> DynamicTest.dynamicTest(name(type) + " without " + field, () -> {
                            var command = wellFormed(type);
                            command.remove(field);
                            assertThat(JSON.treeToValue(command, type)).isNotNull();
                        })));
    }

    @TestFactory
    Stream<DynamicTest> aFieldThatIsSpoiledIsNamed() {
        return Stream.of(
                spoiled("reschedule-session", "/day", "61", "day"),
                spoiled("reschedule-session", "/plan/seats", "{}", "seats"),
                spoiled("reschedule-session", "/plan/eligibility/roles", "null", "roles"),
                spoiled("cancel-session", "/reason/km", "\" \"", "reason"),
                spoiled("cancel-session", "/reason/en", LONG, "reason"),
                spoiled("record-attendance", "/stays", "[]", "stays"),
                spoiled("record-attendance", "/stays", "[null]", "stays"),
                spoiled("record-attendance", "/stays/0/participant", "null", "participant"),
                spoiled("record-attendance", "/stays/0/mode", "null", "mode"),
                spoiled("record-attendance", "/stays/0/joinedAt", "null", "joinedAt"),
                spoiled("record-attendance", "/stays/0/leftAt", "\"2022-06-08T02:00:00Z\"", "leftAt"),
                spoiled("record-attendance", "/stays/0/leftAt", "\"2222-06-08T02:00:00Z\"", "leftAt"),
                spoiled("take-seat", "/waiving", "\"\"", "waiving"),
                spoiled("take-seat", "/waiving", LONG, "waiving"),
                spoiled("form-small-groups", "/round", "101", "round"),
                spoiled("form-small-groups", "/groups", "[]", "groups"),
                spoiled("form-small-groups", "/groups/0/table", "501", "table"),
                spoiled("form-small-groups", "/groups/0/people", "[]", "people"),
                spoiled("form-small-groups", "/groups/0/languages", "[]", "languages"),
                spoiled("revise-small-groups", "/groups/0/people", "[null]", "people"),
                spoiled("submit-group-summary", "/table", "501", "table"),
                spoiled("submit-group-summary", "/challenges/0/category", "null", "challenges"),
                spoiled("submit-group-summary", "/challenges/0/words", "\"a\\u0007\"", "challenges"),
                spoiled("submit-group-summary", "/words", LONG, "words"),
                spoiled("enter-pitch-team", "/organizations", "[]", "organizations"),
                spoiled("enter-pitch-team", "/title/km", "null", "title"),
                spoiled("arrange-running-order", "/order", "[null]", "order"),
                spoiled("start-interview", "/occurredAt", "\"1970-01-01T00:00:00Z\"", "occurredAt"),
                spoiled("ask-question", "/words", "\" \"", "words"),
                spoiled("deliver-pitch", "/pitch/idea", "null", "pitch"),
                spoiled("deliver-pitch", "/pitch/idea", LONG, "pitch"),
                spoiled("give-pitch-feedback", "/words", LONG, "words"));
    }

    @Test
    void nobodySitsAtTwoTablesAndNoTableIsThereTwice() {
        var type = commandNamed("form-small-groups");
        var twice = wellFormed(type);
        twice.withArray("groups").add(twice.at("/groups/0").deepCopy());
        assertNamed("table", twice, type);
        ((ObjectNode) twice.at("/groups/1")).put("table", 2);
        assertNamed("people", twice, type);
    }

    private DynamicTest spoiled(String command, String pointer, String value, String field) {
        var shown = value.length() > 40 ? value.substring(0, 40) + "…" : value;
        return DynamicTest.dynamicTest(command + " " + pointer + " " + shown, () -> {
            var type = commandNamed(command);
            var json = wellFormed(type);
            var slash = pointer.lastIndexOf('/');
            ((ObjectNode) json.at(pointer.substring(0, slash))).set(pointer.substring(slash + 1), JSON.readTree(value));
            assertNamed(field, json, type);
        });
    }

    private static void assertNamed(String field, ObjectNode command, Class<? extends SessionsCommand> type) {
        var unread = catchThrowableOfType(JacksonException.class, () -> JSON.treeToValue(command, type));
        assertThat(unread).as("%s", command).hasRootCauseInstanceOf(SessionsRejected.class);
        Throwable cause = unread;
        while (!(cause instanceof SessionsRejected refusal)) {
            cause = Objects.requireNonNull(cause.getCause());
        }
        assertThat(refusal.reason()).isEqualTo(SessionsRejected.Reason.MALFORMED);
        assertThat(refusal.details()).isEqualTo(Map.of("field", field));
    }

    private static ObjectNode wellFormed(Class<? extends SessionsCommand> type) {
        var command = JSON.createObjectNode();
        for (var component : type.getRecordComponents()) {
            var value = Objects.requireNonNull(FIELDS.get(component.getName()), component.getName());
            command.set(component.getName(), JSON.readTree(value));
        }
        return command;
    }

    private static Class<? extends SessionsCommand> commandNamed(String name) {
        return commands().filter(type -> name(type).equals(name)).findFirst().orElseThrow();
    }

    private static String name(Class<?> type) {
        return Objects.requireNonNull(type.getAnnotation(JsonTypeName.class)).value();
    }

    private static Stream<Class<? extends SessionsCommand>> commands() {
        return records(SessionsCommand.class).map(type -> type.<SessionsCommand>asSubclass(SessionsCommand.class));
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(Objects.requireNonNull(type.getPermittedSubclasses()))
                        .flatMap(EveryCommandsFormTest::records)
                : Stream.of(type);
    }

    @Test
    void everyCommandHasANameOfItsOwn() {
        var names = commands().map(EveryCommandsFormTest::name).collect(Collectors.toList());
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    }
}
