package org.sala.eventing.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.sala.embedded.SharedServers;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class RebuildTest {

    private static final List<String> ACCOUNTS =
            IntStream.range(0, 40).mapToObj(i -> "account-" + i).toList();

    @Test
    void severalThreadsGiveWhatWasSentInItsOrderAndLeaveNothingBehind() throws Exception {
        try (var wire = new Wire("threads", 3);
                var application = wire.application()) {
            var books = new Books();
            books.write(wire, ACCOUNTS, 100);
            await().untilAsserted(() -> assertThat(Books.of(application)).isEqualTo(books.expected()));

            var rebuilt = application
                    .getBean(Rebuild.class)
                    .asOf(
                            Map.of(),
                            (read, of) -> {},
                            scratch -> scratch.sql("select account || ':' || credited from journal order by 1")
                                    .query(String.class)
                                    .list());
            assertThat(rebuilt)
                    .isEqualTo(books.expected().entrySet().stream()
                            .map(entry -> entry.getKey() + ":" + entry.getValue())
                            .sorted()
                            .toList());
            var report = application.getBean(Rebuild.class).run((read, of) -> {});
            assertThat(report.equal()).as("%s", report).isTrue();
            assertThat(report.events()).isEqualTo(40 * 101);
            assertThat(scratchSchemas(application)).isEmpty();
        }
    }

    @Test
    void aQuestionFindsEveryIndexThatTheLiveTablesHave() throws Exception {
        try (var wire = new Wire("indexes");
                var application = wire.application()) {
            new Books().write(wire, List.of("a"), 1);
            await().until(() -> !Books.of(application).isEmpty());
            var asked = """
                    select indexname from pg_indexes where schemaname = current_schema()
                        and tablename in ('balance', 'journal') order by 1""";
            var rebuilt = application
                    .getBean(Rebuild.class)
                    .asOf(
                            Map.of(),
                            (read, of) -> {},
                            scratch -> scratch.sql(asked).query(String.class).list());
            assertThat(rebuilt)
                    .isEqualTo(
                            database(application).sql(asked).query(String.class).list())
                    .contains("balance_by_cents");
        }
    }

    @Test
    void whatARebuildThatDiedLeftIsRemovedByTheNextAndWhatIsInUseStays() throws Exception {
        var databases = SharedServers.newDatabase("ledger");
        try (var wire = new Wire("orphans");
                var application = wire.application(databases);
                var other = java.sql.DriverManager.getConnection(
                        databases.url("ledger"), "ledger", databases.password("ledger"))) {
            try (var statement = other.createStatement()) {
                statement.execute("create schema rebuild_left_behind");
                statement.execute("create table rebuild_left_behind.balance (account text)");
                statement.execute("create schema rebuild_in_use");
                statement.execute("select pg_advisory_lock(hashtextextended('rebuild_in_use', 0))");
            }
            application.getBean(Rebuild.class).run((read, of) -> {});
            assertThat(scratchSchemas(application)).containsExactly("rebuild_in_use");
        }
    }

    @Test
    void connectionsComeBackToThePoolAsTheyWere() throws Exception {
        try (var wire = new Wire("pool");
                var application = wire.application("--spring.datasource.hikari.maximum-pool-size=6")) {
            new Books().write(wire, List.of("a"), 1);
            for (var i = 0; i < 3; i++) {
                application.getBean(Rebuild.class).run((read, of) -> {});
            }
            var pool = application.getBean(javax.sql.DataSource.class);
            for (var i = 0; i < 12; i++) {
                try (var connection = pool.getConnection();
                        var row = connection
                                .createStatement()
                                .executeQuery("select current_schema(), current_setting('synchronous_commit')")) {
                    row.next();
                    assertThat(List.of(row.getString(1), row.getString(2))).containsExactly("ledger", "on");
                }
            }
        }
    }

    @Test
    void aHistoryWhoseBeginningIsGoneIsNotRebuilt() throws Exception {
        try (var wire = new Wire("shortened");
                var application = wire.application()) {
            new Books().write(wire, List.of("a", "b"), 5);
            await().until(() -> Books.of(application).size() == 2);
            try (var admin = Admin.create(Wire.kafka())) {
                admin.deleteRecords(Map.of(new TopicPartition(wire.topic(), 0), RecordsToDelete.beforeOffset(3)))
                        .all()
                        .get();
            }
            assertThatThrownBy(() -> application.getBean(Rebuild.class).run((read, of) -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("the beginning of shortened.ledger-0 is gone");
            assertThat(scratchSchemas(application)).isEmpty();
        }
    }

    static List<String> scratchSchemas(ConfigurableApplicationContext application) {
        return database(application)
                .sql("select nspname from pg_namespace where nspname like 'rebuild%' order by 1")
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static JdbcClient database(ConfigurableApplicationContext application) {
        return application.getBean(JdbcClient.class);
    }
}
