package org.sala.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.embedded.SharedServers;
import org.sala.eventing.ledger.LedgerStore;
import org.springframework.jdbc.support.JdbcTransactionManager;

class HistoryTest {

    private static final Instant POSTGRES_EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private LedgerStore store;
    private History history;

    @BeforeEach
    void fill() {
        store = LedgerStore.in(SharedServers.newDatabase("ledger"));
        history = new History(store.dataSource());
        for (var i = 0; i < 10; i++) {
            store.append("account " + i, 69);
        }
        var sequencer = new Sequencer(store.dataSource(), new JdbcTransactionManager(store.dataSource()), 100);
        while (sequencer.sequence() > 0) {
            // 700 events, in hundreds
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource({"0,1000", "0,1", "255,1", "256,256", "255,258", "1,699", "511,3", "512,1", "699,5", "650,50", "300,0"})
    void fromWhereverItIsReadAnEventHasThePositionThatAPlainCountGives(int after, int limit) {
        var counted = counted();
        assertThat(history.read(after, limit).stream()
                        .map(event -> event.position() + " " + event.getEventIdentifier()))
                .containsExactlyElementsOf(counted.subList(after, Math.min(700, after + limit)));
    }

    @ParameterizedTest
    @ValueSource(ints = {700, 701, 5_000})
    void beyondTheLastThereIsNothing(int after) {
        assertThat(history.head()).isEqualTo(700);
        assertThat(history.read(after, 10)).isEmpty();
    }

    @Test
    void aStoreThatWasRestoredTwiceIsReadThroughInOneOrder() {
        for (var restore = 1; restore <= 2; restore++) {
            // As a dump leaves it that was taken where transactions had come much further than here.
            store.database()
                    .sql("update sequencer set transaction_id = '" + restore * 900_000_000_000L + "'")
                    .update();
            LedgerStore.insertOpened(
                    store.database(), "in dump " + restore, "{\"account\":\"x\"}", restore * 900_000_000_000L + 1);
            while (store.sequencer().sequence() > 0) {}
            store.append("after restore " + restore, 299);
            while (store.sequencer().sequence() > 0) {}
        }
        assertThat(history.head()).isEqualTo(700 + 2 * 301);
        var read = new ArrayList<String>();
        for (var batch = history.read(0, 128); !batch.isEmpty(); batch = history.read(read.size(), 128)) {
            batch.forEach(event -> read.add(event.position() + " " + event.getEventIdentifier()));
        }
        assertThat(read).containsExactlyElementsOf(counted());
        assertThat(history.read(700, 1).getFirst().getAggregateIdentifier()).isEqualTo("in dump 1");
        assertThat(history.read(1001, 1).getFirst().getAggregateIdentifier()).isEqualTo("in dump 2");
        assertThat(history.read(1301, 1).getFirst().getSequenceNumber()).isEqualTo(299);
        assertThat(verify().whole()).isTrue();
    }

    @Test
    void anEventThatIsGoneIsMissedAtOnce() {
        tamper("delete from event where aggregate_key = 'account 3' and sequence = 7");
        assertThatThrownBy(() -> history.read(0, 700))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("700 events have positions after 0, and 699 are there");
    }

    @Test
    void milestonesHoldWhatTheRfcSaysOfTheEventsAsTheyAreRead() {
        var leaves = store.database()
                .sql(
                        "select h.*, e.payload as stored from event_history h join event e using (event_id) order by position")
                .query((row, n) -> leaf(row))
                .list();
        var milestones = store.database()
                .sql("select position, root from milestone order by position")
                .query((row, n) -> List.of(row.getLong(1), new HashTree.Hash(row.getBytes(2))))
                .list();
        assertThat(milestones)
                .containsExactly(
                        List.of(256L, root(leaves.subList(0, 256))), List.of(512L, root(leaves.subList(256, 512))));
        assertThat(verify()).isEqualTo(new Verification.Report(700, OptionalLong.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0   | update event set payload = '{\"account\":\"other\"}' where aggregate_key = 'account 3' and sequence = 7",
                "256 | update event set actor = 'account-8' where aggregate_key = 'account 5' and sequence = 0",
                "0   | update event set recorded_at = recorded_at - interval '1 day' where sequence = 69",
                "512 | delete from event where aggregate_key = 'account 9' and sequence = 69",
                "0   | delete from event where aggregate_key = 'account 0' and sequence = 0",
                "0   | update event_name set name = 'ledger.account-closed' where name = 'ledger.account-opened'",
                "256 | insert into event (transaction_id, sequence, recorded_at, aggregate_type, type, event_id, aggregate_id, payload) "
                        + "select transaction_id, 4711, now(), aggregate_type, type, gen_random_uuid(), aggregate_id, '{}' "
                        + "from event where aggregate_key = 'account 4' and sequence = 69",
            })
    void whatSomebodyChangesInTheDatabaseShows(long changedAfter, String attack) {
        tamper(attack);
        var report = verify();
        assertThat(report.whole()).isFalse();
        assertThat(report.changedAfter()).hasValue(changedAfter);
    }

    private Verification.Report verify() {
        return new Verification(store.dataSource(), new JdbcTransactionManager(store.dataSource())).verify();
    }

    /** By one who owns the tables. */
    private void tamper(String attack) {
        for (var table : List.of("event", "event_name")) {
            store.database()
                    .sql("alter table " + table + " disable trigger user")
                    .update();
        }
        assertThat(store.database().sql(attack).update()).isPositive();
    }

    private List<String> counted() {
        return store.database()
                .sql("select position || ' ' || event_id from event_history order by position")
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static HashTree.Hash root(List<HashTree.Hash> leaves) {
        var tree = new HashTree();
        leaves.forEach(tree::add);
        return tree.root();
    }

    /** Written again from what the migration says of a leaf. */
    private static HashTree.Hash leaf(ResultSet row) throws SQLException {
        var bytes = new ByteArrayOutputStream();
        try (var parts = new DataOutputStream(bytes)) {
            parts.write(0);
            part(parts, bytes(row.getObject("event_id", UUID.class)));
            part(parts, bytes(row.getString("aggregate_type")));
            part(parts, bytes(row.getString("aggregate_id")));
            part(parts, ByteBuffer.allocate(8).putLong(row.getLong("sequence")).array());
            part(parts, bytes(row.getString("type")));
            var micros = ChronoUnit.MICROS.between(
                    POSTGRES_EPOCH,
                    row.getObject("recorded_at", OffsetDateTime.class).toInstant());
            part(parts, ByteBuffer.allocate(8).putLong(micros).array());
            part(parts, null);
            part(parts, null);
            part(parts, bytes(row.getString("actor")));
            part(parts, null);
            part(parts, null);
            part(parts, row.getBytes("stored"));
            return new HashTree.Hash(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void part(DataOutputStream parts, byte @Nullable [] part) throws IOException {
        parts.writeInt(part == null ? -1 : part.length);
        if (part != null) {
            parts.write(part);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
