package org.sala.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.feedback.api.BilingualText;
import org.sala.feedback.api.BoardId;
import org.sala.feedback.api.BoardKind;
import org.sala.feedback.api.FeedbackQueries;
import org.sala.feedback.api.FeedbackRejected;
import org.sala.feedback.api.FeedbackRejected.Reason;
import org.sala.feedback.api.Lens;
import org.sala.feedback.api.SessionId;
import org.sala.feedback.api.SummitId;
import org.sala.ports.CommandGate;
import org.sala.ports.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers from the books that the commands write, so that what is answered is never behind what was decided. */
final class GatedFeedbackQueries implements FeedbackQueries {

    private static final Set<Role> WHO_MAY = Set.of(Role.STAFF, Role.FACILITATOR, Role.AUDITOR, Role.DONOR);

    private final CommandGate gate;
    private final Known known;
    private final JdbcClient database;

    GatedFeedbackQueries(CommandGate gate, Known known, JdbcClient database) {
        this.gate = gate;
        this.known = known;
        this.database = database;
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
