package org.sala.eventing.configuration;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.sala.eventing.Step;
import org.sala.eventing.intake.DeadLetters;
import org.sala.eventing.intake.IntakeDefinition;
import org.sala.eventing.intake.IntakeEngine;
import org.sala.eventing.intake.Rebuild;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts an application's {@link IntakeDefinition} to work. */
@AutoConfiguration(after = {DataSourceTransactionManagerAutoConfiguration.class, FlywayAutoConfiguration.class})
@ConditionalOnBean(IntakeDefinition.class)
class IntakeAutoConfiguration {

    @Bean
    IntakeEngine intakeEngine(
            IntakeDefinition definition,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            ObjectProvider<MeterRegistry> meters,
            EventingProperties properties,
            EventingMigrations migrations,
            Flyway flyway,
            ApplicationEventPublisher application) {
        return new IntakeEngine(
                definition,
                new IntakeEngine.Surroundings(
                        dataSource,
                        transactions,
                        meters.getIfAvailable(SimpleMeterRegistry::new),
                        definition.contexts().stream()
                                .collect(Collectors.toMap(properties::topic, Function.identity())),
                        properties.kafka().partitions(),
                        name -> {
                            var client = properties.client(name);
                            client.put("max.poll.records", properties.batch());
                            return client;
                        },
                        schema -> migrations.migrateInto(flyway, schema),
                        application::publishEvent));
    }

    @Bean
    Step takingIn(IntakeEngine intakeEngine) {
        return intakeEngine.step();
    }

    @Bean
    DeadLetters deadLetters(IntakeEngine intakeEngine) {
        return intakeEngine.deadLetters();
    }

    @Bean
    Rebuild rebuild(IntakeEngine intakeEngine) {
        return intakeEngine.rebuild();
    }
}
