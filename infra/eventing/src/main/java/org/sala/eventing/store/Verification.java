package org.sala.eventing.store;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holds the events to the hashes they had when they got their positions: a row that was changed, removed or put in
 * since, by whoever has the database, shows. Who can rewrite the milestones too is not found out here, but by who has
 * read the events before.
 */
public final class Verification {

    private static final int MILESTONES = 64;

    private final JdbcTemplate database;
    private final History history;
    private final TransactionTemplate snapshot;

    /** Of the store in that data source's schema. */
    public Verification(DataSource dataSource, PlatformTransactionManager transactions) {
        this.database = new JdbcTemplate(dataSource);
        this.history = new History(dataSource);
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /**
     * What was found.
     *
     * @param events how many were looked at
     * @param changedAfter the position after which the first section begins that is not what it was; up to there all is
     *     as it was. Empty where everything is
     */
    public record Report(long events, OptionalLong changedAfter) {

        /** Whether every event is what it was. */
        public boolean whole() {
            return changedAfter.isEmpty();
        }
    }

    /** Looks at every event that has a position. Takes as long as reading all of them. */
    public Report verify() {
        return Objects.requireNonNull(snapshot.execute(status -> {
            var position = 0L;
            for (var milestones = milestonesAfter(0); !milestones.isEmpty(); milestones = milestonesAfter(position)) {
                for (var milestone : milestones) {
                    if (!milestone.root().equals(root(position, milestone.position()))) {
                        return new Report(position, OptionalLong.of(position));
                    }
                    position = milestone.position();
                }
            }
            var rest = rest();
            return rest.equals(frontier(position, history.head()))
                    ? new Report(history.head(), OptionalLong.empty())
                    : new Report(position, OptionalLong.of(position));
        }));
    }

    private List<Milestone> milestonesAfter(long position) {
        return database.query(
                "select position, root from milestone where position > ? order by position limit " + MILESTONES,
                (row, n) -> new Milestone(row.getLong(1), new HashTree.Hash(row.getBytes(2))),
                position);
    }

    private HashTree.Hash root(long from, long to) {
        var tree = tree(from, to);
        // nothing where there was something
        return tree.leaves() == 0 ? new HashTree.Hash(new byte[0]) : tree.root();
    }

    private HashTree.Hash frontier(long from, long to) {
        return new HashTree.Hash(tree(from, to).frontier());
    }

    private HashTree tree(long from, long to) {
        var tree = new HashTree();
        history.leaves(from, (int) (to - from)).forEach(tree::add);
        return tree;
    }

    private HashTree.Hash rest() {
        return new HashTree.Hash(Objects.requireNonNull(
                database.queryForObject("select frontier from sequencer", (row, n) -> row.getBytes(1))));
    }

    private record Milestone(long position, HashTree.Hash root) {}
}
