package org.sala.eventing.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sala.embedded.SharedServers;
import org.sala.eventing.Commands;
import org.sala.eventing.ledger.Account;
import org.sala.eventing.ledger.Ledger;
import org.sala.eventing.publish.Topics;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class IntakeTest {

    @Test
    void aMalformedEventParksItsSubjectAndNothingOfItIsTold(CapturedOutput output) throws Exception {
        try (var wire = new Wire("malformed");
                var application = wire.application()) {
            wire.send("a", 0, "ledger.account-opened", "{\"account\":\"a\"}");
            wire.send("a", 1, "ledger.account-credited", "{\"account\":\"a\",\"cents\":\"Sok Dara, 012 345 678\"}");
            wire.send("a", 2, "ledger.account-credited", "{\"account\":\"a\",\"cents\":2}");
            wire.send("b", 0, "ledger.account-opened", "{\"account\":\"b\"}");

            await().untilAsserted(() -> assertThat(balances(application)).isEqualTo(Map.of("a", 0L, "b", 0L)));
            await().untilAsserted(() -> assertThat(letters(application).parked())
                    .singleElement()
                    .satisfies(parked -> {
                        assertThat(parked.subject()).isEqualTo("a");
                        assertThat(parked.events()).isEqualTo(2);
                        assertThat(parked.cause()).isEqualTo("the payload is no ledger.account-credited, at cents");
                    }));
            assertThat(output.getAll()).doesNotContain("Dara").doesNotContain("345");
        }
    }

    @Test
    void aTypeThatIsNotKnownIsCountedAndSkippedAndItsSubjectGoesOn() throws Exception {
        try (var wire = new Wire("unknown");
                var application = wire.application()) {
            wire.send("a", 0, "ledger.account-opened", "{\"account\":\"a\"}");
            wire.send("a", 1, "ledger.account-named", "{\"account\":\"a\",\"name\":\"rent\"}");
            wire.send("a", 2, "ledger.account-credited", "{\"account\":\"a\",\"cents\":2,\"added-later\":true}");
            await().untilAsserted(() -> assertThat(balances(application)).isEqualTo(Map.of("a", 2L)));
            assertThat(application
                            .getBean(MeterRegistry.class)
                            .get("eventing.intake.unknown")
                            .tag("type", "ledger.account-named")
                            .counter()
                            .count())
                    .isEqualTo(1);
            assertThat(letters(application).parked()).isEmpty();
        }
    }

    @Test
    void whatIsSentTwiceIsTakenOnce() throws Exception {
        try (var wire = new Wire("twice");
                var application = wire.application()) {
            for (var round = 0; round < 3; round++) {
                wire.send("a", 0, "ledger.account-opened", "{\"account\":\"a\"}");
                wire.send("a", 1, "ledger.account-credited", "{\"account\":\"a\",\"cents\":2}");
            }
            wire.send("a", 2, "ledger.account-credited", "{\"account\":\"a\",\"cents\":40}");
            await().untilAsserted(() -> assertThat(balances(application)).isEqualTo(Map.of("a", 42L)));
        }
    }

    @Test
    void aTopicThatWasMadeAnewIsReadFromItsBeginningAndCountsOnce() throws Exception {
        try (var wire = new Wire("anew");
                var application = wire.application()) {
            for (var round = 0; round < 5; round++) {
                wire.send("a", 0, "ledger.account-opened", "{\"account\":\"a\"}");
                wire.send("a", 1, "ledger.account-credited", "{\"account\":\"a\",\"cents\":2}");
            }
            await().untilAsserted(() -> assertThat(balances(application)).isEqualTo(Map.of("a", 2L)));

            var settings = Map.<String, Object>of(
                    "bootstrap.servers", SharedServers.kafka().bootstrapServers());
            try (var admin = Admin.create(settings)) {
                admin.deleteTopics(Set.of("anew.ledger")).all().get();
                await().until(() -> !admin.listTopics().names().get().contains("anew.ledger"));
            }
            Topics.ensure(settings, Set.of("anew.ledger"), 3);
            wire.send("a", 0, "ledger.account-opened", "{\"account\":\"a\"}");
            wire.send("a", 1, "ledger.account-credited", "{\"account\":\"a\",\"cents\":2}");
            wire.send("a", 2, "ledger.account-credited", "{\"account\":\"a\",\"cents\":40}");
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(balances(application)).isEqualTo(Map.of("a", 42L)));
            assertThat(letters(application).parked()).isEmpty();
        }
    }

    @Test
    void anEventThatOvertookItsPredecessorWaitsForItAndFollows() throws Exception {
        try (var wire = new Wire("overtaken");
                var application = wire.application()) {
            wire.send("a", 0, "ledger.account-opened", "{\"account\":\"a\"}");
            wire.send("a", 2, "ledger.account-credited", "{\"account\":\"a\",\"cents\":40}");
            await().until(() -> letters(application).parked().size() == 1);
            wire.send("a", 1, "ledger.account-credited", "{\"account\":\"a\",\"cents\":2}");
            await().untilAsserted(() -> assertThat(balances(application)).isEqualTo(Map.of("a", 42L)));
            assertThat(letters(application).parked()).isEmpty();
        }
    }

    @Test
    void withTooMuchParkedItStandsStillAndDropsNothing() throws Exception {
        try (var wire = new Wire("flooded");
                var application = wire.application("--ledger.parked-limit=3")) {
            for (var sequence = 0; sequence < 6; sequence++) {
                wire.send("bad", sequence, "ledger.account-credited", "{\"cents\":\"x\"}");
            }
            var intake = application.getBean(IntakeEngine.class).step();
            await().untilAsserted(() -> assertThat(intake.loop().failure()).isEqualTo("TooManyParked"));
            assertThat(letters(application).parked())
                    .singleElement()
                    .satisfies(parked -> assertThat(parked.events()).isEqualTo(3));
            assertThat(application
                            .getBean(JdbcClient.class)
                            .sql("select next_offset from intake_offset")
                            .query(Long.class)
                            .single())
                    .isEqualTo(3);
        }
    }

    @Test
    void aRecordOfAStrangerIsParkedByItsPlace() throws Exception {
        try (var wire = new Wire("stranger");
                var application = wire.application()) {
            wire.sendBare("not even JSON");
            wire.send("a", 0, "ledger.account-opened", "{\"account\":\"a\"}");
            await().untilAsserted(() -> assertThat(balances(application)).isEqualTo(Map.of("a", 0L)));
            assertThat(letters(application).parked()).singleElement().satisfies(parked -> {
                assertThat(parked.subject()).isEqualTo("stranger.ledger/0/0");
                assertThat(parked.cause()).isEqualTo("the record has no subject or no sequence");
            });
        }
    }

    @Test
    void twoProcessesShareTheWorkAndOneCanGoAtAnyTime() throws Exception {
        var database = SharedServers.newDatabase("ledger");
        var first = Ledger.start(database, "shared", "--eventing.lease=1s");
        var second = Ledger.start(database, "shared", "--eventing.lease=1s");
        try {
            var origin = new Commands.Origin("account-7", null, null, null);
            var ids = new ArrayList<String>();
            for (var i = 0; i < 30; i++) {
                var id = "shared-" + i;
                ids.add(id);
                first.getBean(Commands.class).send(new Account.Open(id), origin);
                second.getBean(Commands.class).send(new Account.Credit(id, 1, 5), origin);
            }
            first.close();
            for (var id : ids) {
                second.getBean(Commands.class).send(new Account.Credit(id, 1, 5), origin);
            }
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() ->
                            assertThat(balances(second).values()).hasSize(30).containsOnly(10L));
            assertThat(letters(second).parked()).isEmpty();
        } finally {
            first.close();
            second.close();
        }
    }

    private static DeadLetters letters(ConfigurableApplicationContext application) {
        return application.getBean(DeadLetters.class);
    }

    private static Map<String, Long> balances(ConfigurableApplicationContext application) {
        var balances = new TreeMap<String, Long>();
        application
                .getBean(JdbcClient.class)
                .sql("select account, cents from balance")
                .query((row, n) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .forEach(entry -> balances.put(entry.getKey(), entry.getValue()));
        return balances;
    }
}
