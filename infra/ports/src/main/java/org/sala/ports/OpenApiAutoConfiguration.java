package org.sala.ports;

import org.springdoc.core.events.SpringDocAppInitializer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;

/** The OpenAPI document of a context, at {@code /openapi}. */
@AutoConfiguration(
        after = CommandPortAutoConfiguration.class,
        beforeName = "org.springdoc.core.configuration.SpringDocConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(CommandDoor.class)
@PropertySource("classpath:org/sala/ports/openapi.properties")
final class OpenApiAutoConfiguration {

    @Bean
    <C> CommandsInOpenApi<C> commandsInOpenApi(CommandDoor<C> door, CommandDecoder<C> decoder, Words refusalWords) {
        return new CommandsInOpenApi<>(door, decoder, refusalWords);
    }

    /** The document is meant to be there: springdoc need not warn of it at each start. */
    @Bean
    SpringDocAppInitializer springDocAppInitializer() {
        return new SpringDocAppInitializer("/openapi", "springdoc.api-docs.enabled", false);
    }
}
