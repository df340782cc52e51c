package org.sala.eventing.configuration;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.sala.eventing.Loop;
import org.sala.eventing.Wakeup;
import org.sala.eventing.personal.ErasureList;
import org.sala.eventing.personal.MasterKey;
import org.sala.eventing.personal.MasterKeyFile;
import org.sala.eventing.personal.SubjectKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Persons' keys, for an application that has {@code eventing.keys}. */
@AutoConfiguration
@ConditionalOnProperty("eventing.keys.url")
class KeysAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(KeysAutoConfiguration.class);

    /** Keys are asked for once, and then remembered. */
    private static final int CONNECTIONS = 4;

    private static final Duration TRACES_EVERY = Duration.ofSeconds(10);

    @Bean
    @ConditionalOnMissingBean
    MasterKey masterKey(EventingProperties properties) {
        var keys = Objects.requireNonNull(properties.keys());
        if (keys.masterKeyset() != null) {
            return MasterKey.of(keys.masterKeyset());
        }
        return keys.masterKeyInKms() != null
                ? MasterKey.inKms(keys.masterKeyInKms())
                : new MasterKeyFile(keys.masterKey());
    }

    @Bean
    KeysPool keysPool(EventingProperties properties) {
        var keys = Objects.requireNonNull(properties.keys());
        var settings = new HikariConfig();
        settings.setPoolName("keys");
        settings.setJdbcUrl(keys.url());
        settings.setUsername(keys.username());
        settings.setPassword(keys.password());
        settings.setMaximumPoolSize(CONNECTIONS);
        settings.setMinimumIdle(1);
        settings.addDataSourceProperty("logServerErrorDetail", "false");
        return new KeysPool(new HikariDataSource(settings));
    }

    @Bean
    SubjectKeys subjectKeys(
            KeysPool pool,
            MasterKey masterKey,
            ObjectProvider<DataSource> events,
            EventingProperties properties,
            Clock clock) {
        var settings = Objects.requireNonNull(properties.keys());
        Flyway.configure()
                .dataSource(pool.dataSource())
                .locations("classpath:db/eventing/keys")
                .table("eventing_keys_history")
                .load()
                .migrate();
        var keys = new SubjectKeys(pool.dataSource(), masterKey, new ErasureList(settings.erasures()), clock);
        var again = keys.begin();
        if (again > 0) {
            log.warn(
                    "{} persons who were erased had their keys again, as after a restore; they are erased again",
                    again);
        }
        if (!keys.canOpen()) {
            log.error(
                    "The master key is missing: nothing personal can be read or stored. Put it back from its backup.");
        }
        if (settings.rotateMasterKey()) {
            log.info("The master key was changed; {} keys are wrapped anew", keys.rotateMasterKey());
        } else if (settings.wrapAnew()) {
            log.info("{} keys are wrapped anew with the master key as it is now", keys.wrapAnew());
        }
        var server = systemOf(pool.dataSource());
        if (events.stream().allMatch(of -> systemOf(of) == server)) {
            keys.flushedByEvents();
        }
        return keys;
    }

    /** What tells one cluster of PostgreSQL, and so one write-ahead log, from any other. */
    private static long systemOf(DataSource database) {
        return JdbcClient.create(database)
                .sql("select system_identifier from pg_control_system()")
                .query(Long.class)
                .single();
    }

    /** Often enough that what is said to be erased is on no disk, and seldom enough that a hundred erasures cost one. */
    @Bean
    Loop keysTraces(SubjectKeys subjectKeys) {
        return new Loop(
                "keys-traces",
                EventSourcingAutoConfiguration.PHASE,
                TRACES_EVERY,
                new Wakeup(),
                () -> {
                    subjectKeys.removeTraces();
                    return false;
                },
                () -> {});
    }

    @Bean
    KeysHealth keysHealthIndicator(SubjectKeys subjectKeys) {
        return new KeysHealth(subjectKeys);
    }

    /** Wrapped, since a second data source among the beans would be in the way of the application's own. */
    record KeysPool(HikariDataSource dataSource) implements AutoCloseable {

        @Override
        public void close() {
            dataSource.close();
        }
    }
}
