package org.sala.benchmarks.flow;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.sala.benchmarks.engines.Sample;
import org.sala.eventing.EventNames;
import org.sala.eventing.intake.Fact;
import org.sala.eventing.intake.IntakeDefinition;
import org.sala.eventing.intake.IntakeEngine;
import org.sala.eventing.intake.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A process that takes facts in, and prints the subject of each once its view is committed. */
final class View implements Projection {

    private final List<String> folded = new ArrayList<>();

    private View() {}

    /** Arguments: JDBC's address, Kafka's address, topic. */
    public static void main(String[] args) throws IOException {
        var settings = new HikariConfig();
        settings.setJdbcUrl(args[0]);
        settings.setUsername("benchmark");
        settings.setPassword("benchmark");
        var database = new HikariDataSource(settings);
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/eventing/intake")
                .table("intake_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        var view = new View();
        new IntakeEngine(
                        new IntakeDefinition("view", Set.of("sample"), EventNames.of(Sample.class), List.of(view)),
                        new IntakeEngine.Surroundings(
                                database,
                                new JdbcTransactionManager(database),
                                new SimpleMeterRegistry(),
                                Map.of(args[2], "sample"),
                                4,
                                name -> new HashMap<>(Map.of("bootstrap.servers", args[1])),
                                schema -> {},
                                committed -> view.show()))
                .start();
        // the benchmark's end of the pipe closes with the benchmark, whatever ends it
        while (System.in.read() >= 0) {
            // it says nothing
        }
        System.exit(0);
    }

    private synchronized void show() {
        folded.forEach(System.out::println);
        folded.clear();
    }

    @Override
    public String name() {
        return "view";
    }

    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public synchronized void fold(Fact fact, JdbcClient database) {
        folded.add(fact.subject());
    }
}
