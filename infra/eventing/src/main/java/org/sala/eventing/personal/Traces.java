package org.sala.eventing.personal;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * What PostgreSQL's files still hold of keys that were destroyed, and their removal (decision 0055). A row that is gone is
 * still in its page until the table is written anew, and in the write-ahead log until its file is removed.
 */
final class Traces {

    /** Plain vacuum gives the row's place free; whether its bytes are then written over is chance. */
    private static final String WRITE_TABLE_ANEW = "vacuum (full) subject_key";

    private static final String MAY_END_LOG = """
            select has_function_privilege('pg_switch_wal()', 'execute')
                and pg_has_role('pg_checkpoint', 'usage') and not pg_is_in_recovery()""";

    private final DataSource dataSource;
    private volatile boolean left;

    Traces(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A key was destroyed. */
    void left() {
        left = true;
    }

    /**
     * Removes what it can, if there is anything.
     *
     * @return whether there was
     */
    boolean remove() {
        if (!left) {
            return false;
        }
        left = false;
        try (var connection = dataSource.getConnection()) {
            execute(connection, WRITE_TABLE_ANEW);
            if (mayEndLog(connection)) {
                execute(connection, "select pg_switch_wal()");
                // with the file before the switch goes the one that the table had before
                execute(connection, "checkpoint");
            }
            return true;
        } catch (SQLException e) {
            left = true;
            throw new DataAccessResourceFailureException("what destroyed keys left behind can't be removed", e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean mayEndLog(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(MAY_END_LOG)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
