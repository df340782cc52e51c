package org.sala.testing;

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
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * A context's whole application on a real PostgreSQL and a real Kafka, with a database and topics of its own, and what is
 * around it: other contexts' facts, and callers. It may run more than once on the same database and topics, as a doubled
 * process does; the instances share nothing else that decides.
 */
public final class RunningService implements AutoCloseable {

    /** Whom every token speaks for. */
    public static final String ACCOUNT = "account-of-whoever-asks";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String context;
    private final String platform = "test-" + UUID.randomUUID();
    private final AtomicLong position = new AtomicLong();
    private final HttpClient http = HttpClient.newHttpClient();
    private final TokenIssuer tokens;
    private final Supplier<ConfigurableApplicationContext> instance;
    private final int times;
    private final KafkaProducer<String, byte[]> others;
    private final String databaseName;
    private final DriverManagerDataSource schema;
    private final JdbcClient keys;
    private final List<String> arguments;
    private List<ConfigurableApplicationContext> instances;

    private RunningService(
            String context,
            Supplier<SpringApplicationBuilder> application,
            Path folder,
            int times,
            Map<String, ?> settings) {
        this.context = context;
        this.times = times;
        var publicKey = folder.resolve("tokens.pub.pem");
        this.tokens = tokens(publicKey);
        this.arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--logging.level.org.apache.kafka=error",
                "--eventing.platform=" + platform,
                "--sala.kafka.bootstrap-servers=" + SharedServers.kafka().bootstrapServers(),
                "--sala.tokens.public-key=" + publicKey.toUri()));
        var keysOf = context + "_keys";
        var database = SharedServers.newDatabase(context, keysOf);
        this.databaseName = database.name();
        this.schema = new DriverManagerDataSource(database.url(context), context, database.password(context));
        this.keys =
                JdbcClient.create(new DriverManagerDataSource(database.url(keysOf), keysOf, database.password(keysOf)));
        for (var more : List.of(
                database.springSettings(context),
                Map.of(
                        "sala.postgres.port",
                        database.port(),
                        "sala.postgres.database",
                        database.name(),
                        "sala.postgres.password." + keysOf,
                        database.password(keysOf),
                        "sala.keys.folder",
                        folder),
                settings)) {
            more.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        }
        this.instance = () -> application.get().run(arguments.toArray(String[]::new));
        this.instances = started();
        this.others =
                new KafkaProducer<>(kafka(Map.of("acks", "all")), new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Starts it, and waits until it answers.
     *
     * @param context the name of its schema and of its topic
     * @param application called once an instance
     * @param folder takes the public half of the key that tokens are signed with, and the master key
     * @param instances how many, at least one; over HTTP, the first is asked
     * @param settings of Spring, beside those of servers, keys and topics
     */
    public static RunningService start(
            String context,
            Supplier<SpringApplicationBuilder> application,
            Path folder,
            int instances,
            Map<String, ?> settings) {
        return new RunningService(context, application, folder, instances, settings);
    }

    /** Stops all instances and starts as many again, on what they left behind. Beans from before are gone. */
    public void restart() {
        restart(_ -> {});
    }

    /**
     * The same, with something done while none runs.
     *
     * @param meanwhile is given the name of the database
     */
    public void restart(Consumer<String> meanwhile) {
        instances.forEach(ConfigurableApplicationContext::close);
        meanwhile.accept(databaseName);
        instances = started();
    }

    /**
     * The same application as a process of its own, on the same database and topics. Whoever asks for it ends it.
     *
     * @param settings of Spring, beside those that the instances here have
     */
    public ServiceProcess process(Class<?> main, Map<String, ?> settings) {
        var all = new ArrayList<>(arguments);
        settings.forEach((name, value) -> all.add("--" + name + "=" + value));
        return ServiceProcess.start(main, all);
    }

    private List<ConfigurableApplicationContext> started() {
        return Stream.generate(instance).limit(times).toList();
    }

    private static TokenIssuer tokens(Path publicKey) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var keys = generator.generateKeyPair();
            Files.writeString(publicKey, pem("PUBLIC KEY", keys.getPublic().getEncoded()));
            var privateKey = pem("PRIVATE KEY", keys.getPrivate().getEncoded());
            return TokenIssuer.of(
                    new ByteArrayInputStream(privateKey.getBytes(StandardCharsets.US_ASCII)), Clock.systemUTC());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String pem(String label, byte[] key) {
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                .formatted(label, Base64.getMimeEncoder().encodeToString(key), label);
    }

    /** What the names of its topics begin with. */
    public String platform() {
        return platform;
    }

    public <T> T bean(Class<T> type) {
        return beans(type).getFirst();
    }

    /** One an instance. */
    public <T> List<T> beans(Class<T> type) {
        return instances.stream().map(it -> it.getBean(type)).toList();
    }

    /** As the application's own login. */
    public JdbcClient database() {
        return bean(JdbcClient.class);
    }

    /** A connection as the application's own login, whether or not the application runs; whoever asks for it closes it. */
    public Connection connection() {
        try {
            return schema.getConnection();
        } catch (SQLException unreachable) {
            throw new AssertionError(unreachable);
        }
    }

    /** As the login of persons' keys. */
    public JdbcClient keys() {
        return keys;
    }

    /** How many events the context has stored. */
    public long events() {
        return database().sql("select count(*) from event").query(Long.class).single();
    }

    /** A token of {@link #ACCOUNT}, good for as long as any other. */
    public String token(Role... roles) {
        return tokenOf(ACCOUNT, roles);
    }

    /** A token of some account: for a participant, their id. */
    public String tokenOf(String account, Role... roles) {
        return tokens.issue(account, Set.of(roles));
    }

    /** A token of a participant, whose account has the id that they take part under. */
    public String tokenOf(Object participant) {
        return tokens.issue(participant.toString(), Set.of(Role.PARTICIPANT));
    }

    /**
     * Publishes another context's fact as that context does, and waits until Kafka has it.
     *
     * @param sequence of the fact within its subject, from 0
     */
    public void publish(String ofContext, Object subject, long sequence, Object event) {
        publish(ofContext, subject, sequence, WireName.of(event.getClass()), JSON.writeValueAsBytes(event));
    }

    /** The same of a type that may be unknown, and of any content. */
    public void publish(String ofContext, Object subject, long sequence, String type, byte[] content) {
        var fact = new ProducerRecord<>(platform + "." + ofContext, subject.toString(), content);
        var headers = fact.headers();
        CloudEventHeaders.add(headers, CloudEventHeaders.SPEC_VERSION, "1.0");
        CloudEventHeaders.add(headers, CloudEventHeaders.ID, UUID.randomUUID().toString());
        CloudEventHeaders.add(headers, CloudEventHeaders.TYPE, type);
        CloudEventHeaders.add(headers, CloudEventHeaders.SOURCE, "/" + platform + "/" + ofContext);
        CloudEventHeaders.add(
                headers, CloudEventHeaders.TIME, Clock.systemUTC().instant().toString());
        CloudEventHeaders.add(headers, CloudEventHeaders.SUBJECT, subject.toString());
        CloudEventHeaders.add(headers, CloudEventHeaders.CONTENT_TYPE, "application/json");
        CloudEventHeaders.add(headers, CloudEventHeaders.POSITION, Long.toString(position.incrementAndGet()));
        CloudEventHeaders.add(headers, CloudEventHeaders.SEQUENCE, Long.toString(sequence));
        try {
            others.send(fact).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * What the context's own topic has of one subject, as soon as there is that much.
     *
     * @throws AssertionError where there isn't in time
     */
    public List<ConsumerRecord<String, byte[]>> published(Object subject, int atLeast) {
        try (var consumer = consumer()) {
            return read(consumer, fact -> fact.key().equals(subject.toString()), atLeast);
        }
    }

    /**
     * The context's own topic from its beginning, as soon as everything is there that is stored now.
     *
     * @throws AssertionError where it isn't in time
     */
    public List<ConsumerRecord<String, byte[]>> published() {
        var stored = events();
        try (var consumer = consumer()) {
            var facts = read(consumer, _ -> true, stored);
            // one that is there twice would come now
            consumer.poll(Duration.ofMillis(500)).forEach(facts::add);
            return facts;
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        var consumer = new KafkaConsumer<>(kafka(Map.of()), new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(platform + "." + context).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private static List<ConsumerRecord<String, byte[]>> read(
            KafkaConsumer<String, byte[]> consumer, Predicate<ConsumerRecord<String, byte[]>> wanted, long atLeast) {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        // not records: after a kill some are there twice
        var facts = new HashSet<String>();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (facts.size() < atLeast) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("%d facts of %d after %s".formatted(facts.size(), atLeast, PATIENCE));
            }
            consumer.poll(Duration.ofMillis(100)).forEach(fact -> {
                if (wanted.test(fact)) {
                    found.add(fact);
                    facts.add(CloudEventHeaders.read(fact.headers(), CloudEventHeaders.ID));
                }
            });
        }
        return found;
    }

    private static Map<String, Object> kafka(Map<String, Object> more) {
        var settings = new HashMap<>(more);
        settings.put("bootstrap.servers", SharedServers.kafka().bootstrapServers());
        return settings;
    }

    /** Where the first instance answers. */
    public URI at(String path) {
        var server = Objects.requireNonNull(((ServletWebServerApplicationContext) instances.getFirst()).getWebServer());
        return URI.create("http://127.0.0.1:" + server.getPort() + path);
    }

    /** Sends a command over HTTP as its JSON. */
    public HttpResponse<String> post(Object command, String token, String language) {
        return post(WireName.of(command.getClass()), jsonOf(command), token, language);
    }

    /** Sends anything over HTTP as if it were a command. */
    public HttpResponse<String> post(String command, String body, String token, String language) {
        return post(command, body, Map.of("Authorization", "Bearer " + token, "Accept-Language", language));
    }

    /** The same with these headers and no others but the content's type. */
    public HttpResponse<String> post(String command, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(at("/commands/" + command))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return exchange(request, headers);
    }

    public HttpResponse<String> get(String path, String token) {
        return get(path, Map.of("Authorization", "Bearer " + token));
    }

    public HttpResponse<String> get(String path, String token, String language) {
        return get(path, Map.of("Authorization", "Bearer " + token, "Accept-Language", language));
    }

    /** Without a token. */
    public HttpResponse<String> getOpenly(String path) {
        return get(path, Map.of());
    }

    private HttpResponse<String> get(String path, Map<String, String> headers) {
        return exchange(HttpRequest.newBuilder(at(path)), headers);
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request, Map<String, String> headers) {
        headers.forEach(request::header);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** As it goes over HTTP and over Kafka. */
    public static String jsonOf(Object message) {
        return JSON.writeValueAsString(message);
    }

    @Override
    public void close() {
        others.close();
        http.close();
        instances.forEach(ConfigurableApplicationContext::close);
    }
}
