package org.sala.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.sala.embedded.KafkaBroker;
import org.sala.embedded.PostgresServer;
import org.sala.embedded.ServerUnavailable;

/** PostgreSQL, with the platform's database in it, and Kafka. */
final class Servers implements AutoCloseable {
    private static final String DATABASE = "sala";

    private final PostgresServer postgres;
    private final KafkaBroker kafka;

    private Servers(PostgresServer postgres, KafkaBroker kafka) {
        this.postgres = postgres;
        this.kafka = kafka;
    }

    static Servers start(Settings settings, Progress progress) {
        var data = settings.data();
        var ports = settings.ports();
        Future<PostgresServer> postgres;
        Future<KafkaBroker> kafka;
        try (var threads = Executors.newFixedThreadPool(2)) {
            kafka = threads.submit(() -> {
                var broker = KafkaBroker.start(data.kafka(), ports.kafka());
                progress.step("Kafka runs on port " + ports.kafka());
                return broker;
            });
            postgres = threads.submit(() -> {
                var server = PostgresServer.start(data.postgres(), ports.postgres());
                server.prepareDatabase(DATABASE, settings.secrets().databaseLogins());
                progress.step("PostgreSQL runs on port " + ports.postgres());
                return server;
            });
        }
        if (postgres.state() == Future.State.SUCCESS && kafka.state() == Future.State.SUCCESS) {
            return new Servers(postgres.resultNow(), kafka.resultNow());
        }
        throw notStarted(postgres, kafka);
    }

    /** Whichever of the two came up goes down again. */
    private static ServerUnavailable notStarted(
            Future<? extends AutoCloseable> one, Future<? extends AutoCloseable> other) {
        var problems = new ArrayList<Throwable>();
        for (var server : List.of(one, other)) {
            if (server.state() != Future.State.SUCCESS) {
                problems.add(server.exceptionNow());
                continue;
            }
            try {
                server.resultNow().close();
            } catch (Exception problem) {
                problems.add(problem);
            }
        }
        return problems.getFirst() instanceof ServerUnavailable unavailable
                ? unavailable
                : new ServerUnavailable(
                        "PostgreSQL and Kafka can't start: " + problems.getFirst(), problems.getFirst());
    }

    /** Completes with the reason when one of them ends without having been asked to. */
    CompletableFuture<String> failure() {
        var kafkaFailed = kafka.failure().toCompletableFuture().thenApply(reason -> "Kafka gave up: " + reason);
        var postgresEnded = postgres.process().onExit().thenApply(_ -> "PostgreSQL ended by itself");
        return kafkaFailed.applyToEither(postgresEnded, Function.identity());
    }

    /** PostgreSQL last: it is what everything else writes to. */
    @Override
    public void close() {
        try (postgres) {
            kafka.close();
        }
    }
}
