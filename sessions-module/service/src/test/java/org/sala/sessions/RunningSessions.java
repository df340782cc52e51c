package org.sala.sessions;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.sala.embedded.SharedServers;
import org.sala.eventing.publish.CloudEventHeaders;
import org.sala.ports.Role;
import org.sala.ports.TokenIssuer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The whole application on a real PostgreSQL and a real Kafka, and what is around it: registration's topic and callers. */
final class RunningSessions implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String platform = "test-" + UUID.randomUUID();
    private final AtomicLong position = new AtomicLong();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final TokenIssuer tokens;
    private final SharedServers.Database database = SharedServers.newDatabase("sessions");
    private final ConfigurableApplicationContext application;
    private final ConfigurableApplicationContext secondNode;
    private final KafkaProducer<String, byte[]> registration;

    private RunningSessions(Path folder, TokenIssuer tokens) {
        this.folder = folder;
        this.tokens = tokens;
        this.application = run();
        this.secondNode = run();
        this.registration = new KafkaProducer<>(
                Map.of("bootstrap.servers", SharedServers.kafka().bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    static RunningSessions start(Path folder) throws IOException, NoSuchAlgorithmException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var keys = generator.generateKeyPair();
        Files.writeString(
                folder.resolve("tokens.pub.pem"),
                pem("PUBLIC KEY", keys.getPublic().getEncoded()));
        var privateKey = pem("PRIVATE KEY", keys.getPrivate().getEncoded());
        return new RunningSessions(
                folder,
                TokenIssuer.of(
                        new ByteArrayInputStream(privateKey.getBytes(StandardCharsets.US_ASCII)), Clock.systemUTC()));
    }

    private static String pem(String label, byte[] key) {
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                .formatted(label, Base64.getMimeEncoder().encodeToString(key), label);
    }

    private ConfigurableApplicationContext run() {
        var settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--logging.level.org.apache.kafka=error",
                "--eventing.platform=" + platform,
                "--sala.kafka.bootstrap-servers=" + SharedServers.kafka().bootstrapServers(),
                "--sala.tokens.public-key=" + folder.resolve("tokens.pub.pem").toUri()));
        database.springSettings("sessions").forEach((name, value) -> settings.add("--" + name + "=" + value));
        return SessionsApplication.builder().run(settings.toArray(String[]::new));
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    /** The same of a second process that shares the database. */
    <T> T beanOfSecondNode(Class<T> type) {
        return secondNode.getBean(type);
    }

    JdbcClient database() {
        return bean(JdbcClient.class);
    }

    String token(Role... roles) {
        return tokens.issue("account-1", Set.of(roles));
    }

    /** Publishes a fact of registration's as registration does. */
    void publish(UUID subject, long sequence, Object event) {
        publish(subject, sequence, nameOf(event), JSON.writeValueAsBytes(event));
    }

    void publish(UUID subject, long sequence, String type, byte[] payload) {
        var fact = new ProducerRecord<>(platform + ".registration", subject.toString(), payload);
        var headers = fact.headers();
        CloudEventHeaders.add(headers, CloudEventHeaders.SPEC_VERSION, "1.0");
        CloudEventHeaders.add(headers, CloudEventHeaders.ID, UUID.randomUUID().toString());
        CloudEventHeaders.add(headers, CloudEventHeaders.TYPE, type);
        CloudEventHeaders.add(headers, CloudEventHeaders.SOURCE, "/" + platform + "/registration");
        CloudEventHeaders.add(headers, CloudEventHeaders.TIME, Instant.now().toString());
        CloudEventHeaders.add(headers, CloudEventHeaders.SUBJECT, subject.toString());
        CloudEventHeaders.add(headers, CloudEventHeaders.CONTENT_TYPE, "application/json");
        CloudEventHeaders.add(headers, CloudEventHeaders.POSITION, Long.toString(position.incrementAndGet()));
        CloudEventHeaders.add(headers, CloudEventHeaders.SEQUENCE, Long.toString(sequence));
        try {
            registration.send(fact).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static String nameOf(Object message) {
        return Objects.requireNonNull(message.getClass().getAnnotation(JsonTypeName.class))
                .value();
    }

    /** Everything on the context's own topic about one subject, as soon as there is that much. */
    List<ConsumerRecord<String, byte[]>> published(UUID subject, int atLeast) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", SharedServers.kafka().bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(platform + ".sessions").stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            var deadline = Instant.now().plus(Duration.ofSeconds(20));
            while (found.size() < atLeast && Instant.now().isBefore(deadline)) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (record.key().equals(subject.toString())) {
                        found.add(record);
                    }
                });
            }
            return found;
        }
    }

    /** How many events the context has stored. */
    long events() {
        return database().sql("select count(*) from event").query(Long.class).single();
    }

    HttpResponse<String> post(String command, String body, String token, String language) {
        return exchange(HttpRequest.newBuilder(at("/commands/" + command))
                .header("Content-Type", "application/json")
                .header("Accept-Language", language)
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends a command over HTTP as its JSON. */
    HttpResponse<String> post(Object command, String token, String language) {
        return post(nameOf(command), JSON.writeValueAsString(command), token, language);
    }

    HttpResponse<String> get(String path, String token) {
        return exchange(HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + token));
    }

    private URI at(String path) {
        var server = Objects.requireNonNull(((ServletWebServerApplicationContext) application).getWebServer());
        return URI.create("http://127.0.0.1:" + server.getPort() + path);
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        registration.close();
        http.close();
        secondNode.close();
        application.close();
    }
}
