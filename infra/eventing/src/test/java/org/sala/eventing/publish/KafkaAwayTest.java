package org.sala.eventing.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.embedded.KafkaBroker;
import org.sala.embedded.SharedServers;
import org.sala.eventing.ledger.Ledger;
import org.sala.eventing.ledger.LedgerStore;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An application whose Kafka goes away, with a backlog that no window holds, and comes back. */
class KafkaAwayTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int BACKLOG = 40_000;

    @TempDir
    Path folder;

    private final SharedServers.Database database = SharedServers.newDatabase("ledger");
    private final SaidByThePublisher said = new SaidByThePublisher();
    private int port;

    @BeforeEach
    void choosePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    @AfterEach
    void stopListening() {
        root().detachAppender(said);
    }

    @Test
    void whatIsWrittenMeanwhileIsPublishedInOrderWhenItReturns() {
        var kafka = KafkaBroker.start(folder, port);
        try (var application = start()) {
            append(10);
            published(application, 10);
            said.lines.clear();

            kafka.close();
            append(BACKLOG);
            stands(application);
            await().untilAsserted(() -> assertThat(application
                            .getBean(MeterRegistry.class)
                            .get("eventing.publisher.waiting")
                            .gauge()
                            .value())
                    .isEqualTo(BACKLOG));
            // it tries many times more, and holds no more than its window
            await().atMost(LONG).pollDelay(Duration.ofSeconds(20)).until(() -> true);
            stands(application);

            kafka = KafkaBroker.start(folder, port);
            published(application, BACKLOG + 10);
            saidBoth();
            assertThat(publisher(application).get("works")).isEqualTo(true);
            onceAndInOrder(application, BACKLOG + 10);
        } finally {
            kafka.close();
        }
    }

    @Test
    void anApplicationThatStartsWithoutItPublishesOnceItIsThere() {
        try (var application = start()) {
            append(BACKLOG);
            stands(application);
            try (var kafka = KafkaBroker.start(folder, port)) {
                assertThat(kafka.port()).isEqualTo(port);
                published(application, BACKLOG);
                saidBoth();
                onceAndInOrder(application, BACKLOG);
            }
        }
    }

    private ConfigurableApplicationContext start() {
        var application = Ledger.start(
                database,
                "away",
                "--eventing.kafka.settings.[bootstrap.servers]=127.0.0.1:" + port,
                "--logging.level.org.sala.eventing.Loop=info");
        // after Spring Boot has configured the logs
        said.start();
        root().addAppender(said);
        return application;
    }

    private void append(int events) {
        try (var store = LedgerStore.at(database.url("ledger"), database.password("ledger"))) {
            for (var left = events; left > 0; left -= 500) {
                store.append("account-" + UUID.randomUUID(), Math.min(left, 500) - 1);
            }
        }
    }

    private static void stands(ConfigurableApplicationContext application) {
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(publisher(application).get("standsBecause")).isNotNull());
    }

    /** What the health says of the publisher. */
    private static Map<?, ?> publisher(ConfigurableApplicationContext application) {
        var health = Objects.requireNonNull(application
                .getBean("eventingHealthIndicator", HealthIndicator.class)
                .health());
        return (Map<?, ?>) Objects.requireNonNull(health.getDetails().get("publisher"));
    }

    private static void published(ConfigurableApplicationContext application, long position) {
        await().atMost(LONG).until(() -> application.getBean(Publisher.class).position() == position);
    }

    private void onceAndInOrder(ConfigurableApplicationContext application, int events) {
        var topic = Topic.read("127.0.0.1:" + port, "away.ledger");
        assertThat(topic.records()).hasSize(events);
        topic.holds(application.getBean(JdbcClient.class));
    }

    /** One line when it went, and one when it came back. */
    private void saidBoth() {
        await().untilAsserted(() -> assertThat(said.lines)
                .satisfiesExactly(
                        fall -> assertThat(fall).startsWith("ledger-publisher stands still"),
                        rise -> assertThat(rise).isEqualTo("ledger-publisher works again")));
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    /** What is logged by the publisher, and by Kafka's clients for it. */
    private static final class SaidByThePublisher extends AppenderBase<ILoggingEvent> {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.INFO)
                    && event.getThreadName().contains("ledger-publisher")) {
                lines.add(event.getFormattedMessage());
            }
        }
    }
}
