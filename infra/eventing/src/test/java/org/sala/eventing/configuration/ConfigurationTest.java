package org.sala.eventing.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.updates.UpdateChecker;
import org.junit.jupiter.api.Test;
import org.sala.embedded.SharedServers;
import org.sala.eventing.Commands;
import org.sala.eventing.ledger.Account;
import org.sala.eventing.ledger.Ledger;
import org.sala.eventing.ledger.LedgerStore;
import org.sala.eventing.store.WireSerializer;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class ConfigurationTest {

    @Test
    void axonWorksOnOurStoreInSpringsTransactionsAndCallsNobody() {
        try (var application = Ledger.start(SharedServers.newDatabase("ledger"), "configured")) {
            var axon = application.getBean(Configuration.class);
            assertThat(application.getBean(EventStore.class)).isInstanceOf(EmbeddedEventStore.class);
            assertThat(axon.getComponent(TransactionManager.class)).isInstanceOf(SpringTransactions.class);
            assertThat(axon.getComponent(Serializer.class)).isInstanceOf(WireSerializer.class);
            assertThat(axon.eventSerializer()).isInstanceOf(WireSerializer.class);
            assertThat(axon.getComponent(UpdateChecker.class)).isNull();
            assertThat(application.getBeanNamesForType(EventStore.class)).hasSize(1);
        }
    }

    @Test
    void provenanceIsKeptWithEachEventAndACorrelationIsMadeUpWhereThereIsNone() {
        try (var application = Ledger.start(SharedServers.newDatabase("ledger"), "provenance")) {
            var commands = application.getBean(Commands.class);
            commands.send(new Account.Open("a"), new Commands.Origin("account-7", "STAFF", "request-1", "message-1"));
            commands.send(new Account.Credit("a", 1, 1), new Commands.Origin("policy:rent", null, null, null));
            var metadata = application
                    .getBean(JdbcClient.class)
                    .sql("select to_jsonb(stored) ->> :name from event_history stored order by sequence");
            assertThat(metadata.param("name", "actor").query(String.class).list())
                    .containsExactly("account-7", "policy:rent");
            assertThat(metadata.param("name", "role").query(String.class).list())
                    .containsExactly("STAFF", null);
            assertThat(metadata.param("name", "causation").query(String.class).list())
                    .containsExactly("message-1", null);
            assertThat(metadata.param("name", "correlation").query(String.class).list())
                    .doesNotContainNull()
                    .startsWith("request-1");
        }
    }

    @Test
    void anErrorOfTheDatabaseQuotesNoRow() {
        try (var application = Ledger.start(SharedServers.newDatabase("ledger"), "quiet")) {
            assertThatThrownBy(() -> application
                            .getBean(JdbcClient.class)
                            .sql("insert into balance (account, cents, credits) values ('Sok Dara', 1, null)")
                            .update())
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .message()
                    .contains("null value in column")
                    .doesNotContain("Failing row");
        }
    }

    @Test
    void healthSaysWhichStepStandsAndMetricsHowFarEachIs() {
        var database = SharedServers.newDatabase("ledger");
        try (var application = Ledger.start(database, "health")) {
            application
                    .getBean(Commands.class)
                    .send(new Account.Open("a"), new Commands.Origin("account-7", null, null, null));
            var health = application.getBean(StepsHealth.class);
            var meters = application.getBean(MeterRegistry.class);
            await().untilAsserted(() -> assertThat(
                            meters.get("eventing.publisher.position").gauge().value())
                    .isEqualTo(1));
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            assertThat(health.health().getDetails()).containsOnlyKeys("sequencer", "publisher", "intake");
        }
        try (var away = Ledger.start(
                database,
                "health",
                "--eventing.kafka.settings.[bootstrap.servers]=127.0.0.1:1",
                "--eventing.kafka.settings.[default.api.timeout.ms]=1000",
                "--eventing.kafka.settings.[request.timeout.ms]=500")) {
            var health = away.getBean(StepsHealth.class);
            await().untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.DOWN));
            assertThat(health.health().getDetails().get("sequencer"))
                    .asInstanceOf(MAP)
                    .containsEntry("works", true);
            await().untilAsserted(() -> assertThat(health.health().getDetails().get("publisher"))
                    .asInstanceOf(MAP)
                    .containsEntry("works", false)
                    .containsKey("standsBecause"));
        }
    }

    @Test
    void anApplicationSaysWhichLibrariesAreNotForIt() {
        var database = SharedServers.newDatabase("ledger");
        try (var with = Ledger.start(database, "with")) {
            assertThat(with.getBeanNamesForType(JsonMapper.class)).isNotEmpty();
        }
        try (var without = Ledger.start(
                database, "without", "--eventing.auto-configuration.without=org.springframework.boot.jackson.")) {
            assertThat(without.getBeanNamesForType(JsonMapper.class)).isEmpty();
        }
    }

    @Test
    void theStoreAndTheApplicationMigrateBesideEachOtherAndAgain() {
        var database = SharedServers.newDatabase("ledger");
        Ledger.start(database, "migrated").close();
        try (var store = LedgerStore.at(database.url("ledger"), database.password("ledger"))) {
            store.append("kept", 2);
        }
        try (var again = Ledger.start(database, "migrated")) {
            assertThat(again.getBean(JdbcClient.class)
                            .sql("select count(*) from event_history where aggregate_id = 'kept'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(3);
        }
    }

    @Test
    void tablesOfAnotherVersionAreRefusedInOneSentence() {
        var database = SharedServers.newDatabase("ledger");
        Ledger.start(database, "other-version").close();
        try (var store = LedgerStore.at(database.url("ledger"), database.password("ledger"))) {
            store.database()
                    .sql("update eventing_store_history set checksum = checksum + 1")
                    .update();
        }
        assertThatThrownBy(() -> Ledger.start(database, "other-version"))
                .rootCause()
                .hasMessage("the tables were made by another version, which this one can't go on with;"
                        + " give it an empty database, or another data folder");
    }
}
