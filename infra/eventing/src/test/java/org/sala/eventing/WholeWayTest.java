package org.sala.eventing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sala.embedded.SharedServers;
import org.sala.eventing.intake.DeadLetters;
import org.sala.eventing.intake.Rebuild;
import org.sala.eventing.ledger.Account;
import org.sala.eventing.ledger.Balances;
import org.sala.eventing.ledger.Ledger;
import org.sala.eventing.ledger.LedgerStore;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeWayTest {

    private static final Commands.Origin ORIGIN = new Commands.Origin("account-7", "STAFF", null, null);

    private ConfigurableApplicationContext application;
    private Commands commands;
    private JdbcClient database;

    @BeforeAll
    void start() {
        application = Ledger.start(SharedServers.newDatabase("ledger"), "whole");
        commands = application.getBean(Commands.class);
        database = application.getBean(JdbcClient.class);
    }

    @AfterAll
    void stop() {
        application.close();
    }

    @Test
    void whatIsDecidedIsSeenOnceInTheReadModel() {
        commands.send(new Account.Open("seen"), ORIGIN);
        commands.send(new Account.Open("seen"), ORIGIN);
        for (var i = 0; i < 20; i++) {
            commands.send(new Account.Credit("seen", 5, 3), ORIGIN);
        }
        await().untilAsserted(() -> assertThat(balance("seen")).containsExactly(300L, 60L));
    }

    @Test
    void aRefusedCommandComesOutAsItWasThrownAndStoresNothing() {
        commands.send(new Account.Open("refused"), ORIGIN);
        assertThatThrownBy(() -> commands.send(new Account.Credit("refused", -1, 1), ORIGIN))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("negative");
        assertThat(events("refused")).isEqualTo(1);
    }

    @Test
    void aPoisonedSubjectWaitsInOrderWhileOthersGoOn() {
        var balances = application.getBean(Balances.class);
        var letters = application.getBean(DeadLetters.class);
        balances.chokeOn("poisoned");
        commands.send(new Account.Open("poisoned"), ORIGIN);
        commands.send(new Account.Credit("poisoned", 1, 4), ORIGIN);
        commands.send(new Account.Open("healthy"), ORIGIN);

        await().untilAsserted(() -> assertThat(balance("healthy")).containsExactly(0L, 0L));
        await().untilAsserted(() -> assertThat(letters.parked()).singleElement().satisfies(parked -> {
            assertThat(parked.subject()).isEqualTo("poisoned");
            assertThat(parked.events()).isEqualTo(5);
            assertThat(parked.type()).isEqualTo("ledger.account-opened");
        }));
        assertThat(letters.retry("ledger-reader", "ledger", "poisoned")).isZero();
        assertThat(balance("poisoned")).isEmpty();

        balances.recover("poisoned");
        assertThat(letters.retry("ledger-reader", "ledger", "poisoned")).isEqualTo(5);
        assertThat(letters.parked()).isEmpty();
        assertThat(balance("poisoned")).containsExactly(4L, 4L);
        commands.send(new Account.Credit("poisoned", 1, 1), ORIGIN);
        await().untilAsserted(() -> assertThat(balance("poisoned")).containsExactly(5L, 5L));
    }

    @Test
    void aRebuildBesideTheLiveTablesIsEqualAndSeesADifference() throws Exception {
        commands.send(new Account.Open("rebuilt"), ORIGIN);
        commands.send(new Account.Credit("rebuilt", 7, 50), ORIGIN);
        await().untilAsserted(() -> assertThat(balance("rebuilt")).containsExactly(350L, 50L));
        var rebuild = application.getBean(Rebuild.class);

        var report = rebuild.run((read, of) -> {});
        assertThat(report.equal()).as("%s", report).isTrue();
        assertThat(report.events()).isGreaterThanOrEqualTo(51);

        database.sql("update balance set cents = cents + 1 where account = 'rebuilt'")
                .update();
        assertThat(rebuild.run((read, of) -> {}).tables())
                .filteredOn(table -> !table.equal())
                .extracting(Rebuild.Table::name)
                .containsExactly("balance");
        database.sql("update balance set cents = cents - 1 where account = 'rebuilt'")
                .update();

        assertThat(database.sql("select count(*) from information_schema.schemata where schema_name like 'rebuild%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anAggregateWithManyEventsIsSnapshottedAndGoesOnFromThere() {
        commands.send(new Account.Open("long-lived"), ORIGIN);
        for (var i = 0; i < 4; i++) {
            commands.send(new Account.Credit("long-lived", 1_000, 30), ORIGIN);
        }
        await().untilAsserted(() -> assertThat(database.sql(
                                "select type, sequence >= 50 as far, convert_from(payload, 'UTF8') as json from snapshot"
                                        + " where aggregate_id = 'long-lived'")
                        .query()
                        .singleRow())
                .containsEntry("type", "ledger.account")
                .containsEntry("far", true)
                .satisfies(row -> assertThat((String) row.get("json")).contains("\"id\":\"long-lived\"")));
        assertThatThrownBy(() -> commands.send(new Account.Credit("long-lived", 1_000, 900), ORIGIN))
                .as("what the snapshot holds counts")
                .hasMessage("full");
        commands.send(new Account.Credit("long-lived", 1_000, 1), ORIGIN);
        await().untilAsserted(() -> assertThat(balance("long-lived")).containsExactly(121_000L, 121L));
    }

    @Test
    void anEventOfAnOlderFormIsReadAsTodays() {
        LedgerStore.insertOpened(database, "older", """
                {"number":"older","account":"as the wire has it"}""");
        commands.send(new Account.Credit("older", 3, 1), ORIGIN);
        assertThat(events("older")).isEqualTo(2);
    }

    @Test
    void theReadModelsCanBeSeenAsTheyWereAtAPosition() throws Exception {
        commands.send(new Account.Open("seen before"), ORIGIN);
        commands.send(new Account.Credit("seen before", 10, 1), ORIGIN);
        await().untilAsserted(() -> assertThat(balance("seen before")).containsExactly(10L, 1L));
        var then =
                database.sql("select position from sequencer").query(Long.class).single();
        commands.send(new Account.Credit("seen before", 90, 1), ORIGIN);
        await().untilAsserted(() -> assertThat(balance("seen before")).containsExactly(100L, 2L));

        var cents = application
                .getBean(Rebuild.class)
                .asOf(
                        Map.of("ledger", then),
                        (read, of) -> {},
                        scratch -> scratch.sql("select cents from balance where account = 'seen before'")
                                .query(Long.class)
                                .single());
        assertThat(cents).isEqualTo(10);
        assertThat(balance("seen before")).containsExactly(100L, 2L);
    }

    private List<Long> balance(String account) {
        return database.sql("select cents, credits from balance where account = ?")
                .param(account)
                .query((row, n) -> List.of(row.getLong(1), row.getLong(2)))
                .optional()
                .orElse(List.of());
    }

    private long events(String account) {
        return database.sql("select count(*) from event_history where aggregate_id = ?")
                .param(account)
                .query(Long.class)
                .single();
    }

    static {
        org.awaitility.Awaitility.setDefaultTimeout(Duration.ofSeconds(20));
        org.awaitility.Awaitility.setDefaultPollInterval(Duration.ofMillis(50));
    }
}
