package org.sala.eventing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.sala.eventing.EventNames;
import org.sala.eventing.configuration.EventingMigrations;
import org.sala.eventing.ledger.LedgerEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** A rebuild's threads that write the same rows, and folds that look for rows by no unique key. */
class SharedRowsTest {

    private static final List<String> ACCOUNTS =
            IntStream.range(0, 40).mapToObj(i -> "account-" + i).toList();

    @Test
    void threadsThatStandInEachOthersWayCountEverythingOnce() throws Exception {
        try (var wire = new Wire("shared-rows", 3);
                var application = wire.application()) {
            new Books().write(wire, ACCOUNTS, 120);
            var database = application.getBean(JdbcClient.class);
            database.sql(Totals.TABLES.formatted("ledger")).update();
            var totals = new Totals();
            rebuild(application, wire, totals).replace(Map.of(), (read, of) -> {});

            // 40 accounts, each credited 1 to 120
            assertThat(database.sql("select bucket || ': ' || cents || ' in ' || credits from total order by bucket")
                            .query(String.class)
                            .list())
                    .containsExactly("1: 290400 in 4800", "2: 290400 in 4800");
            assertThat(database.sql("select label || ' ' || looked from looked_up order by label")
                            .query((row, n) -> row.getString(1))
                            .list())
                    .hasSize(40)
                    .allSatisfy(row -> assertThat(row).endsWith(" 120"));
            assertThat(totals.indexes)
                    .as("made later, and at once where a fold had to look at every row")
                    .contains(false, true);
        }
    }

    /** Of an intake beside the ledger's, over the same topic, that stands at the end of it. */
    private static Rebuild rebuild(ConfigurableApplicationContext application, Wire wire, Projection projection) {
        var dataSource = application.getBean(DataSource.class);
        var database = JdbcClient.create(dataSource);
        wire.ends()
                .forEach((partition, end) -> database.sql("insert into intake_offset values ('shared', ?, ?, ?)")
                        .params(partition.topic(), partition.partition(), end)
                        .update());
        return new IntakeEngine(
                        new IntakeDefinition(
                                "shared", Set.of("ledger"), EventNames.of(LedgerEvent.class), List.of(projection)),
                        new IntakeEngine.Surroundings(
                                dataSource,
                                application.getBean(PlatformTransactionManager.class),
                                new SimpleMeterRegistry(),
                                Map.of(wire.topic(), "ledger"),
                                3,
                                name -> new HashMap<>(Wire.kafka()),
                                schema -> {
                                    application
                                            .getBean(EventingMigrations.class)
                                            .migrateInto(application.getBean(Flyway.class), schema);
                                    database.sql(Totals.TABLES.formatted(schema))
                                            .update();
                                },
                                committed -> {}))
                .rebuild();
    }

    /** Half of the accounts write two rows in one order, and half in the other. */
    private static final class Totals implements Projection {

        static final String TABLES = """
                create table %1$s.total (bucket int primary key, cents bigint not null, credits int not null);
                create table %1$s.looked_up (account text primary key, label text not null, looked int not null);
                create index looked_up_by_label on %1$s.looked_up (label)""";

        /** Whether the index was there, now and then. */
        private final Set<Boolean> indexes = ConcurrentHashMap.newKeySet();

        @Override
        public String name() {
            return "totals";
        }

        @Override
        public List<String> tables() {
            return List.of("total", "looked_up");
        }

        @Override
        public void fold(Fact fact, JdbcClient database) {
            switch (fact.event()) {
                case LedgerEvent.AccountOpened opened ->
                    database.sql("insert into looked_up (account, label, looked) values (?, ?, 0)")
                            .params(opened.account(), "label of " + opened.account())
                            .update();
                case LedgerEvent.AccountCredited credited -> {
                    var first = 1 + Math.floorMod(credited.account().hashCode(), 2);
                    add(first, credited.cents(), database);
                    add(3 - first, credited.cents(), database);
                    database.sql("update looked_up set looked = looked + 1 where label = ?")
                            .param("label of " + credited.account())
                            .update();
                    if (fact.sequence() % 10 == 0) {
                        indexes.add(database.sql("select to_regclass('looked_up_by_label') is not null")
                                .query(Boolean.class)
                                .single());
                    }
                }
                default -> {}
            }
        }

        private static void add(int bucket, long cents, JdbcClient database) {
            database.sql("""
                            insert into total (bucket, cents, credits) values (?, ?, 1)
                            on conflict (bucket) do update
                            set cents = total.cents + excluded.cents, credits = total.credits + 1""").params(bucket, cents).update();
        }
    }
}
