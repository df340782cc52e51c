package org.sala.eventing.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sala.eventing.ledger.Balances;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events that can't be taken, among many that can. */
class PoisonTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final List<String> HEALTHY =
            IntStream.range(0, 100).mapToObj(i -> "healthy-" + i).toList();
    private static final List<String> POISONED = List.of("poisoned-1", "poisoned-2", "poisoned-3");

    @Test
    void itsSubjectWaitsInOrderWhileAHundredOthersGoOnAndAfterTheMendAllIsTakenInOrder() throws Exception {
        try (var wire = new Wire("poison", 3);
                var application = wire.application()) {
            var books = new Books();
            var all = new ArrayList<>(HEALTHY);
            all.addAll(50, POISONED);
            books.write(wire, all, 2);
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(Books.of(application)).isEqualTo(books.expected()));

            var balances = application.getBean(Balances.class);
            POISONED.forEach(balances::chokeOn);
            books.credit(wire, all, 3, 4);
            var whileStuck = new TreeMap<>(books.expected());
            POISONED.forEach(account -> whileStuck.put(account, " 1 2"));
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(Books.of(application)).isEqualTo(whileStuck));
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(parked(application)).hasSize(12));
            assertThat(parked(application))
                    .startsWith("poisoned-1 3", "poisoned-1 4", "poisoned-1 5", "poisoned-1 6", "poisoned-2 3");
            assertThat(gauge("eventing.intake.parkedSubjects", application)).isEqualTo(3);
            assertThat(gauge("eventing.intake.parkedEvents", application)).isEqualTo(12);
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(gauge("eventing.intake.recordsBehind", application))
                            .isZero());

            var letters = application.getBean(DeadLetters.class);
            assertThat(letters.ofTypes(Set.of("ledger.account-credited"))).hasSize(12);
            assertThat(letters.ofTypes(Set.of("ledger.account-closed"))).isEmpty();
            assertThat(letters.retry("ledger-reader", "ledger", "poisoned-1")).isZero();
            assertThat(letters.parked())
                    .filteredOn(one -> one.subject().equals("poisoned-1"))
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.attempts()).isEqualTo(2);
                        assertThat(one.cause()).isEqualTo("a projection refused it");
                    });
            // one more comes while it waits, and has to wait behind
            books.credit(wire, List.of("poisoned-1"), 7, 1);
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(parked(application)).contains("poisoned-1 7"));

            POISONED.forEach(balances::recover);
            assertThat(letters.retry("ledger-reader", "ledger", "poisoned-1")).isEqualTo(5);
            assertThat(letters.retry("ledger-reader", "ledger", "poisoned-2")).isEqualTo(4);
            assertThat(letters.retry("ledger-reader", "ledger", "poisoned-3")).isEqualTo(4);
            assertThat(Books.of(application)).isEqualTo(books.expected());
            books.credit(wire, List.of("poisoned-1"), 8, 1);
            books.credit(wire, List.of("poisoned-2", "poisoned-3", "healthy-1"), 7, 1);
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(Books.of(application)).isEqualTo(books.expected()));
            assertThat(parked(application)).isEmpty();
        }
    }

    @Test
    void whereItStandsStillTheHealthSaysWhyAndTheLagGrows() throws Exception {
        try (var wire = new Wire("full");
                var application = wire.application("--ledger.parked-limit=2")) {
            for (var sequence = 0; sequence < 5; sequence++) {
                wire.send("bad", sequence, "ledger.account-credited", "{\"cents\":\"x\"}");
            }
            var health = application.getBean("eventingHealthIndicator", HealthIndicator.class);
            await().atMost(LONG).untilAsserted(() -> {
                var now = Objects.requireNonNull(health.health());
                assertThat(now.getStatus()).isEqualTo(Status.DOWN);
                assertThat(now.getDetails().get("intake"))
                        .asString()
                        .contains("standsBecause=TooManyParked")
                        .contains("heldUpBy=2 parked events, as many as may be")
                        .contains("parkedEvents=2")
                        .contains("recordsBehind=3.0");
            });
            wire.send("good", 0, "ledger.account-opened", "{\"account\":\"good\"}");
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(gauge("eventing.intake.recordsBehind", application))
                            .isEqualTo(4));
            assertThat(Books.of(application)).isEmpty();
        }
    }

    private static double gauge(String name, ConfigurableApplicationContext application) {
        return application.getBean(MeterRegistry.class).get(name).gauge().value();
    }

    /** As the table has it: subjects with the numbers of what waits, in the order in which it was parked. */
    private static List<String> parked(ConfigurableApplicationContext application) {
        return application
                .getBean(JdbcClient.class)
                .sql("select subject || ' ' || sequence from parked_event order by subject, id")
                .query((row, n) -> row.getString(1))
                .list();
    }
}
