package org.sala.eventing.configuration;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Keeps the contents of rows out of exceptions: by default PostgreSQL's driver quotes the failing row in them, and so
 * in logs.
 */
final class QuietDatabaseErrors implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "quietDatabaseErrors",
                        Map.of("spring.datasource.hikari.data-source-properties.logServerErrorDetail", "false")));
    }
}
