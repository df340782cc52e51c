package org.sala.eventing.intake;

import java.io.Serial;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Builds the read models of an intake anew from Kafka, in a scratch schema beside the live ones, which go on meanwhile.
 * Then compares both table by table at exactly the same offsets, or asks the new ones, or puts them in place of the
 * live ones. Takes a connection of the application's pool for each of two to four threads, one more, and one for
 * moments.
 */
public final class Rebuild {

    /** Makes an application's tables in a schema, as its migrations do. */
    @FunctionalInterface
    public interface Tables {
        void createIn(String schema);
    }

    /**
     * What a rebuild found.
     *
     * @param equal whether every table is the same
     * @param events how many records were read
     * @param offsets up to where: the next record to take, by topic and partition, such as {@code sala.sessions/3}
     */
    public record Report(boolean equal, long events, Duration took, List<Table> tables, Map<String, Long> offsets) {}

    /**
     * One table, live and rebuilt.
     *
     * @param liveHash of all rows whatever their order, hexadecimal
     */
    public record Table(
            String projection, String name, long liveRows, long rebuiltRows, String liveHash, String rebuiltHash) {

        public boolean equal() {
            return liveRows == rebuiltRows && liveHash.equals(rebuiltHash);
        }
    }

    /**
     * What a replacement did.
     *
     * @param events how many records were read
     * @param fenced how long nothing was taken in meanwhile
     * @param offsets where the live intake goes on: the next record to take, by topic and partition
     */
    public record Replaced(
            long events, Duration took, Duration fenced, List<ReplacedTable> tables, Map<String, Long> offsets) {}

