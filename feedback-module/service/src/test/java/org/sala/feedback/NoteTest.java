package org.sala.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.feedback.Wall.DARA;
import static org.sala.feedback.Wall.NOW;
import static org.sala.feedback.Wall.OF_ANOTHER_SUMMIT;
import static org.sala.feedback.Wall.SUMMIT;
import static org.sala.feedback.Wall.anonymous;
import static org.sala.feedback.Wall.assertRefused;
import static org.sala.feedback.Wall.board;
import static org.sala.feedback.Wall.note;
import static org.sala.feedback.Wall.open;
import static org.sala.feedback.Wall.opened;
import static org.sala.feedback.Wall.person;
import static org.sala.feedback.Wall.signed;

import java.time.Duration;
import java.util.Map;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sala.feedback.api.FeedbackCommand.EraseNote;
import org.sala.feedback.api.FeedbackCommand.PostNote;
import org.sala.feedback.api.FeedbackEvent;
import org.sala.feedback.api.FeedbackEvent.NoteErased;
import org.sala.feedback.api.FeedbackEvent.NotePosted;
import org.sala.feedback.api.FeedbackRejected.Reason;
import org.sala.feedback.api.HungNote;
import org.sala.feedback.api.ParticipantId;
import org.sala.testing.SettableClock;

/** Every branch of a note's decisions. */
class NoteTest {

    private final SettableClock clock = new SettableClock(NOW);
    private final BoardsInMemory boards = new BoardsInMemory();

    @BeforeEach
    void openABoard() {
        boards.open(opened(open(1, null)));
    }

    @Test
    void anAnonymousNoteIsPostedAsItIs() {
        when(post(1, 1)).expectEvents(posted(1, 1));
        assertThat(boards.notes()).containsExactly(note(1));
    }

    @Test
    void aSignedNoteIsPostedWithItsPersonAndTime() {
        var content = signed(DARA, NOW.minusSeconds(60));
        when(new PostNote(note(1), board(1), content))
                .expectEvents(new NotePosted(note(1), board(1), SUMMIT, HungNote.of(content)));
    }

    @Test
    void postingTwiceChangesNothing() {
        when(post(1, 1), posted(1, 1)).expectSuccessfulHandlerExecution().expectNoEvents();
        assertThat(boards.notes()).isEmpty();
    }

    @Test
    void postingAgainOnABoardThatWasClosedSinceChangesNothing() {
        boards.close(board(1));
        when(post(1, 1), posted(1, 1)).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void theSameIdForAnotherNoteIsRefused() {
        assertRefused(
                when(new PostNote(note(1), board(1), anonymous("Something else")), posted(1, 1)),
                Reason.ID_TAKEN,
                Map.of());
        assertRefused(when(post(1, 2), posted(1, 1)), Reason.ID_TAKEN, Map.of());
    }

    @Test
    void aBoardThatIsNotThereIsRefused() {
        assertRefused(when(post(1, 2)), Reason.BOARD_UNKNOWN, Map.of());
    }

    @Test
    void aBoardThatIsClosedIsRefused() {
        boards.close(board(1));
        assertRefused(when(post(1, 1)), Reason.BOARD_CLOSED, Map.of());
        assertThat(boards.notes()).isEmpty();
    }

    @Test
    void onlyARegisteredPersonOfTheSummitSigns() {
        for (var stranger : new ParticipantId[] {person(9), OF_ANOTHER_SUMMIT}) {
            assertRefused(
                    when(new PostNote(note(1), board(1), signed(stranger, NOW))),
                    Reason.PARTICIPANT_UNKNOWN,
                    Map.of("participant", stranger.toString()));
        }
    }

    @Test
    void aDeviceMayBeALittleAheadAndNoMore() {
        var ahead = NOW.plus(FeedbackPolicy.CLOCKS_DIFFER_BY);
        var content = signed(DARA, ahead);
        when(new PostNote(note(1), board(1), content))
                .expectEvents(new NotePosted(note(1), board(1), SUMMIT, HungNote.of(content)));
        assertRefused(
                when(new PostNote(note(1), board(1), signed(DARA, ahead.plus(Duration.ofMillis(1))))),
                Reason.IN_THE_FUTURE,
                Map.of());
    }

    @Test
    void aNoteThatNobodySignedIsErasedOnce() {
        var erased = new NoteErased(note(1), board(1), SUMMIT, NOW);
        erase(posted(1, 1)).expectEvents(erased);
        erase(posted(1, 1), erased).expectSuccessfulHandlerExecution().expectNoEvents();
        assertRefused(when(post(1, 1), posted(1, 1), erased), Reason.ID_TAKEN, Map.of());
    }

    @Test
    void aNoteThatSomebodySignedGoesWithThatPersonAlone() {
        var signed = new NotePosted(note(1), board(1), SUMMIT, HungNote.of(signed(DARA, NOW)));
        assertRefused(erase(signed), Reason.NOTE_SIGNED, Map.of());
        assertRefused(erase(), Reason.NOTE_UNKNOWN, Map.of());
    }

    private ResultValidator<PostedNote> erase(FeedbackEvent... history) {
        return Wall.fixture(PostedNote.class, boards, clock)
                .given((Object[]) history)
                .when(new EraseNote(note(1)));
    }

    private ResultValidator<PostedNote> when(PostNote command, FeedbackEvent... history) {
        return Wall.fixture(PostedNote.class, boards, clock)
                .given((Object[]) history)
                .when(command);
    }

    private static PostNote post(int note, int board) {
        return new PostNote(note(note), board(board), anonymous("Do No Harm"));
    }

    private static NotePosted posted(int note, int board) {
        return new NotePosted(note(note), board(board), SUMMIT, HungNote.of(anonymous("Do No Harm")));
    }
}
