package org.sala.eventing.configuration;

import java.time.Clock;
import org.sala.eventing.EventSourcedContext;
import org.sala.eventing.Step;
import org.sala.eventing.intake.IntakeDefinition;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** What every application that decides or takes in needs: settings, tables, a clock. */
@AutoConfiguration(before = FlywayAutoConfiguration.class)
@EnableConfigurationProperties(EventingProperties.class)
class EventingAutoConfiguration {

    @Bean
    EventingMigrations eventingMigrations(ListableBeanFactory beans) {
        return new EventingMigrations(
                beans.getBeanNamesForType(EventSourcedContext.class, true, false).length > 0,
                beans.getBeanNamesForType(IntakeDefinition.class, true, false).length > 0);
    }

    @Bean
    StepsHealth eventingHealthIndicator(ObjectProvider<Step> steps) {
        return new StepsHealth(steps);
    }

    @Bean
    StepsMetrics stepsMetrics(ObjectProvider<Step> steps) {
        return new StepsMetrics(steps);
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
