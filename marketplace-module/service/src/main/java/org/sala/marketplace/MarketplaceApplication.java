package org.sala.marketplace;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The marketplace as an application: alone in its process, or beside the others in the launcher's. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(MarketplaceConfiguration.class)
public final class MarketplaceApplication {

    private MarketplaceApplication() {}

    /** The application, not started yet; its settings are in {@code marketplace.yml}. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(MarketplaceApplication.class).properties("spring.config.name=marketplace");
    }

    public static void main(String[] arguments) {
        builder().run(arguments);
    }
}
