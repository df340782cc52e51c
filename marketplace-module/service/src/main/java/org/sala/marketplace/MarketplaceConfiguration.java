package org.sala.marketplace;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.sala.eventing.Commands;
import org.sala.eventing.Erasures;
import org.sala.eventing.EventNames;
import org.sala.eventing.EventSourcedContext;
import org.sala.eventing.intake.IntakeDefinition;
import org.sala.marketplace.api.MarketplaceCommand;
import org.sala.marketplace.api.MarketplaceCommand.CategoryCommand;
import org.sala.marketplace.api.MarketplaceCommand.FloorCommand;
import org.sala.marketplace.api.MarketplaceCommand.JointActionCommand;
import org.sala.marketplace.api.MarketplaceCommand.StallCommand;
import org.sala.marketplace.api.MarketplaceCommand.TradeCommand;
import org.sala.marketplace.api.MarketplaceEvent;
import org.sala.marketplace.api.MarketplacePort;
import org.sala.marketplace.api.MarketplaceQueries;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.marketplace.api.MarketplaceRejected.Reason;
import org.sala.marketplace.api.MatchingWorkbench;
import org.sala.marketplace.api.StallId;
import org.sala.ports.CommandDoor;
import org.sala.ports.CommandDoor.Refusal;
import org.sala.ports.CommandGate;
import org.sala.registration.api.RegistrationEvent;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.support.TransactionOperations;

/** What the marketplace is made of. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class MarketplaceConfiguration {

    @Bean
    EventSourcedContext marketplaceContext() {
        return EventSourcedContext.named("marketplace", MarketplaceEvent.class)
                .aggregate(Stall.class)
                .aggregate(Trade.class)
                .aggregate(Floor.class)
                .aggregate(SharedAction.class)
                .aggregate(TaxonomyEntry.class)
                .follower(MeetingNeeds.class)
                .follower(Erasing.class)
                .target(MarketplaceConfiguration::targetOf)
                .build();
    }

    /** The aggregate that a command is for: the api's commands, and what the marketplace asks of itself. */
    static Optional<String> targetOf(Object command) {
        return switch (command) {
            case StallCommand ofStall -> Optional.of(ofStall.stall().toString());
            case TradeCommand ofTrade -> Optional.of(ofTrade.trade().toString());
            case FloorCommand ofFloor -> Optional.of(ofFloor.floor().toString());
            case JointActionCommand ofAction -> Optional.of(ofAction.action().toString());
            case CategoryCommand ofCategory -> Optional.of(ofCategory.entry().toString());
            case MeetNeed meet ->
                Optional.of(StallId.of(meet.summit(), meet.organization()).toString());
            case AskAfterLeg ask -> Optional.of(ask.trade().toString());
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
    Books books(JdbcClient database) {
        return new Books(
                new OfferTable(database),
                new NeedTable(database),
                new TradeTable(database),
                new FloorTable(database),
                new EnrolmentTable(database),
                new CategoryTable(database));
    }

    @Bean
    Members members(JdbcClient database) {
        return new MemberTable(database);
    }

    @Bean
    TradesLapse tradesLapse(Books books, Commands commands, Clock clock) {
        return new TradesLapse(books.trades(), commands, clock);
    }

    @Bean
    PromisesAreAskedAfter promisesAreAskedAfter(Books books, Commands commands, Clock clock) {
        return new PromisesAreAskedAfter(books.trades(), commands, clock);
    }

    @Bean
    MeetingNeeds meetingNeeds(Books books, Commands commands) {
        return new MeetingNeeds(books.trades(), commands);
    }

    @Bean
    Erasing erasing(Erasures erasures, Books books) {
        return new Erasing(erasures, books);
    }

    /** Before anything is asked of it: the web server starts later than this, and what is scheduled. */
    @Bean
    InitializingBean booksFromHistory(
            JdbcClient database, TransactionOperations transaction, EventStore events, Books books) {
        return new BooksFromHistory(database, transaction, events, books.trades())::fill;
    }

    @Bean
    ApplicationRunner atStart(Books books, Commands commands, Erasing erasing) {
        return arguments -> {
            new FirstCategories(books.categories(), commands).add();
            erasing.tellAgain(commands);
        };
    }

    @Bean
    MarketplacePort marketplacePort(CommandGate gate, Commands commands, Members members) {
        return new GatedMarketplace(gate, commands, members);
    }

    @Bean
    TradeReader tradeReader(JdbcClient database, EventStore events) {
        return new TradeReader(database, events);
    }

    @Bean
    MarketplaceQueries marketplaceQueries(
            CommandGate gate, Books books, TradeReader trades, Members members, Clock clock) {
        return new GatedQueries(gate, books, trades, members, clock);
    }

    @Bean
    GatedWorkbench matchingWorkbench(CommandGate gate, Books books, TradeReader trades, Clock clock) {
        return new GatedWorkbench(gate, books, trades, clock);
    }

    @Bean
    WorkbenchController workbenchController(MatchingWorkbench workbench) {
        return new WorkbenchController(workbench);
    }

    @Bean
    QueryController queryController(MarketplaceQueries queries) {
        return new QueryController(queries);
    }

    @Bean
    CommandDoor<MarketplaceCommand> marketplaceDoor(MarketplacePort port) {
        return new CommandDoor<>(
                "marketplace",
                MarketplaceCommand.class,
                port::send,
                thrown -> thrown instanceof MarketplaceRejected rejected
                        ? new Refusal(rejected.reason().name(), kindOf(rejected.reason()), rejected.details())
                        : null,
                "org.sala.marketplace.api.Refusals");
    }

    private static CommandDoor.Kind kindOf(Reason reason) {
        return switch (reason) {
            case MALFORMED -> CommandDoor.Kind.MALFORMED;
            case NOT_ALLOWED -> CommandDoor.Kind.NOT_ALLOWED;
            case ORGANIZATION_UNKNOWN,
                    OFFER_UNKNOWN,
                    TRADE_UNKNOWN,
                    CATEGORY_UNKNOWN,
                    NEED_UNKNOWN,
                    LEG_UNKNOWN,
                    ACTION_UNKNOWN,
                    SUMMIT_UNKNOWN -> CommandDoor.Kind.UNKNOWN;
            case ID_TAKEN,
                    TOO_MANY_OFFERS,
                    GOOD_UNTIL_PASSED,
                    EXPIRY_PASSED,
                    TRADES_WITH_ITSELF,
                    LEGS_DO_NOT_CLOSE,
                    CHAIN_TOO_LONG,
                    CHAIN_WITHOUT_A_GIFT,
                    OFFER_NOT_THEIRS,
                    OFFER_CLOSED,
                    OFFER_EXHAUSTED,
                    OFFER_IN_TRADES,
                    UNITS_PROMISED,
                    NEED_NOT_THEIRS,
                    NEED_CLOSED,
                    TOO_MANY_NEEDS,
                    DUE_PASSED,
                    NOT_A_PARTY,
                    TRADE_OVER,
                    TRADE_AGREED,
                    TERMS_CHANGED,
                    NOT_AGREED,
                    NOT_THE_GIVER,
                    NOT_THE_RECEIVER,
                    LEG_NOT_DELIVERED,
                    LEG_DELIVERED_ALREADY,
                    LEG_CONFIRMED_ALREADY,
                    LEG_DISPUTED,
                    LEG_NOT_DISPUTED,
                    DATE_IN_FUTURE,
                    WORDS_ERASED,
                    ACTION_ENDED -> CommandDoor.Kind.CONFLICT;
        };
    }
}
