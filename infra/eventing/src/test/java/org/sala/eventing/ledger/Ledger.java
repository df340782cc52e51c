package org.sala.eventing.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.sala.embedded.SharedServers;
import org.sala.eventing.EventNames;
import org.sala.eventing.EventSourcedContext;
import org.sala.eventing.intake.IntakeDefinition;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An application of the tests that decides about accounts and takes its own facts in again. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class Ledger {

    /** Starts it on a database, under a platform name of its own, so that its topics are its own too. */
    public static ConfigurableApplicationContext start(
            SharedServers.Database database, String platform, String... settings) {
        var all = new ArrayList<>(List.of(
                "--spring.config.name=none",
                "--spring.main.banner-mode=off",
                "--spring.flyway.locations=classpath:db/ledger",
                "--eventing.platform=" + platform,
                "--eventing.kafka.partitions=3",
                "--eventing.kafka.bootstrap-servers=" + SharedServers.kafka().bootstrapServers()));
        database.springSettings("ledger").forEach((name, value) -> all.add("--" + name + "=" + value));
        all.addAll(List.of(settings));
        return new SpringApplicationBuilder(Ledger.class)
                .web(WebApplicationType.NONE)
                .run(all.toArray(String[]::new));
    }

    @Bean
    EventSourcedContext context() {
        return EventSourcedContext.named("ledger", LedgerEvent.class)
                .aggregate(Account.class, new EventSourcedContext.Snapshots("ledger.account", 50))
                .target(command -> switch (command) {
                    case Account.Open open -> Optional.of(open.account());
                    case Account.Credit credit -> Optional.of(credit.account());
                    default -> Optional.empty();
                })
                .build();
    }

    /** Accounts were once opened with their number under another name. */
    @Bean
    EventUpcaster accountsWithNumbers() {
        return new SingleEventUpcaster() {
            @Override
            protected boolean canUpcast(IntermediateEventRepresentation stored) {
                return stored.getType().getName().equals("ledger.account-opened")
                        && stored.getData(JsonNode.class).getData().has("number");
            }

            @Override
            protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation stored) {
                return stored.upcastPayload(stored.getType(), JsonNode.class, json -> {
                    ((ObjectNode) json).set("account", json.get("number"));
                    return json;
                });
            }
        };
    }

    @Bean
    Balances balances() {
        return new Balances();
    }

    @Bean
    IntakeDefinition intake(Balances balances, @Value("${ledger.parked-limit:100}") int parkedLimit) {
        return new IntakeDefinition(
                "ledger-reader",
                Set.of("ledger"),
                EventNames.of(LedgerEvent.class),
                List.of(balances, new Journal()),
                parkedLimit);
    }
}
