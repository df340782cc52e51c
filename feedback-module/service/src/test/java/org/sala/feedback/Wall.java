package org.sala.feedback;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.sala.feedback.api.BilingualText;
import org.sala.feedback.api.BoardId;
import org.sala.feedback.api.BoardKind;
import org.sala.feedback.api.Challenge;
import org.sala.feedback.api.FeedbackCommand.OpenBoard;
import org.sala.feedback.api.FeedbackEvent.BoardOpened;
import org.sala.feedback.api.FeedbackRejected;
import org.sala.feedback.api.FeedbackRejected.Reason;
import org.sala.feedback.api.FreeText;
import org.sala.feedback.api.Language;
import org.sala.feedback.api.Note;
import org.sala.feedback.api.NoteId;
import org.sala.feedback.api.NoteSource;
import org.sala.feedback.api.ParticipantId;
import org.sala.feedback.api.SessionId;
import org.sala.feedback.api.SummitId;
import org.sala.testing.AggregateFixtures;
import org.sala.testing.SettableClock;

/** Boards and notes for tests, and Axon's fixture around them. */
final class Wall {

    static final Instant NOW = Instant.parse("2022-06-09T02:00:00Z");
    static final SummitId SUMMIT = new SummitId(UUID.fromString("50220000-0000-4000-8000-000000000001"));
    static final SummitId ELSEWHERE = new SummitId(UUID.fromString("50220000-0000-4000-8000-000000000002"));
    static final ParticipantId DARA = person(1);
    static final ParticipantId OF_ANOTHER_SUMMIT = person(2);
    static final SessionId SESSION = session(1);
    static final SessionId OF_ANOTHER_PROGRAMME = session(2);
    static final KnownInMemory KNOWN = new KnownInMemory(
            new KnownInMemory.Summit(SUMMIT, DARA, SESSION),
            new KnownInMemory.Summit(ELSEWHERE, OF_ANOTHER_SUMMIT, OF_ANOTHER_PROGRAMME));

    private static final AggregateFixtures<FeedbackRejected, Reason> FIXTURES = new AggregateFixtures<>(
            FeedbackConfiguration::targetOf,
            FeedbackRejected.class,
            FeedbackRejected::reason,
            FeedbackRejected::details);

    private Wall() {}

    static ParticipantId person(int number) {
        return new ParticipantId(UUID.fromString("9e750000-0000-4000-8000-%012d".formatted(number)));
    }

    static SessionId session(int number) {
        return new SessionId(UUID.fromString("5e550000-0000-4000-8000-%012d".formatted(number)));
    }

    static BoardId board(int number) {
        return new BoardId(UUID.fromString("b0a20000-0000-4000-8000-%012d".formatted(number)));
    }

    static NoteId note(int number) {
        return new NoteId(UUID.fromString("207e0000-0000-4000-8000-%012d".formatted(number)));
    }

    static OpenBoard open(int number, @Nullable SessionId session) {
        return new OpenBoard(
                board(number),
                SUMMIT,
                BoardKind.EXPECTATIONS_TREE,
                new BilingualText("តើអ្នករំពឹងអ្វី?", "What do you expect?"),
                null,
                session);
    }

    static BoardOpened opened(OpenBoard command) {
        return new BoardOpened(
                command.board(),
                command.summit(),
                command.kind(),
                command.prompt(),
                command.lens(),
                command.session(),
                NOW);
    }

    static Note anonymous(String text) {
        return new Note(new FreeText(text), Language.EN, NoteSource.FLIPCHART, null, null, null, null);
    }

    static Note signed(ParticipantId participant, Instant occurredAt) {
        return new Note(
                new FreeText("Contingency planning"),
                Language.EN,
                NoteSource.TYPED,
                participant,
                occurredAt,
                Challenge.CAPACITY,
                new FreeText("planning"));
    }

    static <T> AggregateTestFixture<T> fixture(Class<T> aggregate, BoardsInMemory boards, SettableClock clock) {
        return FIXTURES.of(aggregate, boards, KNOWN, clock);
    }

    static void assertRefused(ResultValidator<?> result, Reason reason, Map<String, String> details) {
        FIXTURES.assertRefused(result, reason, details);
    }
}
