package org.sala.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.sala.embedded.SharedServers;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole ui-module as it is deployed, on a real PostgreSQL and a real Kafka, with topics and a database of its own. */
public final class RunningFace implements AutoCloseable {

    /** Of every role's first account. */
    public static final String PASSWORD = "a long enough password";

    private final ConfigurableApplicationContext application;
    private final Wire wire;
    private final SharedServers.Database database;

    private RunningFace(ConfigurableApplicationContext application, Wire wire, SharedServers.Database database) {
        this.application = application;
        this.wire = wire;
        this.database = database;
    }

    /** Settings of an application on its own database and topics. */
    public static Map<String, Object> settings(SharedServers.Database database, String platform) {
        var settings = new LinkedHashMap<String, Object>(database.springSettings("ui"));
        settings.put("server.port", 0);
        settings.put("eventing.platform", platform);
        settings.put("eventing.kafka.partitions", 2);
        settings.put("sala.kafka.bootstrap-servers", SharedServers.kafka().bootstrapServers());
        var keys = Keys.SHARED;
        settings.put("sala.tokens.public-key", "file:" + keys.publicKey());
        settings.put("sala.tokens.private-key", "file:" + keys.privateKey());
        for (var role : new String[] {"staff", "facilitator", "auditor", "donor"}) {
            settings.put("sala.accounts." + role + ".password", PASSWORD);
        }
        settings.put("sala.feedback.url", FeedbackOverHttp.SHARED.address());
        settings.put("sala.registration.url", PeopleOverHttp.SHARED.address());
        settings.put("sala.marketplace.url", ModulesOverHttp.MARKETPLACE.address());
        settings.put("sala.sessions.url", ModulesOverHttp.SESSIONS.address());
        settings.put("logging.level.root", "warn");
        return settings;
    }

    public static RunningFace start(Map<String, Object> more) {
        var database = SharedServers.newDatabase("ui");
        var platform = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
        var wire = new Wire(SharedServers.kafka().bootstrapServers(), platform);
        var settings = settings(database, platform);
        settings.putAll(more);
        var application = UiApplication.builder()
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
        return new RunningFace(application, wire, database);
    }

    public Wire wire() {
        return wire;
    }

    public SharedServers.Database database() {
        return database;
    }

    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    public URI address() {
        var server = ((ServletWebServerApplicationContext) application).getWebServer();
        var port = Objects.requireNonNull(server).getPort();
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Waits until something holds. */
    public static void until(String what, java.util.function.BooleanSupplier holds) {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within 30 s: " + what);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }

    @Override
    public void close() {
        application.close();
        wire.close();
    }

    /** A key pair in files, made once. */
    record Keys(Path publicKey, Path privateKey) {

        static final Keys SHARED = make();

        private static Keys make() {
            try {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                var pair = generator.generateKeyPair();
                var folder = Files.createTempDirectory("sala-ui-keys");
                folder.toFile().deleteOnExit();
                return new Keys(
                        write(
                                folder.resolve("tokens.pub.pem"),
                                "PUBLIC KEY",
                                pair.getPublic().getEncoded()),
                        write(
                                folder.resolve("tokens.pem"),
                                "PRIVATE KEY",
                                pair.getPrivate().getEncoded()));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }

        private static Path write(Path file, String kind, byte[] der) throws IOException {
            var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
            file.toFile().deleteOnExit();
            return Files.writeString(file, "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
        }
    }
}
