package org.sala.eventing.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.embedded.SharedServers;
import org.sala.eventing.Commands;
import org.sala.eventing.ledger.Account;
import org.sala.eventing.ledger.Ledger;
import org.sala.eventing.publish.CloudEventHeaders;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each fact counts once and in its order, whatever dies and however often it comes. */
class EachOnceTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final List<String> ACCOUNTS =
            IntStream.range(0, 25).mapToObj(i -> "account-" + i).toList();

    @ParameterizedTest
    @ValueSource(strings = {"update on balance", "update on journal", "insert on intake_subject", "commit"})
    void connectionsThatDieBetweenEffectAndCommit(String step) throws Exception {
        try (var wire = new Wire("killed-at-" + step.replace(' ', '-'), 2);
                var application = wire.application("--eventing.batch=20")) {
            var database = application.getBean(JdbcClient.class);
            Killer.at(database, step, "3, 5, 9, 12");
            var books = new Books();
            books.write(wire, ACCOUNTS, 12);
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(Books.of(application)).isEqualTo(books.expected()));
            assertThat(application.getBean(DeadLetters.class).parked())
                    .as("a connection that dies says nothing about a letter")
                    .isEmpty();
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(database.sql(
                                            "select sessions_killed from pg_stat_database where datname = current_database()")
                                    .query(Long.class)
                                    .single())
                            .isGreaterThanOrEqualTo(4));
            rebuiltIsEqual(application);
        }
    }

    @Test
    void processesThatDieBetweenEffectAndCommit() throws Exception {
        var database = SharedServers.newDatabase("ledger");
        try (var wire = new Wire("killed-processes");
                var application = wire.application(database)) {
            var intake = application.getBean(IntakeEngine.class);
            intake.stop();
            var books = new Books();
            books.write(wire, ACCOUNTS, 8);
            for (var at : List.of(1, 30, 61)) {
                assertThat(killedAt(at, wire, database)).isEqualTo(KilledIntake.KILLED);
            }
            var taken = Books.of(application);
            assertThat(taken)
                    .as("what died was not committed, and what was committed stays")
                    .isNotEmpty()
                    .isNotEqualTo(books.expected());
            intake.start();
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(Books.of(application)).isEqualTo(books.expected()));
            rebuiltIsEqual(application);
        }
    }

    private static int killedAt(int fact, Wire wire, SharedServers.Database database) throws Exception {
        var url = database.url("ledger");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledIntake.class.getName(),
                        url,
                        database.password("ledger"),
                        SharedServers.kafka().bootstrapServers(),
                        wire.topic(),
                        Integer.toString(fact))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Test
    void everythingTenTimesAndOnceMoreFromTheBeginning() throws Exception {
        var expected = new TreeMap<String, String>();
        try (var application = Ledger.start(SharedServers.newDatabase("ledger"), "ten");
                var wire = new Wire("ten", 3)) {
            var commands = application.getBean(Commands.class);
            var origin = new Commands.Origin("account-7", null, null, null);
            for (var account : ACCOUNTS) {
                commands.send(new Account.Open(account), origin);
                commands.send(new Account.Credit(account, 3, 2), origin);
                commands.send(new Account.Credit(account, 40, 1), origin);
                expected.put(account, " 3 3 40");
            }
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(Books.of(application)).isEqualTo(expected));
            var published = records(wire.topic(), 100);
            kafkaHasWhatTheStoreHas(published, application.getBean(JdbcClient.class));

            for (var round = 0; round < 3; round++) {
                for (var record : published) {
                    for (var time = 0; time < 3; time++) {
                        wire.again(record.key(), record.value(), record.headers());
                    }
                }
            }
            wire.flush();
            takenUpTo(1_000, application);
            assertThat(Books.of(application)).isEqualTo(expected);

            application
                    .getBean(JdbcClient.class)
                    .sql("update intake_offset set next_offset = 0")
                    .update();
            takenUpTo(1_000, application);
            assertThat(Books.of(application)).isEqualTo(expected);
            assertThat(application
                            .getBean(MeterRegistry.class)
                            .get("eventing.intake.repeated")
                            .counter()
                            .count())
                    .as("passed over: nine of ten, then ten of ten")
                    .isEqualTo(1_900);
            assertThat(application.getBean(DeadLetters.class).parked()).isEmpty();
            rebuiltIsEqual(application);
        }
        try (var another = Ledger.start(SharedServers.newDatabase("ledger"), "ten")) {
            takenUpTo(1_000, another);
            assertThat(Books.of(another)).as("by one that begins with it all").isEqualTo(expected);
        }
    }

    private static void kafkaHasWhatTheStoreHas(List<ConsumerRecord<String, byte[]>> published, JdbcClient database) {
        var ids = published.stream()
                .map(record -> CloudEventHeaders.read(record.headers(), CloudEventHeaders.ID))
                .sorted()
                .toList();
        assertThat(ids)
                .isEqualTo(database.sql("select event_id::text from event order by 1")
                        .query(String.class)
                        .list());
        var next = new HashMap<String, Integer>();
        for (var record : published) {
            var sequence = next.merge(record.key(), 1, Integer::sum) - 1;
            assertThat(CloudEventHeaders.read(record.headers(), CloudEventHeaders.SEQUENCE))
                    .isEqualTo(Integer.toString(sequence));
        }
    }

    /** Everything of a topic, each key's in their order; read by Kafka's consumer and nothing of ours. */
    private static List<ConsumerRecord<String, byte[]>> records(String topic, int expected) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(Wire.kafka(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (records.size() < expected) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        }
        return records;
    }

    private static void takenUpTo(int records, ConfigurableApplicationContext application) {
        await().atMost(LONG)
                .until(() -> application
                                .getBean(JdbcClient.class)
                                .sql("select coalesce(sum(next_offset), 0) from intake_offset")
                                .query(Long.class)
                                .single()
                        == records);
    }

    private static void rebuiltIsEqual(ConfigurableApplicationContext application) throws InterruptedException {
        var report = application.getBean(Rebuild.class).run((read, of) -> {});
        assertThat(report.equal()).as("%s", report).isTrue();
        assertThat(report.tables()).extracting(Rebuild.Table::liveRows).containsExactly(25L, 25L);
    }
}
