package org.sala.feedback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.feedback.api.BoardId;
import org.sala.feedback.api.FeedbackEvent.BoardOpened;
import org.sala.feedback.api.FeedbackEvent.NotePosted;
import org.sala.feedback.api.NoteId;

/** The boards in a map. */
final class BoardsInMemory implements Boards {

    private final Map<BoardId, Standing> standings = new LinkedHashMap<>();
    private final List<NoteId> notes = new ArrayList<>();

    @Override
    public void open(BoardOpened board) {
        standings.put(board.board(), new Standing(board.summit(), true));
    }

    @Override
    public void close(BoardId board) {
        standings.computeIfPresent(board, (_, standing) -> new Standing(standing.summit(), false));
    }

    @Override
    public Optional<Standing> standing(BoardId board) {
        return Optional.ofNullable(standings.get(board));
    }

    @Override
    public void hang(NotePosted note) {
        notes.add(note.note());
    }

    List<NoteId> notes() {
        return notes;
    }
}
