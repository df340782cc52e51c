package org.sala.ui;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.intake.Fact;
import org.sala.eventing.publish.CloudEventHeaders;

/** Publishes facts as the contexts do: CloudEvents in binary mode, keyed by subject. */
public final class Wire implements AutoCloseable {

    private final String platform;
    private final KafkaProducer<String, byte[]> producer;

    public Wire(String bootstrapServers, String platform) {
        this.platform = platform;
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var there = admin.listTopics().names().get();
            admin.createTopics(List.of("registration", "sessions", "marketplace", "feedback").stream()
                            .map(context -> platform + "." + context)
                            .filter(topic -> !there.contains(topic))
                            .map(topic -> new NewTopic(topic, 2, (short) 1))
                            .collect(Collectors.toList()))
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException trouble) {
            throw new IllegalStateException(trouble);
        }
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Publishes and returns when the broker has them. */
    public void publish(List<Fact> facts) {
        var sent = facts.stream().map(this::send).toList();
        try {
            for (var each : sent) {
                each.get();
            }
        } catch (ExecutionException | InterruptedException trouble) {
            throw new IllegalStateException(trouble);
        }
    }

    private Future<RecordMetadata> send(Fact fact) {
        var sent = new ProducerRecord<>(
                platform + "." + fact.context(), fact.subject(), fact.json().getBytes(StandardCharsets.UTF_8));
        header(sent, CloudEventHeaders.SPEC_VERSION, "1.0");
        header(sent, CloudEventHeaders.ID, fact.id().toString());
        header(sent, CloudEventHeaders.TYPE, fact.type());
        header(sent, CloudEventHeaders.SOURCE, "/" + platform + "/" + fact.context());
        header(sent, CloudEventHeaders.TIME, fact.time().toString());
        header(sent, CloudEventHeaders.SUBJECT, fact.subject());
        header(sent, CloudEventHeaders.CONTENT_TYPE, "application/json");
        header(sent, CloudEventHeaders.POSITION, Long.toString(fact.position()));
        header(sent, CloudEventHeaders.SEQUENCE, Long.toString(fact.sequence()));
        header(sent, CloudEventHeaders.CORRELATION, fact.provenance().correlation());
        header(sent, CloudEventHeaders.CAUSATION, fact.provenance().causation());
        header(sent, CloudEventHeaders.ACTOR, fact.provenance().actor());
        header(sent, CloudEventHeaders.ROLE, fact.provenance().role());
        return producer.send(sent);
    }

    private static void header(ProducerRecord<String, byte[]> sent, String name, @Nullable String value) {
        CloudEventHeaders.add(sent.headers(), name, value);
    }

    @Override
    public void close() {
        producer.close();
    }
}
