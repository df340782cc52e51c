package org.sala.rehearsal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sala.feedback.api.BilingualText;
import org.sala.feedback.api.BoardId;
import org.sala.feedback.api.BoardKind;
import org.sala.feedback.api.Challenge;
import org.sala.feedback.api.FeedbackCommand.CloseBoard;
import org.sala.feedback.api.FeedbackCommand.OpenBoard;
import org.sala.feedback.api.FeedbackCommand.PostNote;
import org.sala.feedback.api.FreeText;
import org.sala.feedback.api.Language;
import org.sala.feedback.api.Lens;
import org.sala.feedback.api.Note;
import org.sala.feedback.api.NoteId;
import org.sala.feedback.api.NoteSource;
import org.sala.feedback.api.ParticipantId;
import org.sala.feedback.api.SessionId;
import org.sala.feedback.api.SummitId;

/** The boards and what hangs on them. */
final class FeedbackLines {

    final List<Line<OpenBoard>> opened;
    final List<Line<CloseBoard>> closed = new ArrayList<>();
    final List<Line<PostNote>> notes;

    FeedbackLines(SummitFiles files, Map<String, UUID> sessions) {
        var boards = new HashMap<String, UUID>();
        opened = Line.inOrder(files.sheet(
                        "boards", "key, kind, lens, session, prompt_km, prompt_en, opens_at, closes_at")
                .each(row -> {
                    var key = files.key(row, "board", boards);
                    var board = new BoardId(files.ids().of("board", key));
                    if (row.maybe("closes_at") != null) {
                        closed.add(row.line(key, row.moment("closes_at", files.zone()), new CloseBoard(board)));
                    }
                    return row.line(
                            key,
                            row.moment("opens_at", files.zone()),
                            new OpenBoard(
                                    board,
                                    new SummitId(files.ids().space()),
                                    row.one("kind", BoardKind.class),
                                    row.both("prompt", BilingualText::new),
                                    row.maybeOne("lens", Lens.class),
                                    row.maybe("session") == null
                                            ? null
                                            : new SessionId(row.known("session", sessions, "sessions.csv"))));
                }));
        var keys = new HashMap<String, UUID>();
        notes = Line.inOrder(files.sheet("notes", "key, board, language, text, source, signed_by, challenge, at")
                .each(row -> {
                    var key = files.key(row, "note", keys);
                    var at = row.moment("at", files.zone());
                    var signed = row.maybe("signed_by") != null;
                    var language = row.one("language", Language.class);
                    return row.line(
                            key,
                            at,
                            new PostNote(
                                    new NoteId(files.ids().of("note", key)),
                                    new BoardId(row.known("board", boards, "boards.csv")),
                                    new Note(
                                            new FreeText(
                                                    language == Language.KM ? row.khmer("text") : row.text("text")),
                                            language,
                                            row.one("source", NoteSource.class),
                                            signed
                                                    ? new ParticipantId(row.known(
                                                            "signed_by", files.participants(), "participants.csv"))
                                                    : null,
                                            signed ? at : null,
                                            row.maybeOne("challenge", Challenge.class),
                                            null)));
                }));
    }
}
