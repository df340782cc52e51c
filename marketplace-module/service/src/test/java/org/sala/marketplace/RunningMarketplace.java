package org.sala.marketplace;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.sala.embedded.SharedServers;
import org.sala.eventing.publish.CloudEventHeaders;
import org.sala.marketplace.api.MarketplaceCommand;
import org.sala.marketplace.api.MarketplacePort;
import org.sala.marketplace.api.OrganizationId;
import org.sala.ports.Role;
import org.sala.ports.TokenIssuer;
import org.sala.registration.api.BilingualText;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.Language;
import org.sala.registration.api.OrganizationKind;
import org.sala.registration.api.OrganizationSize;
import org.sala.registration.api.RegistrationEvent.OrganizationEnrolled;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The marketplace as it runs, on a database and topics of its own, with what surrounds it: registration and callers. */
final class RunningMarketplace implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SharedServers.Database database = SharedServers.newDatabase("marketplace");
    private final String platform = "test-" + UUID.randomUUID();
    private final AtomicLong position = new AtomicLong();
    private final KafkaProducer<String, String> registration =
            new KafkaProducer<>(kafka(), new StringSerializer(), new StringSerializer());
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path publicKey;
    private final TokenIssuer issuer;
    private final int instances;
    private final AtomicInteger turn = new AtomicInteger();
    private List<ConfigurableApplicationContext> applications;

    /** One instance, as it runs by default. */
    RunningMarketplace(Path folder) {
        this(folder, 1);
    }

    /**
     * Several instances on the same database and topics, asked in turn. They share nothing else that decides: locks of
     * aggregates, for one, are each instance's own.
     */
    RunningMarketplace(Path folder, int instances) {
        this.instances = instances;
        try {
            var keys = keys();
            publicKey = Files.writeString(
                    folder.resolve("tokens.pub.pem"),
                    pem("PUBLIC KEY", keys.getPublic().getEncoded()));
            var privateKey = pem("PRIVATE KEY", keys.getPrivate().getEncoded());
            issuer = TokenIssuer.of(
                    new ByteArrayInputStream(privateKey.getBytes(StandardCharsets.US_ASCII)), Clock.systemUTC());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        applications = start();
    }

    /** Stops the application and starts it again, on what it left behind. */
    void restart() {
        applications.forEach(ConfigurableApplicationContext::close);
        applications = start();
    }

    @Override
    public void close() {
        applications.forEach(ConfigurableApplicationContext::close);
        registration.close();
        http.close();
    }

    private List<ConfigurableApplicationContext> start() {
        var settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--eventing.platform=" + platform,
                "--eventing.kafka.bootstrap-servers=" + SharedServers.kafka().bootstrapServers(),
                "--sala.marketplace.lapse-every=200ms",
                "--sala.tokens.public-key=" + publicKey.toUri()));
        database.springSettings("marketplace").forEach((name, value) -> settings.add("--" + name + "=" + value));
        return IntStream.range(0, instances)
                .mapToObj(i -> MarketplaceApplication.builder().run(settings.toArray(String[]::new)))
                .toList();
    }

    // what surrounds it

    /** Registration publishes that these organisations belong to the summit, and the marketplace takes it in. */
    void enrol(OrganizationId... organizations) {
        for (var organization : organizations) {
            publishEnrolment(organization);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> sql().sql("select count(*) from enrolment where organization in (:organizations)")
                                .param(
                                        "organizations",
                                        List.of(organizations).stream()
                                                .map(OrganizationId::value)
                                                .toList())
                                .query(Integer.class)
                                .single()
                        == organizations.length);
    }

    void publishEnrolment(OrganizationId organization) {
        var event = new OrganizationEnrolled(
                new org.sala.registration.api.OrganizationId(organization.value()),
                new org.sala.registration.api.SummitId(Summit.ID.value()),
                new BilingualText("អង្គការសាកល្បង", "An invented organisation"),
                OrganizationKind.LOCAL_CSO,
                OrganizationSize.SMALL,
                "KH-12",
                Cohort.SOCIAL_LAB,
                Language.KM,
                List.of("youth"));
        var record = new ProducerRecord<>(
                platform + ".registration", organization.toString(), JSON.writeValueAsString(event));
        var headers = record.headers();
        CloudEventHeaders.add(headers, CloudEventHeaders.SPEC_VERSION, "1.0");
        CloudEventHeaders.add(headers, CloudEventHeaders.ID, UUID.randomUUID().toString());
        CloudEventHeaders.add(headers, CloudEventHeaders.TYPE, "registration.organization-enrolled");
        CloudEventHeaders.add(headers, CloudEventHeaders.SOURCE, "/" + platform + "/registration");
        CloudEventHeaders.add(headers, CloudEventHeaders.TIME, Instant.now().toString());
        CloudEventHeaders.add(headers, CloudEventHeaders.SUBJECT, organization.toString());
        CloudEventHeaders.add(headers, CloudEventHeaders.CONTENT_TYPE, "application/json");
        CloudEventHeaders.add(headers, CloudEventHeaders.POSITION, Long.toString(position.incrementAndGet()));
        CloudEventHeaders.add(headers, CloudEventHeaders.SEQUENCE, "0");
        try {
            registration.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String token(Role role) {
        return issuer.issue("account-of-" + role, Set.of(role));
    }

    /** Asks an instance in the same process, as staff. */
    void ask(MarketplaceCommand command) {
        var instance = applications.get(Math.floorMod(turn.getAndIncrement(), instances));
        instance.getBean(MarketplacePort.class).send(command, token(Role.STAFF));
    }

    HttpResponse<String> post(String command, String body, String token, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = request("/commands/" + command)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        var request = request(path).GET();
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        var server = ((ServletWebServerApplicationContext) applications.getFirst()).getWebServer();
        if (server == null) {
            throw new IllegalStateException("not started");
        }
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + path));
    }

    // what came of it

    JdbcClient sql() {
        return applications.getFirst().getBean(JdbcClient.class);
    }

    /** How many events of a type are stored. */
    int stored(String type) {
        return sql().sql("select count(*) from event where type = :type")
                .param("type", type)
                .query(Integer.class)
                .single();
    }

    int stored() {
        return sql().sql("select count(*) from event").query(Integer.class).single();
    }

    /** The types of a subject's events, in their order. */
    List<String> history(Object subject) {
        return sql().sql("select type from event where aggregate_id = :subject order by sequence")
                .param("subject", subject.toString())
                .query((row, number) -> row.getString("type"))
                .list();
    }

    int reserved(Object offer) {
        return sql().sql("select reserved from offer where offer = :offer::uuid")
                .param("offer", offer.toString())
                .query(Integer.class)
                .single();
    }

    /** Waits until everything that is stored is on the topic, and gives back the topic from its beginning. */
    List<ConsumerRecord<String, String>> published() {
        var stored = stored();
        try (var consumer = new KafkaConsumer<>(kafka(), new StringDeserializer(), new StringDeserializer())) {
            var topic = platform + ".marketplace";
            var partitions = consumer.partitionsFor(topic, Duration.ofSeconds(10)).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var records = new ArrayList<ConsumerRecord<String, String>>();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
                return records.size() >= stored;
            });
            // one that is there twice would come now
            consumer.poll(Duration.ofMillis(500)).forEach(records::add);
            return records;
        }
    }

    private static Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", SharedServers.kafka().bootstrapServers(), "acks", "all");
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String label, byte[] der) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }
}
