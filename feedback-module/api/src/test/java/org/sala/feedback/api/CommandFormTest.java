package org.sala.feedback.api;

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
import org.sala.feedback.api.FeedbackCommand.CloseBoard;
import org.sala.feedback.api.FeedbackCommand.OpenBoard;
import org.sala.feedback.api.FeedbackCommand.PostNote;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Commands as they come over the wire: what is let in, and which field is named where it isn't. */
class CommandFormTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String OPEN = """
            {
              "board": "b0a20000-0000-4000-8000-000000000001",
              "summit": "50220000-0000-4000-8000-000000000001",
              "kind": "EXPECTATIONS_TREE",
              "prompt": {"km": "តើអ្នករំពឹងអ្វី?", "en": "What do you expect?"}
            }
            """;

    private static final String SIGNED = """
            {
              "note": "2073e0c4-91ab-4c3d-8e21-0a4c57d1f001",
              "board": "b0a20000-0000-4000-8000-000000000001",
              "content": {
                "text": "Wellbeing at work",
                "language": "EN",
                "source": "TYPED",
                "signedBy": "9e750000-0000-4000-8000-000000000001",
                "occurredAt": "2022-06-07T02:00:00Z",
                "challenge": "CAPACITY",
                "theme": "wellbeing"
              }
            }
            """;

    private static final String ANONYMOUS = """
            {
              "note": "2073e0c4-91ab-4c3d-8e21-0a4c57d1f001",
              "board": "b0a20000-0000-4000-8000-000000000001",
              "content": {"text": "Wellbeing at work", "language": "EN", "source": "FLIPCHART"}
            }
            """;

    static Stream<Arguments> spoiledNotes() {
        return Stream.of(
                Arguments.of("/note", "null", "note"),
                Arguments.of("/board", "null", "board"),
                Arguments.of("/content", "null", "content"),
                Arguments.of("/content/text", "null", "text"),
                Arguments.of("/content/text", "\"\"", "text"),
                Arguments.of("/content/text", "\" \\n \"", "text"),
                Arguments.of("/content/text", "\"" + "a".repeat(1001) + "\"", "text"),
                Arguments.of("/content/text", "\"" + "😀".repeat(1001) + "\"", "text"),
                Arguments.of("/content/text", "\"a\\u0000b\"", "text"),
                Arguments.of("/content/text", "\"a\\u001bb\"", "text"),
                Arguments.of("/content/text", "\"half \\udc00\"", "text"),
                Arguments.of("/content/language", "null", "language"),
                Arguments.of("/content/source", "null", "source"),
                Arguments.of("/content/signedBy", "null", "occurredAt"),
                Arguments.of("/content/occurredAt", "null", "occurredAt"),
                Arguments.of("/content/theme", "\"\"", "theme"),
                Arguments.of("/content/theme", "\"two\\nlines\"", "theme"),
                Arguments.of("/content/theme", "\"" + "a".repeat(81) + "\"", "theme"));
    }

    static Stream<Arguments> spoiledBoards() {
        return Stream.of(
                Arguments.of("/board", "null", "board"),
                Arguments.of("/summit", "null", "summit"),
                Arguments.of("/kind", "null", "kind"),
                Arguments.of("/kind", "\"VISION_TABLE\"", "lens"),
                Arguments.of("/lens", "\"DONORS\"", "lens"),
                Arguments.of("/prompt", "null", "prompt"),
                Arguments.of("/prompt/km", "null", "prompt"),
                Arguments.of("/prompt/en", "\"\"", "prompt"),
                Arguments.of("/prompt/en", "\"" + "a".repeat(501) + "\"", "prompt"));
    }

    @ParameterizedTest
    @MethodSource("spoiledNotes")
    void aSpoiledFieldOfANoteIsNamed(String pointer, String value, String field) {
        assertThat(refusalOf(with(SIGNED, pointer, value), PostNote.class).details())
                .isEqualTo(Map.of("field", field));
    }

    @ParameterizedTest
    @MethodSource("spoiledBoards")
    void aSpoiledFieldOfABoardIsNamed(String pointer, String value, String field) {
        assertThat(refusalOf(with(OPEN, pointer, value), OpenBoard.class).details())
                .isEqualTo(Map.of("field", field));
    }

    @Test
    void closingNeedsABoard() {
        assertThat(refusalOf("{}", CloseBoard.class).details()).isEqualTo(Map.of("field", "board"));
    }

    @Test
    void whatIsWellFormedIsLetIn() {
        assertThatCode(() -> JSON.readValue(OPEN, OpenBoard.class)).doesNotThrowAnyException();
        assertThatCode(() -> JSON.readValue(SIGNED, PostNote.class)).doesNotThrowAnyException();
        assertThatCode(() -> JSON.readValue(ANONYMOUS, PostNote.class)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ក្រុមតូច\\nបន្ទាត់ទីពីរ\\tចុង", "zero\\u200bwidth"})
    void linesTabsAndKhmerWordBreaksAreText(String text) {
        var json = with(ANONYMOUS, "/content/text", "\"" + text + "\"");
        assertThatCode(() -> JSON.readValue(json, PostNote.class)).doesNotThrowAnyException();
    }

    @Test
    void aThousandCharactersAreCountedAsPeopleCount() {
        var json = with(ANONYMOUS, "/content/text", "\"" + "😀".repeat(1000) + "\"");
        assertThatCode(() -> JSON.readValue(json, PostNote.class)).doesNotThrowAnyException();
    }

    @Test
    void anAnonymousNoteWithATimeIsRefused() {
        var json = with(ANONYMOUS, "/content/occurredAt", "\"2022-06-07T02:00:00Z\"");
        assertThat(refusalOf(json, PostNote.class).details()).isEqualTo(Map.of("field", "occurredAt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c232ab00-9414-11ec-b3c8-9f6bdeced846",
                "000003e8-b7c9-21ec-8b00-325096b39f47",
                "1ec9414c-232a-6b00-b3c8-9f6bdeced846",
                "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"
            })
    void anAnonymousNoteWhoseIdTellsATimeIsRefused(String id) {
        assertThat(refusalOf(with(ANONYMOUS, "/note", "\"" + id + "\""), PostNote.class)
                        .details())
                .isEqualTo(Map.of("field", "note"));
        assertThatCode(() -> JSON.readValue(with(SIGNED, "/note", "\"" + id + "\""), PostNote.class))
                .doesNotThrowAnyException();
    }

    @Test
    void aNoteAsTextShowsNothingOfWhatWasWritten() {
        assertThat(JSON.readValue(SIGNED, PostNote.class).toString()).doesNotContain("Wellbeing", "wellbeing");
    }

    private static String with(String json, String pointer, String value) {
        var command = JSON.readTree(json);
        var slash = pointer.lastIndexOf('/');
        ((ObjectNode) command.at(pointer.substring(0, slash))).set(pointer.substring(slash + 1), JSON.readTree(value));
        return command.toString();
    }

    private static FeedbackRejected refusalOf(String json, Class<?> type) {
        var unread = catchThrowableOfType(JacksonException.class, () -> JSON.readValue(json, type));
        assertThat(unread).hasRootCauseInstanceOf(FeedbackRejected.class);
        Throwable cause = unread;
        while (!(cause instanceof FeedbackRejected refusal)) {
            cause = Objects.requireNonNull(cause.getCause());
        }
        assertThat(refusal.reason()).isEqualTo(FeedbackRejected.Reason.MALFORMED);
        return refusal;
    }
}
