package org.sala.eventing.intake;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.sala.eventing.EventNames;
import org.sala.eventing.ledger.Balances;
import org.sala.eventing.ledger.Journal;
import org.sala.eventing.ledger.LedgerEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A process that takes in and dies, without a word, between the effects of a fact and their commit. */
final class KilledIntake {

    static final int KILLED = 9;

    private KilledIntake() {}

    /** Arguments: JDBC address, password, Kafka's address, topic, at which fact it dies. */
    public static void main(String[] args) throws Exception {
        var settings = new HikariConfig();
        settings.setJdbcUrl(args[0]);
        settings.setUsername("ledger");
        settings.setPassword(args[1]);
        var dataSource = new HikariDataSource(settings);
        var engine = new IntakeEngine(
                new IntakeDefinition(
                        "ledger-reader",
                        Set.of("ledger"),
                        EventNames.of(LedgerEvent.class),
                        List.of(new Balances(), new Journal(), new Deadly(Integer.parseInt(args[4])))),
                new IntakeEngine.Surroundings(
                        dataSource,
                        new JdbcTransactionManager(dataSource),
                        new SimpleMeterRegistry(),
                        Map.of(args[3], "ledger"),
                        1,
                        // small batches, so that some are committed before it dies
                        name -> new HashMap<>(Map.of("bootstrap.servers", args[2], "max.poll.records", 7)),
                        schema -> {},
                        committed -> {}));
        engine.start();
        TimeUnit.SECONDS.sleep(60);
    }

    /** Lets all effects so far come to the database, and dies. */
    private static final class Deadly implements Projection {

        private final int at;
        private int facts;

        Deadly(int at) {
            this.at = at;
        }

        @Override
        public String name() {
            return "deadly";
        }

        @Override
        public List<String> tables() {
            return List.of();
        }

        @Override
        public void fold(Fact fact, JdbcClient database) {
            if (++facts == at) {
                database.sql("select count(*) from balance").query(Long.class).single();
                Runtime.getRuntime().halt(KILLED);
            }
        }
    }
}
