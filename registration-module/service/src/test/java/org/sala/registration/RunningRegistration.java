package org.sala.registration;

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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.sala.embedded.SharedServers;
import org.sala.ports.Role;
import org.sala.ports.TokenIssuer;
import org.sala.registration.api.RegistrationPort;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole application on a real PostgreSQL and a real Kafka, and whoever asks it. It may run more than once on the same
 * database and topic, as a doubled process does; the instances share nothing else that decides.
 */
final class RunningRegistration implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String platform = "test-" + UUID.randomUUID();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final TokenIssuer tokens;
    private final SharedServers.Database database = SharedServers.newDatabase("registration");
    private final List<ConfigurableApplicationContext> instances = new ArrayList<>();

    private RunningRegistration(Path folder, TokenIssuer tokens) {
        this.folder = folder;
        this.tokens = tokens;
    }

    /**
     * Starts it.
     *
     * @param folder takes its keys
     * @param times how many instances
     */
    static RunningRegistration start(Path folder, int times) throws IOException, NoSuchAlgorithmException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var keys = generator.generateKeyPair();
        Files.writeString(
                folder.resolve("tokens.pub.pem"),
                pem("PUBLIC KEY", keys.getPublic().getEncoded()));
        var privateKey = pem("PRIVATE KEY", keys.getPrivate().getEncoded());
        var registration = new RunningRegistration(
                folder,
                TokenIssuer.of(
                        new ByteArrayInputStream(privateKey.getBytes(StandardCharsets.US_ASCII)), Clock.systemUTC()));
        for (var i = 0; i < times; i++) {
            registration.instances.add(registration.run());
        }
        return registration;
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
                "--sala.registration.contact-secret=" + folder.resolve("contacts.key"),
                "--sala.tokens.public-key=" + folder.resolve("tokens.pub.pem").toUri()));
        database.springSettings("registration").forEach((name, value) -> settings.add("--" + name + "=" + value));
        return RegistrationApplication.builder().run(settings.toArray(String[]::new));
    }

    <T> T bean(Class<T> type) {
        return instances.getFirst().getBean(type);
    }

    /** The ports of all instances. */
    List<RegistrationPort> ports() {
        return instances.stream()
                .map(instance -> instance.getBean(RegistrationPort.class))
                .toList();
    }

    String token(Role... roles) {
        return tokens.issue("account-1", Set.of(roles));
    }

    String platform() {
        return platform;
    }

    static String nameOf(Object message) {
        return Objects.requireNonNull(message.getClass().getAnnotation(JsonTypeName.class))
                .value();
    }

    static String jsonOf(Object message) {
        return JSON.writeValueAsString(message);
    }

    /** Everything on the context's topic about one subject, as soon as there is that much. */
    List<ConsumerRecord<String, byte[]>> published(String subject, int atLeast) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", SharedServers.kafka().bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(platform + ".registration").stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            var deadline = Instant.now().plus(Duration.ofSeconds(20));
            while (found.size() < atLeast && Instant.now().isBefore(deadline)) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (record.key().equals(subject)) {
                        found.add(record);
                    }
                });
            }
            return found;
        }
    }

    /** How many events the context has stored. */
    long events() {
        return bean(JdbcClient.class)
                .sql("select count(*) from event")
                .query(Long.class)
                .single();
    }

    HttpResponse<String> post(String command, String body, String token, String language) {
        return exchange(HttpRequest.newBuilder(at("/commands/" + command))
                .header("Content-Type", "application/json")
                .header("Accept-Language", language)
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> get(String path, String token, String language) {
        return exchange(HttpRequest.newBuilder(at(path))
                .header("Accept-Language", language)
                .header("Authorization", "Bearer " + token));
    }

    HttpResponse<String> getOpenly(String path) {
        return exchange(HttpRequest.newBuilder(at(path)));
    }

    URI at(String path) {
        var server = Objects.requireNonNull(((ServletWebServerApplicationContext) instances.getFirst()).getWebServer());
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
        http.close();
        instances.forEach(ConfigurableApplicationContext::close);
    }
}
