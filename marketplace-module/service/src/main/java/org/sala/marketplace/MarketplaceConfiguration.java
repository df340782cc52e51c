package org.sala.marketplace;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sala.eventing.Commands;
import org.sala.eventing.EventNames;
import org.sala.eventing.EventSourcedContext;
import org.sala.eventing.intake.IntakeDefinition;
import org.sala.marketplace.api.MarketplaceCommand;
import org.sala.marketplace.api.MarketplaceCommand.StallCommand;
import org.sala.marketplace.api.MarketplaceCommand.TradeCommand;
import org.sala.marketplace.api.MarketplaceEvent;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.marketplace.api.MarketplaceRejected.Reason;
import org.sala.ports.CommandDoor;
import org.sala.ports.CommandDoor.Refusal;
import org.sala.ports.CommandGate;
import org.sala.registration.api.RegistrationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What the marketplace is made of. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class MarketplaceConfiguration {

    @Bean
    EventSourcedContext marketplaceContext() {
        return EventSourcedContext.named("marketplace", MarketplaceEvent.class)
                .aggregate(Stall.class)
                .aggregate(Trade.class)
                .target(MarketplaceConfiguration::targetOf)
                .build();
    }

    /** The aggregate that a command is for: the api's commands, and what the marketplace asks of itself. */
    static Optional<String> targetOf(Object command) {
        return switch (command) {
            case StallCommand ofStall -> Optional.of(ofStall.stall().toString());
            case TradeCommand ofTrade -> Optional.of(ofTrade.trade().toString());
            case LapseTrade lapse -> Optional.of(lapse.trade().toString());
            default -> Optional.empty();
        };
    }

    @Bean
    IntakeDefinition registrationIntake() {
        return new IntakeDefinition(
                "marketplace",
                Set.of("registration"),
                EventNames.of(RegistrationEvent.class),
                List.of(new RegistrationFacts()));
    }

    @Bean
    OfferBook offers(JdbcClient database) {
        return new OfferTable(database);
    }

    @Bean
    OpenTrades openTrades(JdbcClient database) {
        return new OpenTradeTable(database);
    }

    @Bean
    Enrolments enrolments(JdbcClient database) {
        return new EnrolmentTable(database);
    }

    @Bean
    TradesLapse tradesLapse(OpenTrades openTrades, Commands commands, Clock clock) {
        return new TradesLapse(openTrades, commands, clock);
    }

    @Bean
    MarketplaceDesk marketplaceDesk(CommandGate gate, Commands commands, OfferBook offers, Clock clock) {
        return new MarketplaceDesk(gate, commands, offers, clock);
    }

    @Bean
    OfferQueries offerQueries(MarketplaceDesk desk) {
        return new OfferQueries(desk);
    }

    @Bean
    CommandDoor<MarketplaceCommand> marketplaceDoor(MarketplaceDesk desk) {
        return new CommandDoor<>(
                "marketplace",
                MarketplaceCommand.class,
                desk::send,
                thrown -> thrown instanceof MarketplaceRejected rejected
                        ? new Refusal(rejected.reason().name(), kindOf(rejected.reason()), rejected.details())
                        : null,
                "org.sala.marketplace.api.Refusals");
    }

    private static CommandDoor.Kind kindOf(Reason reason) {
        return switch (reason) {
            case MALFORMED -> CommandDoor.Kind.MALFORMED;
            case NOT_ALLOWED -> CommandDoor.Kind.NOT_ALLOWED;
            case ORGANIZATION_UNKNOWN, OFFER_UNKNOWN, TRADE_UNKNOWN -> CommandDoor.Kind.UNKNOWN;
            case ID_TAKEN,
                    TOO_MANY_OFFERS,
                    GOOD_UNTIL_PASSED,
                    EXPIRY_PASSED,
                    TRADES_WITH_ITSELF,
                    LEGS_DO_NOT_CLOSE,
                    OFFER_NOT_THEIRS,
                    OFFER_CLOSED,
                    OFFER_EXHAUSTED,
                    NOT_A_PARTY,
                    TRADE_OVER -> CommandDoor.Kind.CONFLICT;
        };
    }
}