    /**
     * One table.
     *
     * @param rows that it has now
     * @param removed that it had and the history doesn't give, a changed one's old form included
     * @param added that it lacked, a changed one's new form included
     */
    public record ReplacedTable(String projection, String name, long rows, long removed, long added) {}

    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);

    private final IntakeDefinition definition;
    private final Map<String, String> contextOfTopic;
    private final DataSource dataSource;
    private final PlatformTransactionManager transactions;
    private final Map<String, Object> kafka;
    private final Tables tables;
    private final Consumer<IntakeCommitted> committed;

    Rebuild(
            IntakeDefinition definition,
            Map<String, String> contextOfTopic,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Map<String, Object> kafka,
            Tables tables,
            Consumer<IntakeCommitted> committed) {
        this.definition = definition;
        this.contextOfTopic = contextOfTopic;
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.kafka = kafka;
        this.tables = tables;
        this.committed = committed;
    }

    /** Which intake this rebuilds. */
    public String intake() {
        return definition.name();
    }

    /**
     * Rebuilds and compares. Where both are equal, every row that people look at follows from the published history and
     * nothing else. Takes as long as the history is long; interrupting the thread ends it early and leaves
     * nothing behind.
     *
     * @param progress told how many records of how many are read
     */
    public Report run(BiConsumer<Long, Long> progress) throws InterruptedException {
        var began = System.nanoTime();
        var live = snapshotOfLive();
        try (var scratch = Scratch.make(dataSource, tables);
                var replay = replay(scratch, Map.of())) {
            replay.upTo(live.offsets(), progress);
            var rebuilt = Fingerprint.all(definition.projections(), JdbcClient.create(scratch.first()));
            var compared = new ArrayList<Table>();
            live.tables().forEach((name, table) -> {
                var other = Objects.requireNonNull(rebuilt.get(name));
                compared.add(
                        new Table(table.projection(), name, table.rows(), other.rows(), table.hash(), other.hash()));
            });
            return new Report(
                    compared.stream().allMatch(Table::equal),
                    replay.read(),
                    Duration.ofNanos(System.nanoTime() - began),
                    List.copyOf(compared),
                    byName(live.offsets()));
        }
    }

    /**
     * Shows the read models as they were when each context's history had come to a position: builds them in a scratch
     * schema from the same facts, asks, and leaves nothing behind.
     *
     * @param positions the last position to count, by context; a context that is absent counts whole
     * @param progress told how many records of how many are read
     * @param question asks the tables as they were; by their bare names, like a projection
     */
    public <T> T asOf(Map<String, Long> positions, BiConsumer<Long, Long> progress, Function<JdbcClient, T> question)
            throws InterruptedException {
        try (var scratch = Scratch.make(dataSource, tables);
                var replay = replay(scratch, positions)) {
            replay.upTo(offsets(JdbcClient.create(dataSource)), progress);
            scratch.makeIndexes();
            return question.apply(JdbcClient.create(scratch.first()));
        }
    }

    /**
     * Builds the read models anew and puts them in place of the live ones: with the inbox, the parked events and the
     * offsets that belong to them, in one transaction, while the live intake is fenced off. What it took meanwhile is
     * folded first, so that nothing that people saw is missing for a moment; where it breaks off, all is as it was.
     *
     * <p>Parked events are tried anew like any other: what still can't be taken is parked again.
     *
     * @param positions the last position to count, by context; from the next one on the live intake takes all again. A
     *     context that is absent counts as far as it was taken in
     * @param progress told how many records of how many are read
     * @throws IllegalStateException where a read model is tied to other tables by a foreign key, or Kafka no longer
     *     holds the whole history
     */
    public Replaced replace(Map<String, Long> positions, BiConsumer<Long, Long> progress) throws InterruptedException {
        var began = System.nanoTime();
        try (var scratch = Scratch.make(dataSource, tables);
                var replay = replay(scratch, positions)) {
            var database = JdbcClient.create(dataSource);
            var replacement = new Replacement(definition, database, scratch);
            replacement.mustBePossible();
            // the second time is short: what came during the first
            replay.upTo(offsets(database), progress);
            replay.upTo(offsets(database), progress);
            var fenced = new AtomicLong();
            var replaced = Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> {
                replacement.fence();
                fenced.set(System.nanoTime());
                goOn(replay, offsets(database), progress);
                return replacement.replace(replay.offsets());
            }));
            var ended = System.nanoTime();
            committed.accept(new IntakeCommitted(definition.name(), definition.contexts()));
            log.info("{} was replaced after {} records", definition.name(), replay.read());
            return new Replaced(
                    replay.read(),
                    Duration.ofNanos(ended - began),
                    Duration.ofNanos(ended - fenced.get()),
                    replaced,
                    byName(replay.offsets()));
        } catch (Cancelled e) {
            throw e.interruption;
        }
    }

    private static void goOn(Replay replay, Map<TopicPartition, Long> until, BiConsumer<Long, Long> progress) {
        try {
            replay.upTo(until, progress);
        } catch (InterruptedException e) {
            throw new Cancelled(e);
        }
    }

    /** Carries an interruption out of a transaction, which it rolls back. */
    private static final class Cancelled extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final InterruptedException interruption;

        Cancelled(InterruptedException interruption) {
            super(interruption);
            this.interruption = interruption;
        }
    }

    private Replay replay(Scratch scratch, Map<String, Long> positions) {
        try {
            return new Replay(definition, contextOfTopic, kafka, scratch, positions);
        } catch (SQLException e) {
            throw new IllegalStateException("the database refused a connection for the rebuild", e);
        }
    }

    private Live snapshotOfLive() {
        var snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        return Objects.requireNonNull(snapshot.execute(status -> {
            var database = JdbcClient.create(dataSource);
            return new Live(offsets(database), Fingerprint.all(definition.projections(), database));
        }));
    }

    private Map<TopicPartition, Long> offsets(JdbcClient database) {
        var offsets = new HashMap<TopicPartition, Long>();
        database.sql("select topic, partition, next_offset from intake_offset where intake = :intake")
                .param("intake", definition.name())
                .query((row, n) -> offsets.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3)))
                .list();
        return offsets;
    }

    private static Map<String, Long> byName(Map<TopicPartition, Long> offsets) {
        var byName = new HashMap<String, Long>();
        offsets.forEach((partition, next) -> byName.put(partition.topic() + "/" + partition.partition(), next));
        return Map.copyOf(byName);
    }

    private record Live(Map<TopicPartition, Long> offsets, Map<String, Fingerprint> tables) {}
}
