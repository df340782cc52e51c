package org.sala.eventing.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sala.embedded.SharedServers;
import org.sala.eventing.Commands;
import org.sala.eventing.ledger.Account;
import org.sala.eventing.ledger.Ledger;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two applications on one store, whose loops would look by themselves once a minute. */
class WakingAcrossProcessesTest {

    private static final Commands.Origin ORIGIN = new Commands.Origin("account-7", null, null, null);
    private static final Duration LONG_BEFORE_A_POLL = Duration.ofSeconds(20);

    @Test
    void whatOneWritesIsPublishedByTheOtherLongBeforeItsPoll() {
        var database = SharedServers.newDatabase("ledger");
        try (var leader = start(database, "wakes")) {
            leads(leader);
            try (var writer = start(database, "wakes")) {
                for (var i = 0; i < 20; i++) {
                    var account = "account-" + i;
                    writer.getBean(Commands.class).send(new Account.Open(account), ORIGIN);
                    published(leader, i + 1);
                }
                assertThat(connections(leader, "ledger-notifier"))
                        .as("of the writer alone")
                        .hasSize(1);
            }
        }
    }

    @Test
    void aListenerWhoseConnectionBreaksListensAgain() {
        var database = SharedServers.newDatabase("ledger");
        try (var leader = start(database, "breaks")) {
            leads(leader);
            try (var writer = start(database, "breaks")) {
                await().until(() -> connections(leader, "ledger-listener").size() == 2);
                var before = connections(leader, "ledger-listener");
                leader.getBean(JdbcClient.class).sql("""
                                select pg_terminate_backend(pid) from pg_stat_activity
                                where datname = current_database() and application_name = 'ledger-listener'""").query(Boolean.class).list();
                // said while nobody listens: heard of when they listen again
                writer.getBean(Commands.class).send(new Account.Open("a"), ORIGIN);
                published(leader, 1);
                await().until(() -> connections(leader, "ledger-listener").size() == 2);
                assertThat(connections(leader, "ledger-listener")).doesNotContainAnyElementsOf(before);
                writer.getBean(Commands.class).send(new Account.Open("b"), ORIGIN);
                published(leader, 2);
            }
        }
    }

    @Test
    void aProcessByItselfNotifiesNobody() {
        var database = SharedServers.newDatabase("ledger");
        try (var only = start(database, "alone")) {
            leads(only);
            only.getBean(Commands.class).send(new Account.Open("a"), ORIGIN);
            published(only, 1);
            assertThat(connections(only, "ledger-notifier")).isEmpty();
        }
        try (var without = start(database, "alone", "--eventing.wake-across-processes=false")) {
            leads(without);
            without.getBean(Commands.class).send(new Account.Open("b"), ORIGIN);
            published(without, 2);
            assertThat(connections(without, "ledger-listener")).isEmpty();
        }
    }

    private static ConfigurableApplicationContext start(
            SharedServers.Database database, String platform, String... settings) {
        var all = new ArrayList<>(List.of("--eventing.poll=1m", "--eventing.lease=10m"));
        all.addAll(List.of(settings));
        return Ledger.start(database, platform, all.toArray(String[]::new));
    }

    /** Once it leads, no loop of it looks again by itself for a minute. */
    private static void leads(ConfigurableApplicationContext application) {
        var steps = application.getBean(LedSteps.class);
        await().until(() ->
                steps.sequencer().lease().leads() && steps.publisher().lease().leads());
    }

    private static void published(ConfigurableApplicationContext application, long position) {
        await().atMost(LONG_BEFORE_A_POLL)
                .untilAsserted(() -> assertThat(application
                                .getBean(JdbcClient.class)
                                .sql("select position from publisher")
                                .query(Long.class)
                                .single())
                        .isEqualTo(position));
    }

    private static List<Integer> connections(ConfigurableApplicationContext application, String name) {
        return application
                .getBean(JdbcClient.class)
                .sql("select pid from pg_stat_activity where datname = current_database() and application_name = :name")
                .param("name", name)
                .query((row, n) -> row.getInt(1))
                .list();
    }
}
