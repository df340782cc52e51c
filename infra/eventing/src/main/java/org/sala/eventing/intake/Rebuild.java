package org.sala.eventing.intake;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rebuilds the read models of an intake from Kafka in a scratch schema beside the live ones, up to exactly the offsets
 * that the live ones stand at, and compares them table by table. The live ones go on meanwhile; nothing of them
 * changes. Where both are equal, every row that people look at follows from the published history and nothing else.
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

    private final IntakeDefinition definition;
    private final Map<String, String> contextOfTopic;
    private final DataSource dataSource;
    private final PlatformTransactionManager transactions;
    private final Map<String, Object> kafka;
    private final Tables tables;

    Rebuild(
            IntakeDefinition definition,
            Map<String, String> contextOfTopic,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Map<String, Object> kafka,
            Tables tables) {
        this.definition = definition;
        this.contextOfTopic = contextOfTopic;
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.kafka = kafka;
        this.tables = tables;
    }

    /** Which intake this rebuilds. */
    public String intake() {
        return definition.name();
    }

    /**
     * Rebuilds and compares. Takes as long as the history is long; interrupting the thread ends it early and leaves
     * nothing behind.
     *
     * @param progress told how many records of how many are read
     */
    public Report run(BiConsumer<Long, Long> progress) throws InterruptedException {
        var began = System.nanoTime();
        var live = snapshotOfLive();
        var rebuilt = inScratch(live.offsets(), Map.of(), progress, this::fingerprints);
        var compared = new ArrayList<Table>();
        live.tables().forEach((name, table) -> {
            var other = Objects.requireNonNull(rebuilt.answer().get(name));
            compared.add(new Table(table.projection(), name, table.rows(), other.rows(), table.hash(), other.hash()));
        });
        var offsets = new HashMap<String, Long>();
        live.offsets().forEach((partition, next) -> offsets.put(partition.topic() + "/" + partition.partition(), next));
        return new Report(
                compared.stream().allMatch(Table::equal),
                rebuilt.events(),
                Duration.ofNanos(System.nanoTime() - began),
                List.copyOf(compared),
                Map.copyOf(offsets));
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
        return inScratch(snapshotOfLive().offsets(), positions, progress, question)
                .answer();
    }

    private <T> Answered<T> inScratch(
            Map<TopicPartition, Long> until,
            Map<String, Long> positions,
            BiConsumer<Long, Long> progress,
            Function<JdbcClient, T> question)
            throws InterruptedException {
        var schema = "rebuild_" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        try {
            tables.createIn(schema);
            return onOneConnection(schema, until, positions, progress, question);
        } catch (SQLException e) {
            throw new IllegalStateException("the database refused a connection for the rebuild", e);
        } finally {
            JdbcClient.create(dataSource)
                    .sql("drop schema if exists " + schema + " cascade")
                    .update();
        }
    }

    /** The connection's own schema is put back before the pool has it again. */
    private <T> Answered<T> onOneConnection(
            String schema,
            Map<TopicPartition, Long> until,
            Map<String, Long> positions,
            BiConsumer<Long, Long> progress,
            Function<JdbcClient, T> question)
            throws SQLException, InterruptedException {
        try (var connection = dataSource.getConnection()) {
            var own = connection.getSchema();
            try {
                connection.setSchema(schema);
                var scratch = new SingleConnectionDataSource(connection, true);
                var events = fold(scratch, until, positions, progress);
                return new Answered<>(events, question.apply(JdbcClient.create(scratch)));
            } finally {
                connection.setAutoCommit(true);
                connection.setSchema(own);
            }
        }
    }

    private Live snapshotOfLive() {
        var snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        return Objects.requireNonNull(snapshot.execute(status -> {
            var database = JdbcClient.create(dataSource);
            var offsets = new HashMap<TopicPartition, Long>();
            database.sql("select topic, partition, next_offset from intake_offset where intake = :intake")
                    .param("intake", definition.name())
                    .query((row, n) -> Map.entry(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3)))
                    .list()
                    .forEach(entry -> offsets.put(entry.getKey(), entry.getValue()));
            return new Live(offsets, fingerprints(database));
        }));
    }

    private long fold(
            DataSource scratch,
            Map<TopicPartition, Long> until,
            Map<String, Long> positions,
            BiConsumer<Long, Long> progress)
            throws InterruptedException {
        var inbox = new Inbox(
                definition,
                scratch,
                new JdbcTransactionManager(scratch),
                new IntakeMetrics(new SimpleMeterRegistry(), definition.name()));
        var total = until.values().stream().mapToLong(Long::longValue).sum();
        var open = new HashMap<TopicPartition, Long>();
        until.forEach((partition, next) -> {
            if (next > 0) {
                open.put(partition, next);
            }
        });
        var read = 0L;
        var settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(open.keySet());
            consumer.seekToBeginning(open.keySet());
            progress.accept(0L, total);
            while (!open.isEmpty()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("rebuild cancelled");
                }
                var records = consumer.poll(Duration.ofMillis(500));
                for (var partition : records.partitions()) {
                    var next = open.get(partition);
                    if (next == null) {
                        continue;
                    }
                    var context = Objects.requireNonNull(contextOfTopic.get(partition.topic()));
                    var letters = records.records(partition).stream()
                            .filter(record -> record.offset() < next)
                            .map(record -> Letter.of(context, record))
                            .toList();
                    if (!letters.isEmpty()) {
                        inbox.take(partition, letters, upTo(positions.getOrDefault(context, Long.MAX_VALUE)));
                        read += letters.size();
                    }
                    if (consumer.position(partition) >= next) {
                        open.remove(partition);
                        consumer.pause(List.of(partition));
                    }
                }
                progress.accept(read, total);
            }
        }
        return read;
    }

    /** Later events are passed by, as if they had not come yet. */
    private static Predicate<Letter> upTo(long position) {
        return letter -> letter.position() <= position;
    }

    private Map<String, Fingerprint> fingerprints(JdbcClient database) {
        var fingerprints = new LinkedHashMap<String, Fingerprint>();
        for (var projection : definition.projections()) {
            for (var table : projection.tables()) {
                fingerprints.put(table, fingerprint(database, projection, table));
            }
        }
        return fingerprints;
    }

    /**
     * The number of rows, and the sum of their digests: the same whatever their order. Two halves of a SHA-256 a row
     * are summed, so that two different tables with equal sums are out of reach.
     */
    private static Fingerprint fingerprint(JdbcClient database, Projection projection, String table) {
        return database.sql("""
                        select count(*),
                               coalesce(sum(('x' || substr(digest, 1, 16))::bit(64)::bigint::numeric), 0),
                               coalesce(sum(('x' || substr(digest, 17, 16))::bit(64)::bigint::numeric), 0)
                        from (select encode(sha256(convert_to((to_jsonb(row) - :left)::text, 'UTF8')), 'hex') as digest
                              from %s row) digests""".formatted(table))
                .param("left", projection.notCompared().toArray(String[]::new))
                .query((row, n) -> new Fingerprint(
                        projection.name(), row.getLong(1), hex(row.getBigDecimal(2)) + hex(row.getBigDecimal(3))))
                .single();
    }

    private static String hex(BigDecimal sum) {
        return "%016x".formatted(sum.toBigInteger().longValue());
    }

    private record Live(Map<TopicPartition, Long> offsets, Map<String, Fingerprint> tables) {}

    private record Answered<T>(long events, T answer) {}

    private record Fingerprint(String projection, long rows, String hash) {}
}
