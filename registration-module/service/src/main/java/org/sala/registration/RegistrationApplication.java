package org.sala.registration;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** Registration as an application: by itself, or beside the others in one process. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(RegistrationConfiguration.class)
public final class RegistrationApplication {

    private RegistrationApplication() {}

    /** The application with its own configuration, {@code registration.yml}, ready to run. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(RegistrationApplication.class)
                .properties("spring.config.name=registration");
    }

    public static void main(String[] arguments) {
        builder().run(arguments);
    }
}
