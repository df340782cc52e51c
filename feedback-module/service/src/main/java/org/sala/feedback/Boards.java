package org.sala.feedback;

import java.util.Optional;
import org.sala.feedback.api.BoardId;
import org.sala.feedback.api.FeedbackEvent.BoardOpened;
import org.sala.feedback.api.FeedbackEvent.NotePosted;
import org.sala.feedback.api.SummitId;

/** Which boards there are, and what hangs on them: what a note must know and can't know by itself. */
interface Boards {

    /** Puts a board up, in the command's transaction. */
    void open(BoardOpened board);

    /** Takes a board down, in the command's transaction; waits for the notes that are just being posted on it. */
    void close(BoardId board);

    /** A board that stays as it is until the end of the command's transaction; empty where there is none. */
    Optional<Standing> standing(BoardId board);

    /** Hangs a note up, in the command's transaction. */
    void hang(NotePosted note);

    /** Of which summit a board is, and whether it takes notes. */
    record Standing(SummitId summit, boolean open) {}
}
