package org.sala.feedback;

import java.util.Optional;
import java.util.UUID;
import org.sala.feedback.api.BoardId;
import org.sala.feedback.api.FeedbackEvent.BoardOpened;
import org.sala.feedback.api.FeedbackEvent.NotePosted;
import org.sala.feedback.api.SummitId;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Boards} in PostgreSQL. Notes share a lock on their board's row, which only closing it takes for itself. */
final class PostgresBoards implements Boards {

    private final JdbcClient database;

    PostgresBoards(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void open(BoardOpened board) {
        var entered = database.sql("""
                        insert into board (board, summit, kind, prompt_km, prompt_en, lens, session)
                        values (:board, :summit, :kind, :promptKm, :promptEn, :lens, :session)
                        on conflict do nothing""")
                .param("board", board.board().value())
                .param("summit", board.summit().value())
                .param("kind", board.kind().name())
                .param("promptKm", board.prompt().km())
                .param("promptEn", board.prompt().en())
                .param("lens", board.lens() == null ? null : board.lens().name())
                .param(
                        "session",
                        board.session() == null ? null : board.session().value())
                .update();
        mustBeFirst(entered, board.board());
    }

    @Override
    public void close(BoardId board) {
        database.sql("update board set open = false where board = :board")
                .param("board", board.value())
                .update();
    }

    @Override
    public Optional<Standing> standing(BoardId board) {
        return database.sql("select summit, open from board where board = :board for share")
                .param("board", board.value())
                .query((row, _) ->
                        new Standing(new SummitId(row.getObject("summit", UUID.class)), row.getBoolean("open")))
                .optional();
    }

    @Override
    public void hang(NotePosted note) {
        var entered = database.sql(
                        "insert into posted_note (note, board) values (:note, :board) on conflict do nothing")
                .param("note", note.note().value())
                .param("board", note.board().value())
                .update();
        mustBeFirst(entered, note.note());
    }

    /** What is there although it was decided to be new was decided on another node this moment: to be decided anew. */
    private static void mustBeFirst(int entered, Record id) {
        if (entered == 0) {
            throw new CannotAcquireLockException(id + " is being entered elsewhere");
        }
    }
}
