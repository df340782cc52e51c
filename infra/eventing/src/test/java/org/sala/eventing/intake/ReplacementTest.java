package org.sala.eventing.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.eventing.ledger.Balances;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReplacementTest {

    private static final List<String> ACCOUNTS =
            IntStream.range(0, 20).mapToObj(i -> "account-" + i).toList();

    @Test
    void whatDiffersFromTheHistoryIsMendedAndNothingElseIsWritten() throws Exception {
        try (var wire = new Wire("mended", 3);
                var application = wire.application()) {
            var books = written(wire, application, 10);
            var database = application.getBean(JdbcClient.class);
            database.sql("update balance set cents = 0 where account = 'account-3'")
                    .update();
            database.sql("delete from balance where account = 'account-4'").update();
            database.sql("insert into balance (account, cents, credits) values ('nobody', 7, 1)")
                    .update();
            var untouched = "select account || xmin from balance where account = 'account-5'";
            var before = database.sql(untouched).query(String.class).single();

            var replaced = replace(application, Map.of());
            assertThat(replaced.tables())
                    .filteredOn(table -> table.name().equals("balance"))
                    .containsExactly(new Rebuild.ReplacedTable("balances", "balance", 20, 2, 2));
            assertThat(replaced.tables())
                    .filteredOn(table -> table.name().equals("journal"))
                    .containsExactly(new Rebuild.ReplacedTable("journal", "journal", 20, 0, 0));
            assertThat(Books.of(application)).isEqualTo(books.expected());
            assertThat(database.sql(untouched).query(String.class).single()).isEqualTo(before);
            assertThat(RebuildTest.scratchSchemas(application)).isEmpty();

            books.credit(wire, ACCOUNTS, 11, 2);
            await().untilAsserted(() -> assertThat(Books.of(application)).isEqualTo(books.expected()));
            assertThat(application.getBean(Rebuild.class).run((read, of) -> {}).equal())
                    .isTrue();
        }
    }

    @Test
    void whileItRunsNobodySeesLessThanBeforeAndNothingThatComesIsLost() throws Exception {
        try (var wire = new Wire("busy", 3);
                var application = wire.application()) {
            var books = written(wire, application, 20);
            var database = application.getBean(JdbcClient.class);
            var ended = new AtomicBoolean();
            var reader = new Thread(() -> {
                var most = 0L;
                while (!ended.get()) {
                    // one statement is one look: both tables at the same moment
                    var seen = database.sql("""
                                    select (select sum(credits) from balance),
                                        (select sum(array_length(string_to_array(credited, ' '), 1) - 1) from journal)""")
                            .query((row, n) -> List.of(row.getLong(1), row.getLong(2)))
                            .single();
                    if (seen.get(0) < most || !seen.get(0).equals(seen.get(1))) {
                        throw new AssertionError("after " + most + " was seen " + seen);
                    }
                    most = seen.get(0);
                }
            });
            var trouble = new Throwable[1];
            reader.setUncaughtExceptionHandler((thread, e) -> trouble[0] = e);
            reader.start();
            var writer = new Thread(() -> {
                try {
                    for (var sequence = 21; !ended.get(); sequence++) {
                        books.credit(wire, ACCOUNTS, sequence, 1);
                        Thread.sleep(5);
                    }
                } catch (Exception e) {
                    trouble[0] = e;
                }
            });
            writer.start();
            for (var i = 0; i < 3; i++) {
                replace(application, Map.of());
            }
            ended.set(true);
            reader.join();
            writer.join();
            assertThat(trouble[0]).isNull();
            await().untilAsserted(() -> assertThat(Books.of(application)).isEqualTo(books.expected()));
        }
    }

    @Test
    void setBackToAPositionItShowsThatAndTakesTheRestAgain() throws Exception {
        try (var wire = new Wire("position", 3);
                var application = wire.application()) {
            var books = written(wire, application, 10);
            var intake = application.getBean(IntakeEngine.class);
            intake.stop();
            // openings are 1 to 20, the first round of credits 21 to 40
            replace(application, Map.of("ledger", 40L));
            assertThat(Books.of(application))
                    .hasSize(20)
                    .allSatisfy((account, credited) -> assertThat(credited).isEqualTo(" 1"));
            intake.start();
            await().untilAsserted(() -> assertThat(Books.of(application)).isEqualTo(books.expected()));
        }
    }

    @Test
    void anIntakeThatWaitsForNewsNoticesThatItWasSetBack() throws Exception {
        try (var wire = new Wire("idle", 3);
                var application = wire.application()) {
            var books = written(wire, application, 3);
            replace(application, Map.of("ledger", 20L));
            await().untilAsserted(() -> assertThat(Books.of(application)).isEqualTo(books.expected()));
        }
    }

    @Test
    void whatWasParkedIsTriedAnewAndWhatStillCannotBeTakenIsParkedAgain() throws Exception {
        try (var wire = new Wire("parked");
                var application = wire.application()) {
            var balances = application.getBean(Balances.class);
            balances.chokeOn("mended");
            balances.chokeOn("still bad");
            var books = new Books();
            books.write(wire, List.of("mended", "still bad", "good"), 4);
            var letters = application.getBean(DeadLetters.class);
            await().untilAsserted(() -> assertThat(letters.parked())
                    .extracting(DeadLetters.ParkedSubject::events)
                    .containsExactly(5, 5));
            balances.recover("mended");
            replace(application, Map.of());
            assertThat(letters.parked()).singleElement().satisfies(parked -> {
                assertThat(parked.subject()).isEqualTo("still bad");
                assertThat(parked.events()).isEqualTo(5);
            });
            assertThat(Books.of(application)).containsOnlyKeys("good", "mended");
            balances.recover("still bad");
            assertThat(letters.retry("ledger-reader", "ledger", "still bad")).isEqualTo(5);
            assertThat(Books.of(application)).isEqualTo(books.expected());
        }
    }

    /** The connection is killed by PostgreSQL itself, at that step, once. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete on balance",
                "insert on balance",
                "insert on journal",
                "insert on intake_subject",
                "delete on parked_event",
                "delete on intake_offset",
                "insert on intake_offset",
                "commit"
            })
    void aCrashAtAnyStepLeavesTheOldWholeAndTheNextReplaces(String step) throws Exception {
        try (var wire = new Wire("crash-" + step.replace(' ', '-'));
                var application = wire.application()) {
            var balances = application.getBean(Balances.class);
            balances.chokeOn("parked");
            var books = written(wire, application, 3);
            new Books().write(wire, List.of("parked"), 2);
            var letters = application.getBean(DeadLetters.class);
            await().until(() -> !letters.parked().isEmpty());
            var database = application.getBean(JdbcClient.class);
            for (var table : List.of("balance", "journal", "intake_subject")) {
                var key = table.equals("intake_subject") ? "subject" : "account";
                database.sql("delete from %s where %s = 'account-7'".formatted(table, key))
                        .update();
            }
            database.sql("update balance set cents = -1 where account = 'account-8'")
                    .update();
            var before = everything(database);
            // stands still meanwhile: the step has to be met by the replacement and nobody else
            var intake = application.getBean(IntakeEngine.class);
            intake.stop();
            Killer.at(database, step);

            assertThatThrownBy(() -> replace(application, Map.of())).isInstanceOf(RuntimeException.class);
            assertThat(everything(database)).isEqualTo(before);
            assertThat(Killer.hasKilled(database)).isTrue();

            replace(application, Map.of());
            assertThat(RebuildTest.scratchSchemas(application)).isEmpty();
            assertThat(Books.of(application)).isEqualTo(books.expected());
            assertThat(letters.parked()).hasSize(1);
            intake.start();
            books.credit(wire, ACCOUNTS, 4, 1);
            await().untilAsserted(() -> assertThat(Books.of(application)).isEqualTo(books.expected()));
        }
    }

    @Test
    void whatOtherTablesReferToIsNotReplaced() throws Exception {
        try (var wire = new Wire("referred");
                var application = wire.application()) {
            application
                    .getBean(JdbcClient.class)
                    .sql("create table remark (account text references balance, words text)")
                    .update();
            assertThatThrownBy(() -> replace(application, Map.of()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("balance");
            assertThat(RebuildTest.scratchSchemas(application)).isEmpty();
        }
    }

    private static Books written(Wire wire, ConfigurableApplicationContext application, int credits) throws Exception {
        var books = new Books();
        books.write(wire, ACCOUNTS, credits);
        await().untilAsserted(() -> assertThat(Books.of(application)).isEqualTo(books.expected()));
        return books;
    }

    private static Rebuild.Replaced replace(ConfigurableApplicationContext application, Map<String, Long> positions)
            throws InterruptedException {
        return application.getBean(Rebuild.class).replace(positions, (read, of) -> {});
    }

    private static List<String> everything(JdbcClient database) {
        return database.sql("""
                        select 'balance' || b::text from balance b union all
                        select 'journal' || j::text from journal j union all
                        select 'subject' || s::text from intake_subject s union all
                        select 'parked' || p::text from parked_event p union all
                        select 'offset' || o::text from intake_offset o order by 1""").query((row, n) -> row.getString(1)).list();
    }
}
