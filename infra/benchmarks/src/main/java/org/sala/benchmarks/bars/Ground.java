package org.sala.benchmarks.bars;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sala.embedded.KafkaBroker;
import org.sala.embedded.PostgresServer;
import org.sala.embedded.SchemaLogin;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * What a run is made on: one PostgreSQL that loses nothing it confirmed, and, for whoever asks, one Kafka. Both are of
 * this run alone and leave nothing behind.
 */
public final class Ground implements AutoCloseable {

    /** Without these, a commit is no commit, and no figure is worth anything. */
    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    private static final String LOGIN = "benchmark";

    private final Path folder;
    private final PostgresServer postgres;
    private final Effort effort;
    private @Nullable KafkaBroker kafka;
    private int databases;

    private Ground(Path folder, PostgresServer postgres, Effort effort) {
        this.folder = folder;
        this.postgres = postgres;
        this.effort = effort;
    }

    /** Starts PostgreSQL in a folder that is gone afterwards. */
    public static Ground prepare(Effort effort) throws IOException {
        var folder = Files.createTempDirectory("benchmark");
        return new Ground(folder, PostgresServer.start(folder.resolve("postgres"), 0), effort);
    }

    /** How long and how often is measured. */
    public Effort effort() {
        return effort;
    }

    /** A database that nobody else has, as its owner, with room for 40 connections; whoever asks closes it. */
    public HikariDataSource newDatabase() {
        return newDatabase(40);
    }

    /** The same with room for so many connections: all databases that are open at once have to do with a hundred. */
    public HikariDataSource newDatabase(int connections) {
        var name = "benchmark_" + ++databases;
        postgres.prepareDatabase(name, List.of(new SchemaLogin(LOGIN, LOGIN)));
        var settings = new HikariConfig();
        settings.setJdbcUrl(postgres.url(name, LOGIN));
        settings.setUsername(LOGIN);
        settings.setPassword(LOGIN);
        settings.setMaximumPoolSize(connections);
        var dataSource = new HikariDataSource(settings);
        var database = JdbcClient.create(dataSource);
        DURABLE.forEach((setting, value) -> {
            var is = database.sql("show " + setting).query(String.class).single();
            if (!value.equals(is)) {
                throw new IllegalStateException("PostgreSQL runs with %s = %s".formatted(setting, is));
            }
        });
        return dataSource;
    }

    /** Of the Kafka of this run, which starts when it is first asked for. */
    public String bootstrapServers() {
        if (kafka == null) {
            kafka = KafkaBroker.start(folder.resolve("kafka"), 0);
        }
        return kafka.bootstrapServers();
    }

    /** What this runs on; a commit is the median of some hundred inserts of one number. */
    public Machine machine() {
        try (var dataSource = newDatabase()) {
            var database = JdbcClient.create(dataSource);
            database.sql("create table number (number int)").update();
            var times = new ArrayList<Double>();
            for (var i = 0; i < 300; i++) {
                var began = System.nanoTime();
                database.sql("insert into number values (1)").update();
                times.add((System.nanoTime() - began) / 1e6);
            }
            var version =
                    database.sql("show server_version").query(String.class).single();
            return new Machine(version.replaceFirst(" .*", ""), new Figures(times).median());
        }
    }

    @Override
    public void close() throws IOException {
        if (kafka != null) {
            kafka.close();
        }
        postgres.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
