package org.sala.ui.shell;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What read models keep in more than one column, or otherwise than it is read. */
public final class Columns {

    private Columns() {}

    /** Something in both languages, of the columns {@code name_km} and {@code name_en}. */
    public static Summit.Text text(ResultSet row, String name) throws SQLException {
        return new Summit.Text(row.getString(name + "_km"), row.getString(name + "_en"));
    }

    /** A moment; null where there is none. */
    public static @Nullable Instant moment(ResultSet row, String name) throws SQLException {
        var moment = row.getObject(name, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
