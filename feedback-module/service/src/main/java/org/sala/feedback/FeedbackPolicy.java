package org.sala.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.sala.feedback.BoardState.Closed;
import org.sala.feedback.BoardState.Open;
import org.sala.feedback.BoardState.Unopened;
import org.sala.feedback.NoteState.Erased;
import org.sala.feedback.NoteState.Posted;
import org.sala.feedback.NoteState.Unposted;
import org.sala.feedback.api.BoardId;
import org.sala.feedback.api.FeedbackCommand.CloseBoard;
import org.sala.feedback.api.FeedbackCommand.EraseNote;
import org.sala.feedback.api.FeedbackCommand.OpenBoard;
import org.sala.feedback.api.FeedbackCommand.PostNote;
import org.sala.feedback.api.FeedbackEvent.BoardClosed;
import org.sala.feedback.api.FeedbackEvent.BoardOpened;
import org.sala.feedback.api.FeedbackEvent.NoteErased;
import org.sala.feedback.api.FeedbackEvent.NotePosted;
import org.sala.feedback.api.FeedbackRejected;
import org.sala.feedback.api.FeedbackRejected.Reason;
import org.sala.feedback.api.HungNote;
import org.sala.feedback.api.Note;
import org.sala.feedback.api.SummitId;

/**
 * The rules of boards and notes. Each decision is a function of the state, the command, what other contexts have told,
 * and the time; empty: the command was a repeat and changes nothing.
 */
final class FeedbackPolicy {

    /** How far a device's clock may be ahead. */
    static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(2);

    private FeedbackPolicy() {}

    static Optional<BoardOpened> decide(BoardState state, OpenBoard command, Known known, Instant now) {
        return switch (state) {
            case Unopened() -> {
                announced(command.summit(), known);
                itsSessionIsOfTheSummit(command, known);
                yield Optional.of(new BoardOpened(
                        command.board(),
                        command.summit(),
                        command.kind(),
                        command.prompt(),
                        command.lens(),
                        command.session(),
                        now));
            }
            case Open(var opening) -> sameAsBefore(opening, command);
            case Closed(var opening) -> sameAsBefore(opening, command);
        };
    }

    static Optional<BoardClosed> decide(BoardState state, CloseBoard command, Instant now) {
        return switch (state) {
            case Unopened() -> throw new FeedbackRejected(Reason.BOARD_UNKNOWN);
            case Open(var opening) -> Optional.of(new BoardClosed(command.board(), opening.summit(), now));
            case Closed _ -> Optional.empty();
        };
    }

    static Optional<NotePosted> decide(NoteState state, PostNote command, Boards boards, Known known, Instant now) {
        return switch (state) {
            case Unposted() -> {
                var summit = takesNotes(command.board(), boards);
                signedByARegisteredPerson(command.content(), summit, known);
                notInTheFuture(command.content(), now);
                yield Optional.of(
                        new NotePosted(command.note(), command.board(), summit, HungNote.of(command.content())));
            }
            case Posted(var posting) -> {
                if (posting.board().equals(command.board())
                        && posting.content().equals(HungNote.of(command.content()))) {
                    yield Optional.empty();
                }
                throw new FeedbackRejected(Reason.ID_TAKEN);
            }
            case Erased _ -> throw new FeedbackRejected(Reason.ID_TAKEN);
        };
    }

    static Optional<NoteErased> decide(NoteState state, EraseNote command, Instant now) {
        return switch (state) {
            case Unposted() -> throw new FeedbackRejected(Reason.NOTE_UNKNOWN);
            case Posted(var posting)
            when !posting.content().isAnonymous() -> throw new FeedbackRejected(Reason.NOTE_SIGNED);
            case Posted(var posting) ->
                Optional.of(new NoteErased(command.note(), posting.board(), posting.summit(), now));
            case Erased _ -> Optional.empty();
        };
    }

    private static Optional<BoardOpened> sameAsBefore(BoardOpened opening, OpenBoard command) {
        var before = new OpenBoard(
                opening.board(), opening.summit(), opening.kind(), opening.prompt(), opening.lens(), opening.session());
        if (before.equals(command)) {
            return Optional.empty();
        }
        throw new FeedbackRejected(Reason.ID_TAKEN);
    }

    private static void announced(SummitId summit, Known known) {
        if (!known.isAnnounced(summit)) {
            throw new FeedbackRejected(Reason.SUMMIT_UNKNOWN);
        }
    }

    private static void itsSessionIsOfTheSummit(OpenBoard command, Known known) {
        if (command.session() != null && !known.isScheduled(command.session(), command.summit())) {
            throw new FeedbackRejected(Reason.SESSION_UNKNOWN);
        }
    }

    private static SummitId takesNotes(BoardId board, Boards boards) {
        var standing = boards.standing(board).orElseThrow(() -> new FeedbackRejected(Reason.BOARD_UNKNOWN));
        if (!standing.open()) {
            throw new FeedbackRejected(Reason.BOARD_CLOSED);
        }
        return standing.summit();
    }

    private static void signedByARegisteredPerson(Note note, SummitId summit, Known known) {
        if (note.signedBy() != null && !known.isRegistered(note.signedBy(), summit)) {
            throw new FeedbackRejected(
                    Reason.PARTICIPANT_UNKNOWN,
                    Map.of("participant", note.signedBy().toString()));
        }
    }

    private static void notInTheFuture(Note note, Instant now) {
        if (note.occurredAt() != null && note.occurredAt().isAfter(now.plus(CLOCKS_DIFFER_BY))) {
            throw new FeedbackRejected(Reason.IN_THE_FUTURE);
        }
    }
}
