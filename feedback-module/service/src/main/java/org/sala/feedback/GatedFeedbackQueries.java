package org.sala.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.jspecify.annotations.Nullable;
import org.sala.feedback.api.BilingualText;
import org.sala.feedback.api.BoardId;
import org.sala.feedback.api.BoardKind;
import org.sala.feedback.api.FeedbackEvent.NotePosted;
import org.sala.feedback.api.FeedbackQueries;
import org.sala.feedback.api.FeedbackRejected;
import org.sala.feedback.api.FeedbackRejected.Reason;
import org.sala.feedback.api.HungNote;
import org.sala.feedback.api.Lens;
import org.sala.feedback.api.NoteId;
import org.sala.feedback.api.SessionId;
import org.sala.feedback.api.SummitId;
import org.sala.ports.CommandGate;
import org.sala.ports.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Answers from the books that the commands write, so that what is answered is never behind what was decided; what notes
 * say, from their events, for staff.
 */
final class GatedFeedbackQueries implements FeedbackQueries {

    private static final Set<Role> WHO_MAY = Set.of(Role.STAFF, Role.FACILITATOR, Role.AUDITOR, Role.DONOR);

    private final CommandGate gate;
    private final Known known;
    private final JdbcClient database;
    private final EventStore events;

    GatedFeedbackQueries(CommandGate gate, Known known, JdbcClient database, EventStore events) {
        this.gate = gate;
        this.known = known;
        this.database = database;
        this.events = events;
    }

    @Override
    public List<BoardCount> boards(SummitId summit, String accessToken) {
        gate.admit(accessToken, WHO_MAY, () -> new FeedbackRejected(Reason.NOT_ALLOWED));
        if (!known.isAnnounced(summit)) {
            throw new FeedbackRejected(Reason.SUMMIT_UNKNOWN);
        }
        return database.sql("""
                        select b.*, (select count(*) from posted_note n where n.board = b.board) as notes
                        from board b where b.summit = :summit order by b.board""")
                .param("summit", summit.value())
                .query((row, _) -> count(row))
                .list();
    }

    /** From the notes' own events: what they say is kept in clear nowhere. */
    @Override
    public List<NoteWords> words(List<NoteId> notes, String accessToken) {
        var pass = gate.admit(
                accessToken, Set.of(Role.STAFF, Role.PARTICIPANT), () -> new FeedbackRejected(Reason.NOT_ALLOWED));
        if (notes.size() > WORDS_AT_MOST) {
            throw new FeedbackRejected(Reason.MALFORMED, Map.of("field", "notes"));
        }
        return notes.stream()
                .distinct()
                .flatMap(note -> posted(note)
                        .filter(content -> pass.role() != Role.PARTICIPANT || isSignedBy(pass.account(), content))
                        .map(content -> new NoteWords(note, content.text(), content.theme())))
                .toList();
    }

    /** A person's account has the id that they take part under. */
    private static boolean isSignedBy(String account, HungNote content) {
        var signer = content.signedBy();
        return signer != null && signer.toString().equals(account);
    }

    private Stream<HungNote> posted(NoteId note) {
        return events.readEvents(note.toString())
                .asStream()
                .map(Message::getPayload)
                .flatMap(event -> event instanceof NotePosted posted ? Stream.of(posted.content()) : Stream.empty());
    }

    private static BoardCount count(ResultSet row) throws SQLException {
        return new BoardCount(
                new BoardId(row.getObject("board", UUID.class)),
                BoardKind.valueOf(row.getString("kind")),
                new BilingualText(row.getString("prompt_km"), row.getString("prompt_en")),
                lens(row.getString("lens")),
                session(row.getObject("session", UUID.class)),
                row.getBoolean("open"),
                row.getLong("notes"));
    }

    private static @Nullable Lens lens(@Nullable String name) {
        return name == null ? null : Lens.valueOf(name);
    }

    private static @Nullable SessionId session(@Nullable UUID id) {
        return id == null ? null : new SessionId(id);
    }
}
