package org.sala.feedback.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sala.feedback.api.FeedbackEvent.BoardClosed;
import org.sala.feedback.api.FeedbackEvent.BoardOpened;
import org.sala.feedback.api.FeedbackEvent.NoteErased;
import org.sala.feedback.api.FeedbackEvent.NotePosted;
import org.sala.testing.EventContract;

class EventContractTest implements EventContract<FeedbackEvent> {

    private static final BoardId BOARD = new BoardId(UUID.fromString("b0a20000-0000-4000-8000-000000000001"));
    private static final NoteId NOTE = new NoteId(UUID.fromString("2073e0c4-91ab-4c3d-8e21-0a4c57d1f001"));
    private static final SummitId SUMMIT = new SummitId(UUID.fromString("50220000-0000-4000-8000-000000000001"));

    @Override
    public Class<FeedbackEvent> language() {
        return FeedbackEvent.class;
    }

    @Override
    public String context() {
        return "feedback";
    }

    @Override
    public Stream<Approved<FeedbackEvent>> approved() {
        return Stream.of(
                Approved.of(new BoardOpened(
                        BOARD,
                        SUMMIT,
                        BoardKind.VISION_TABLE,
                        new BilingualText("តើអ្នកត្រូវការអ្វីពីម្ចាស់ជំនួយ?", "What do you need from donors?"),
                        Lens.DONORS,
                        new SessionId(UUID.fromString("5e550000-0000-4000-8000-000000000001")),
                        Instant.parse("2022-06-09T01:30:00Z"))),
                Approved.of(new BoardClosed(BOARD, SUMMIT, Instant.parse("2022-06-09T04:00:00.500Z"))),
                Approved.of(new NotePosted(
                        NOTE,
                        BOARD,
                        SUMMIT,
                        HungNote.of(new Note(
                                new FreeText("Funding for small organisations too"),
                                Language.EN,
                                NoteSource.TYPED,
                                new ParticipantId(UUID.fromString("9e750000-0000-4000-8000-000000000001")),
                                Instant.parse("2022-06-09T02:10:00Z"),
                                Challenge.FUNDING,
                                new FreeText("localisation"))))),
                Approved.of(
                        new NotePosted(
                                NOTE,
                                BOARD,
                                SUMMIT,
                                HungNote.of(new Note(
                                        new FreeText("យល់ដឹងអំពីគោលការណ៍មិនបង្កគ្រោះថ្នាក់"),
                                        Language.KM,
                                        NoteSource.FLIPCHART,
                                        null,
                                        null,
                                        null,
                                        null))),
                        "anonymous"),
                Approved.of(new NoteErased(NOTE, BOARD, SUMMIT, Instant.parse("2022-06-12T05:00:00Z"))));
    }

    @Test
    void whatSomebodyWroteIsShownByNoText() {
        assertThat(approved().map(Approved::event).filter(NotePosted.class::isInstance))
                .allSatisfy(
                        event -> assertThat(event.toString()).doesNotContain("small organisations", "localisation"));
    }
}
