package org.sala.feedback.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sala.feedback.api.FeedbackEvent.BoardClosed;
import org.sala.feedback.api.FeedbackEvent.BoardOpened;
import org.sala.feedback.api.FeedbackEvent.NotePosted;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds every event to its approved JSON, in both directions: what was published stays readable as it was meant. */
class EventContractTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final BoardId BOARD = new BoardId(UUID.fromString("b0a20000-0000-4000-8000-000000000001"));
    private static final NoteId NOTE = new NoteId(UUID.fromString("2073e0c4-91ab-4c3d-8e21-0a4c57d1f001"));
    private static final SummitId SUMMIT = new SummitId(UUID.fromString("50220000-0000-4000-8000-000000000001"));

    /** An event and the approved file that it is held to. */
    record Approved(String file, FeedbackEvent event) {

        byte[] json() throws IOException {
            var path = "/approved/" + file + ".json";
            try (var stream = Objects.requireNonNull(EventContractTest.class.getResourceAsStream(path), path)) {
                return stream.readAllBytes();
            }
        }
    }

    static Stream<Approved> events() {
        return Stream.of(
                new Approved(
                        "feedback.board-opened",
                        new BoardOpened(
                                BOARD,
                                SUMMIT,
                                BoardKind.VISION_TABLE,
                                new BilingualText("តើអ្នកត្រូវការអ្វីពីម្ចាស់ជំនួយ?", "What do you need from donors?"),
                                Lens.DONORS,
                                new SessionId(UUID.fromString("5e550000-0000-4000-8000-000000000001")),
                                Instant.parse("2022-06-09T01:30:00Z"))),
                new Approved(
                        "feedback.board-closed",
                        new BoardClosed(BOARD, SUMMIT, Instant.parse("2022-06-09T04:00:00.500Z"))),
                new Approved(
                        "feedback.note-posted",
                        new NotePosted(
                                NOTE,
                                BOARD,
                                SUMMIT,
                                new Note(
                                        new FreeText("Funding for small organisations too"),
                                        Language.EN,
                                        NoteSource.TYPED,
                                        new ParticipantId(UUID.fromString("9e750000-0000-4000-8000-000000000001")),
                                        Instant.parse("2022-06-09T02:10:00Z"),
                                        Challenge.FUNDING,
                                        new FreeText("localisation")))),
                new Approved(
                        "feedback.note-posted.anonymous",
                        new NotePosted(
                                NOTE,
                                BOARD,
                                SUMMIT,
                                new Note(
                                        new FreeText("យល់ដឹងអំពីគោលការណ៍មិនបង្កគ្រោះថ្នាក់"),
                                        Language.KM,
                                        NoteSource.FLIPCHART,
                                        null,
                                        null,
                                        null,
                                        null))));
    }

    @ParameterizedTest
    @MethodSource("events")
    void isWrittenAsApproved(Approved approved) throws IOException {
        assertThat(JSON.readTree(JSON.writeValueAsString(approved.event()))).isEqualTo(JSON.readTree(approved.json()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void isReadFromWhatWasApproved(Approved approved) throws IOException {
        assertThat(JSON.readValue(approved.json(), approved.event().getClass())).isEqualTo(approved.event());
    }

    @ParameterizedTest
    @MethodSource("events")
    void isReadWithAFieldThatANewerVersionAdded(Approved approved) throws IOException {
        var newer = (ObjectNode) JSON.readTree(approved.json());
        newer.put("addedLater", 1);
        assertThat(JSON.readValue(newer.toString(), approved.event().getClass()))
                .isEqualTo(approved.event());
    }

    @Test
    void everyEventIsHeldToItsJson() {
        assertThat(events().map(approved -> approved.event().getClass()).collect(Collectors.toSet()))
                .isEqualTo(records(FeedbackEvent.class).collect(Collectors.toSet()));
        assertThat(events())
                .allMatch(approved ->
                        approved.file().startsWith(wireName(approved.event().getClass())));
    }

    @Test
    void everyNameIsOfThisContextAndUsedOnce() {
        var names =
                records(FeedbackEvent.class).map(EventContractTest::wireName).toList();
        assertThat(names).allMatch(name -> name.matches("feedback\\.[a-z]+(-[a-z]+)*"));
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void whatSomebodyWroteIsShownByNoText() {
        assertThat(events().map(Approved::event).filter(NotePosted.class::isInstance))
                .allSatisfy(
                        event -> assertThat(event.toString()).doesNotContain("small organisations", "localisation"));
    }

    private static String wireName(Class<?> type) {
        return Objects.requireNonNull(type.getAnnotation(JsonTypeName.class), type::getName)
                .value();
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventContractTest::records)
                : Stream.of(type);
    }
}
