package org.sala.ui;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;

/** The ui-module as an application: alone in its process, or beside the others under the launcher. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan
@ConfigurationPropertiesScan
public class UiApplication {

    /** The application with its own configuration name, so that several can live on one class path. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(UiApplication.class).properties("spring.config.name=ui");
    }

    public static void main(String[] arguments) {
        builder().run(arguments);
    }
}
