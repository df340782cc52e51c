package org.sala.eventing.configuration;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Keeps the contents of rows out of exceptions, and so out of logs: by default PostgreSQL's driver quotes the failing
 * row. And keeps Kafka's clients from listing their settings at each start,
 * and from telling each attempt to reach a broker that is away. An application's own settings win.
 */
final class QuietDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "eventing quiet defaults",
                        Map.of(
                                "spring.datasource.hikari.data-source-properties.logServerErrorDetail", "false",
                                "logging.level.org.apache.kafka", "warn",
                                // each attempt to reach a broker that is away; the loops say so once
                                "logging.level.org.apache.kafka.clients.NetworkClient", "error")));
    }
}
