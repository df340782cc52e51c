package org.sala.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.feedback.Wall.ELSEWHERE;
import static org.sala.feedback.Wall.NOW;
import static org.sala.feedback.Wall.OF_ANOTHER_PROGRAMME;
import static org.sala.feedback.Wall.SESSION;
import static org.sala.feedback.Wall.SUMMIT;
import static org.sala.feedback.Wall.assertRefused;
import static org.sala.feedback.Wall.board;
import static org.sala.feedback.Wall.open;
import static org.sala.feedback.Wall.opened;
import static org.sala.feedback.Wall.session;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.sala.feedback.api.BoardKind;
import org.sala.feedback.api.FeedbackCommand;
import org.sala.feedback.api.FeedbackCommand.CloseBoard;
import org.sala.feedback.api.FeedbackCommand.OpenBoard;
import org.sala.feedback.api.FeedbackEvent;
import org.sala.feedback.api.FeedbackEvent.BoardClosed;
import org.sala.feedback.api.FeedbackRejected.Reason;
import org.sala.feedback.api.Lens;
import org.sala.feedback.api.SummitId;
import org.sala.testing.SettableClock;

/** Every branch of a board's decisions. */
class BoardTest {

    private static final BoardClosed CLOSED = new BoardClosed(board(1), SUMMIT, NOW);

    private final SettableClock clock = new SettableClock(NOW);
    private final BoardsInMemory boards = new BoardsInMemory();

    @Test
    void aBoardIsOpened() {
        when(open(1, null)).expectEvents(opened(open(1, null)));
        assertThat(boards.standing(board(1))).isEqualTo(Optional.of(new Boards.Standing(SUMMIT, true)));
    }

    @Test
    void aBoardIsOpenedInASessionOfItsSummit() {
        when(open(1, SESSION)).expectEvents(opened(open(1, SESSION)));
    }

    @Test
    void openingTwiceChangesNothing() {
        clock.advance(Duration.ofHours(1));
        when(open(1, SESSION), opened(open(1, SESSION)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void openingAgainWhatWasClosedChangesNothing() {
        when(open(1, null), opened(open(1, null)), CLOSED)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void theSameIdForAnotherBoardIsRefused() {
        var before = open(1, null);
        var other = new OpenBoard(
                before.board(),
                before.summit(),
                BoardKind.VISION_TABLE,
                before.prompt(),
                Lens.DONORS,
                before.session());
        assertRefused(when(other, opened(before)), Reason.ID_TAKEN, Map.of());
        assertRefused(when(other, opened(before), CLOSED), Reason.ID_TAKEN, Map.of());
    }

    @Test
    void aSummitThatNobodyAnnouncedIsRefused() {
        var like = open(1, null);
        var unheardOf = new SummitId(session(9).value());
        assertRefused(
                when(new OpenBoard(like.board(), unheardOf, like.kind(), like.prompt(), null, null)),
                Reason.SUMMIT_UNKNOWN,
                Map.of());
    }

    @Test
    void aSessionThatIsNotOfTheSummitIsRefused() {
        assertRefused(when(open(1, session(9))), Reason.SESSION_UNKNOWN, Map.of());
        assertRefused(when(open(1, OF_ANOTHER_PROGRAMME)), Reason.SESSION_UNKNOWN, Map.of());
        var like = open(1, SESSION);
        assertRefused(
                when(new OpenBoard(like.board(), ELSEWHERE, like.kind(), like.prompt(), null, SESSION)),
                Reason.SESSION_UNKNOWN,
                Map.of());
    }

    @Test
    void aBoardIsClosed() {
        boards.open(opened(open(1, null)));
        when(new CloseBoard(board(1)), opened(open(1, null))).expectEvents(CLOSED);
        assertThat(boards.standing(board(1))).isEqualTo(Optional.of(new Boards.Standing(SUMMIT, false)));
    }

    @Test
    void closingTwiceChangesNothing() {
        when(new CloseBoard(board(1)), opened(open(1, null)), CLOSED)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void closingWhatWasNeverOpenedIsRefused() {
        assertRefused(when(new CloseBoard(board(1))), Reason.BOARD_UNKNOWN, Map.of());
    }

    @Test
    void aClosingThatCannotFollowIsTakenWithoutAWord() {
        var unopened = new BoardState.Unopened();
        assertThat(unopened.evolve(CLOSED)).isEqualTo(unopened);
    }

    private ResultValidator<Board> when(FeedbackCommand command, FeedbackEvent... history) {
        return Wall.fixture(Board.class, boards, clock)
                .given((Object[]) history)
                .when(command);
    }
}
