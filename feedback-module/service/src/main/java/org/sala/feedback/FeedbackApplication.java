package org.sala.feedback;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** Feedback as an application: alone, or beside others in one JVM. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(FeedbackConfiguration.class)
public final class FeedbackApplication {

    FeedbackApplication() {}

    /** The application with its own configuration file, {@code feedback.yml}, ready to be run. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(FeedbackApplication.class).properties("spring.config.name=feedback");
    }

    public static void main(String[] arguments) {
        builder().run(arguments);
    }
}
