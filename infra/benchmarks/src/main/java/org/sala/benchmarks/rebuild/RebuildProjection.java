package org.sala.benchmarks.rebuild;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.sala.benchmarks.bars.Bar;
import org.sala.benchmarks.bars.Comparison;
import org.sala.benchmarks.bars.Contestant;
import org.sala.benchmarks.bars.Ground;
import org.sala.benchmarks.engines.AxonJdbc;
import org.sala.benchmarks.engines.Sample;
import org.sala.eventing.EventNames;
import org.sala.eventing.intake.IntakeDefinition;
import org.sala.eventing.intake.IntakeEngine;
import org.sala.eventing.intake.Rebuild;
import org.sala.eventing.publish.CloudEventHeaders;
import org.sala.eventing.publish.Topics;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * From empty tables to full ones, with the same events and the same SQL: ours from Kafka, by a scratch schema that is
 * made, filled, put in place and dropped; Axon's pooled processor from its JDBC engine. Each has to leave the same rows.
 */
final class RebuildProjection implements Comparison {

    private static final int EVENTS_OF_A_VISITOR = 10;
    private static final int PARTITIONS = 4;
    private static final String CONTEXT = "sample";

    private final int events;
    private final HikariDataSource database;
    private final JdbcClient client;
    private final Rebuild rebuild;
    private final AxonProcessor axon;
    private final List<Contestant> contestants;
    private @Nullable String digest;

    RebuildProjection(Ground ground) throws Exception {
        this.events = ground.effort().scaled(4_000) * EVENTS_OF_A_VISITOR;
        this.database = ground.newDatabase();
        this.client = JdbcClient.create(database);
        makeTablesIn("benchmark");
        var topic = "rebuilt-%d.%s".formatted(System.nanoTime(), CONTEXT);
        var engine = AxonJdbc.with(database, AxonJdbc.DEFAULT_BATCH);
        var kafka = Map.<String, Object>of("bootstrap.servers", ground.bootstrapServers());
        Topics.ensure(kafka, Set.of(topic), PARTITIONS);
        fill(engine, topic, kafka);
        this.rebuild = new IntakeEngine(
                        new IntakeDefinition(
                                "benchmark", Set.of(CONTEXT), EventNames.of(Sample.class), List.of(new Arrivals())),
                        new IntakeEngine.Surroundings(
                                database,
                                new JdbcTransactionManager(database),
                                new SimpleMeterRegistry(),
                                Map.of(topic, CONTEXT),
                                PARTITIONS,
                                name -> new HashMap<>(kafka),
                                this::makeTablesIn,
                                committed -> {}))
                .rebuild();
        this.axon = new AxonProcessor(database, engine, events);
        this.contestants = List.of(
                new Contestant("ours", () -> measure(() -> rebuild.replace(Map.of(), (read, of) -> {}))),
                new Contestant("Axon, pooled processor", () -> measure(() -> axon.run(1))),
                new Contestant("Axon, batches of 1,000", () -> measure(() -> axon.run(1_000))));
    }

    /** The same events for both, those of different visitors mixed. */
    private void fill(AxonJdbc engine, String topic, Map<String, Object> kafka) throws Exception {
        var json = JsonMapper.builder().build();
        var sent = new ArrayList<Future<RecordMetadata>>();
        var position = 0L;
        try (var producer = new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer())) {
            for (var i = 0; i < events / (100 * EVENTS_OF_A_VISITOR); i++) {
                var visitors = IntStream.range(0, 100)
                        .mapToObj(n -> Sample.newAggregate(EVENTS_OF_A_VISITOR))
                        .toList();
                for (var n = 0; n < EVENTS_OF_A_VISITOR; n++) {
                    var sequence = n;
                    var mixed = visitors.stream()
                            .<DomainEventMessage<?>>map(visitor -> visitor.get(sequence))
                            .toList();
                    engine.append(mixed);
                    for (var event : mixed) {
                        position++;
                        sent.add(producer.send(record(topic, event, position, json)));
                    }
                }
            }
            producer.flush();
        }
        var counts = new long[PARTITIONS];
        for (var one : sent) {
            counts[one.get().partition()]++;
        }
        for (var partition = 0; partition < PARTITIONS; partition++) {
            client.sql("insert into intake_offset (intake, topic, partition, next_offset) values (?, ?, ?, ?)")
                    .params("benchmark", topic, partition, counts[partition])
                    .update();
        }
    }

    private static ProducerRecord<String, byte[]> record(
            String topic, DomainEventMessage<?> event, long position, JsonMapper json) {
        var record = new ProducerRecord<String, byte[]>(
                topic, event.getAggregateIdentifier(), json.writeValueAsBytes(event.getPayload()));
        Map.of(
                        CloudEventHeaders.ID, event.getIdentifier(),
                        CloudEventHeaders.TYPE, "sample.visitor-arrived",
                        CloudEventHeaders.SUBJECT, event.getAggregateIdentifier(),
                        CloudEventHeaders.SEQUENCE, Long.toString(event.getSequenceNumber()),
                        CloudEventHeaders.POSITION, Long.toString(position),
                        CloudEventHeaders.TIME, event.getTimestamp().toString(),
                        CloudEventHeaders.ACTOR, "account-7")
                .forEach((name, value) -> CloudEventHeaders.add(record.headers(), name, value));
        return record;
    }

    private void makeTablesIn(String schema) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/eventing/intake")
                .schemas(schema)
                .defaultSchema(schema)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        var settings = new HikariConfig();
        database.copyStateTo(settings);
        settings.setPoolName("tables of " + schema);
        settings.setMaximumPoolSize(1);
        settings.setSchema(schema);
        try (var there = new HikariDataSource(settings)) {
            JdbcClient.create(there).sql(Arrivals.TABLES).update();
        }
    }

    /** Work that fills the tables. */
    private interface Work {
        void run() throws Exception;
    }

    private double measure(Work work) throws Exception {
        client.sql("truncate visitor, arrival, intake_subject").update();
        var began = System.nanoTime();
        work.run();
        var seconds = (System.nanoTime() - began) / 1e9;
        mustBeWhole();
        return events / seconds;
    }

    private void mustBeWhole() {
        var found = client.sql("""
                        select (select sum(arrivals) from visitor) || ' ' || (select count(*) from arrival) || ' '
                            || (select md5(string_agg(v::text, ',' order by visitor)) from visitor v)
                            || (select md5(string_agg(a::text, ',' order by id)) from arrival a)""").query(String.class).single();
        if (digest == null) {
            digest = found;
        }
        if (!found.equals(digest) || !found.startsWith(events + " " + events + " ")) {
            throw new IllegalStateException("the tables are not what they have to be: " + found);
        }
    }

    @Override
    public String title() {
        return "rebuild of a projection from %,d events, two statements each".formatted(events);
    }

    @Override
    public String unit() {
        return "events/s";
    }

    @Override
    public List<Contestant> contestants() {
        return contestants;
    }

    @Override
    public List<Bar> bars() {
        return List.of(Bar.atLeast(5, "Axon, pooled processor"));
    }

    @Override
    public void close() {
        database.close();
    }
}
