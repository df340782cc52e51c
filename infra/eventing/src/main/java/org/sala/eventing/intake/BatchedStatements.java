package org.sala.eventing.intake;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.SqlProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Holds the changes of many folds back and sends them together: those with the same words go to the database at once
 * and are not waited for one by one. Within a line (one projection's statements about one subject) they keep their
 * order; between lines order means nothing, by what a {@link Projection} promises. A query sends first what is held.
 *
 * <p>For one thread and one transaction.
 */
final class BatchedStatements {

    /** What keeps its order: what one projection does about one subject. */
    private record Line(Projection projection, String context, String subject) {}

    private record Held(String sql, PreparedStatementSetter parameters) {}

    private final Template template;
    private final JdbcClient client;
    private final Map<Line, ArrayDeque<Held>> lines = new LinkedHashMap<>();
    private @Nullable Line current;

    BatchedStatements(DataSource dataSource) {
        this.template = new Template(dataSource);
        this.client = JdbcClient.create(template);
    }

    /** Folds a fact into a projection. What it changes is in the tables after {@link #send}. */
    void fold(Projection projection, Fact fact) {
        current = new Line(projection, fact.context(), fact.subject());
        try {
            projection.fold(fact, client);
        } finally {
            current = null;
        }
    }

    /** Forgets what is held. */
    void forget() {
        lines.clear();
    }

    /** Sends what is held. */
    void send() {
        if (lines.isEmpty()) {
            return;
        }
        var left = List.copyOf(lines.values());
        lines.clear();
        template.send(left);
    }

    private final class Template extends JdbcTemplate {

        private boolean sending;

        Template(DataSource dataSource) {
            super(dataSource);
        }

        /** Every statement but a held one comes by here for its connection. */
        @Override
        protected DataSource obtainDataSource() {
            if (!sending) {
                BatchedStatements.this.send();
            }
            return super.obtainDataSource();
        }

        @Override
        public int update(PreparedStatementCreator statement) {
            var line = current;
            if (line != null
                    && statement instanceof SqlProvider words
                    && statement instanceof PreparedStatementSetter parameters) {
                lines.computeIfAbsent(line, one -> new ArrayDeque<>())
                        .add(new Held(Objects.requireNonNull(words.getSql()), parameters));
                return Statement.SUCCESS_NO_INFO;
            }
            return super.update(statement);
        }

        /**
         * Again and again sends all that have the same words and are next in their lines: the words that most lines
         * wait with.
         */
        void send(List<ArrayDeque<Held>> all) {
            var waiting = new HashMap<String, Set<ArrayDeque<Held>>>();
            all.forEach(line -> enqueue(line, waiting));
            sending = true;
            try {
                while (!waiting.isEmpty()) {
                    var sql = mostWaitedWith(waiting);
                    var together = new ArrayList<PreparedStatementSetter>();
                    for (var line : Objects.requireNonNull(waiting.remove(sql))) {
                        for (var next = line.peek(); next != null && next.sql().equals(sql); next = line.peek()) {
                            together.add(line.remove().parameters());
                        }
                        enqueue(line, waiting);
                    }
                    send(sql, together);
                }
            } finally {
                sending = false;
            }
        }

        private static void enqueue(ArrayDeque<Held> line, Map<String, Set<ArrayDeque<Held>>> waiting) {
            var next = line.peek();
            if (next != null) {
                waiting.computeIfAbsent(next.sql(), sql -> new LinkedHashSet<>())
                        .add(line);
            }
        }

        private static String mostWaitedWith(Map<String, Set<ArrayDeque<Held>>> waiting) {
            var most = 0;
            var sql = "";
            for (var entry : waiting.entrySet()) {
                if (entry.getValue().size() > most) {
                    most = entry.getValue().size();
                    sql = entry.getKey();
                }
            }
            return sql;
        }

        private void send(String sql, List<PreparedStatementSetter> together) {
            var connection = DataSourceUtils.getConnection(obtainDataSource());
            PreparedStatement statement = null;
            try {
                statement = connection.prepareStatement(sql);
                if (together.size() == 1) {
                    together.getFirst().setValues(statement);
                    statement.executeUpdate();
                } else {
                    for (var parameters : together) {
                        parameters.setValues(statement);
                        statement.addBatch();
                    }
                    statement.executeBatch();
                }
            } catch (SQLException e) {
                throw translateException("fold", sql, e);
            } finally {
                JdbcUtils.closeStatement(statement);
                DataSourceUtils.releaseConnection(connection, getDataSource());
            }
        }
    }
}
