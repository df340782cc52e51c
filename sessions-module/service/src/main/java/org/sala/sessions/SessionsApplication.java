package org.sala.sessions;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** Sessions as an application: alone, or beside others in one JVM. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(SessionsConfiguration.class)
public final class SessionsApplication {

    SessionsApplication() {}

    /** The application with its own configuration file, {@code sessions.yml}, ready to be run. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(SessionsApplication.class).properties("spring.config.name=sessions");
    }

    public static void main(String[] arguments) {
        builder().run(arguments);
    }
}
