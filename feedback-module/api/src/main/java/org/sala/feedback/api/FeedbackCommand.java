package org.sala.feedback.api;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of feedback. Each record checks its form when it is made and refuses with {@link
 * FeedbackRejected.Reason#MALFORMED}; its {@link JsonTypeName} is its name over HTTP.
 */
public sealed interface FeedbackCommand {

    /** Asks something of a board. */
    sealed interface BoardCommand extends FeedbackCommand {
        BoardId board();
    }

    /** Asks something of, or for, a note. */
    sealed interface NoteCommand extends FeedbackCommand {
        NoteId note();
    }

    /**
     * Puts up a board that people can post notes on.
     *
     * @param prompt what it asks
     * @param lens whom a Vision table asks about; there if and only if it is one
     * @param session the session it hangs in; absent where it hangs for the whole summit
     */
    @JsonTypeName("open-board")
    record OpenBoard(
            BoardId board,
            SummitId summit,
            BoardKind kind,
            BilingualText prompt,
            @Nullable Lens lens,
            @Nullable SessionId session)
            implements BoardCommand {

        public OpenBoard {
            Form.required("board", board);
            Form.required("summit", summit);
            Form.required("kind", kind);
            Form.text("prompt", prompt, 500);
            Form.that("lens", (kind == BoardKind.VISION_TABLE) == (lens != null));
        }
    }

    /** Takes a board down: what hangs there stays, and no more notes are taken. */
    @JsonTypeName("close-board")
    record CloseBoard(BoardId board) implements BoardCommand {

        public CloseBoard {
            Form.required("board", board);
        }
    }

    /**
     * Posts a note on a board, signed or anonymous. Idempotent per note.
     *
     * @param note a random id; that of an anonymous note must not tell a time (no UUID of version 1, 2, 6 or 7)
     */
    @JsonTypeName("post-note")
    record PostNote(NoteId note, BoardId board, Note content) implements NoteCommand {

        public PostNote {
            Form.required("note", note);
            Form.required("board", board);
            Form.note(note, Form.required("content", content));
        }
    }

    /** Erases for good what a note says that nobody signed; a signed one goes with its person. Idempotent. */
    @JsonTypeName("erase-note")
    record EraseNote(NoteId note) implements NoteCommand {

        public EraseNote {
            Form.required("note", note);
        }
    }
}
