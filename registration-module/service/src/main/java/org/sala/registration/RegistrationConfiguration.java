package org.sala.registration;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.Commands;
import org.sala.eventing.Erasures;
import org.sala.eventing.EventSourcedContext;
import org.sala.eventing.Loop;
import org.sala.eventing.Wakeup;
import org.sala.ports.CommandBatches;
import org.sala.ports.CommandDoor;
import org.sala.ports.CommandGate;
import org.sala.registration.api.RegistrationCommand;
import org.sala.registration.api.RegistrationCommand.OrganizationCommand;
import org.sala.registration.api.RegistrationCommand.ParticipantCommand;
import org.sala.registration.api.RegistrationCommand.SummitCommand;
import org.sala.registration.api.RegistrationEvent;
import org.sala.registration.api.RegistrationPort;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.badges.BadgeKey;
import org.sala.registration.badges.BadgeTokens;
import org.sala.registration.contacts.ContactSecret;
import org.sala.registration.contacts.ContactTable;
import org.sala.registration.people.People;
import org.sala.registration.seats.SeatTables;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What registration is made of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionRules.class)
class RegistrationConfiguration {

    private static final int LOOPS_PHASE = 1;

    @Bean
    EventSourcedContext context() {
        return EventSourcedContext.named("registration", RegistrationEvent.class)
                .aggregate(Summit.class)
                .aggregate(Organization.class)
                .aggregate(Participant.class)
                .follower(Erasing.class)
                .follower(Promoting.class)
                .follower(Merging.class)
                .follower(RetentionFacts.class)
                .target(RegistrationConfiguration::targetOf)
                .build();
    }

    /** The aggregate that a command is for: the api's commands, and what registration asks of itself. */
    static Optional<String> targetOf(Object command) {
        return switch (command) {
            case SummitCommand ofSummit -> Optional.of(ofSummit.summit().toString());
            case OrganizationCommand ofOrganization ->
                Optional.of(ofOrganization.organization().toString());
            case ParticipantCommand ofParticipant ->
                Optional.of(ofParticipant.participant().toString());
            case PromoteParticipant promote -> Optional.of(promote.participant().toString());
            case RecordScans scans -> Optional.of(scans.participant().toString());
            case TakeOver takeOver -> Optional.of(takeOver.participant().toString());
            case TakeOverDays takeOver -> Optional.of(takeOver.participant().toString());
            default -> Optional.empty();
        };
    }

    /** In milliseconds, as people and JSON tell time. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }

    @Bean
    RegistrationTables book(JdbcClient database, @Value("${sala.registration.contact-secret}") String contactSecret) {
        var keys = new ContactSecret(Path.of(contactSecret), database).keys();
        return new RegistrationTables(
                database,
                new SeatTables(database),
                new ContactTable(database, keys),
                new People(database, keys.secretFor("names")));
    }

    @Bean
    RegistrationPort port(CommandGate gate, Commands commands) {
        return new GatedRegistration(gate, commands);
    }

    @Bean
    Histories histories(EventStore events) {
        return new Histories(events);
    }

    @Bean
    BadgeTokens badges(JdbcClient database, @Value("${sala.registration.badge-key}") String badgeKey) {
        return new BadgeKey(Path.of(badgeKey), database).tokens();
    }

    @Bean
    Persons persons(Histories histories, RegistrationTables book, BadgeTokens badges) {
        return new Persons(histories, book.seats(), badges);
    }

    @Bean
    ScanController scanController(RegistrationPort port, CommandBatches<RegistrationCommand> batches) {
        return new ScanController(port, batches);
    }

    @Bean
    RegistrationQueries queries(
            CommandGate gate, RegistrationTables book, Persons persons, EventStore events, Retention retention) {
        return new GatedQueries(gate, book, persons, new Disclosed(events), retention);
    }

    @Bean
    QueryController queryController(RegistrationQueries queries) {
        return new QueryController(queries);
    }

    @Bean
    Erasing erasing(Erasures erasures) {
        return new Erasing(erasures);
    }

    @Bean
    ApplicationRunner erasedAgain(Erasing erasing, Commands commands) {
        return arguments -> erasing.tellAgain(commands);
    }

    /** Whoever was registered before there were lists of people. */
    @Bean
    ApplicationRunner peopleListed(RegistrationTables book, Histories histories) {
        return arguments -> book.people().missing().forEach(participant -> {
            var state = histories.of(participant);
            Persons.personOf(state)
                    .ifPresent(person -> Persons.lineOf(state)
                            .ifPresent(line -> book.people().enter(person.summit(), line)));
        });
    }

    @Bean
    Promoting promoting(RegistrationTables book, Commands commands) {
        return new Promoting(book.seats(), commands);
    }

    @Bean
    Merging merging(RegistrationTables book, Histories histories, Promoting promoting, Commands commands) {
        return new Merging(book.verdicts(), histories, promoting, commands);
    }

    @Bean
    ApplicationRunner promotedAtStart(Promoting promoting) {
        return arguments -> promoting.promoteEverywhere();
    }

    @Bean
    RetentionFacts retentionFacts(JdbcClient database) {
        return new RetentionFacts(database);
    }

    @Bean
    Retention retention(JdbcClient database, Erasures erasures, RetentionRules rules, Clock clock) {
        return new Retention(database, erasures, rules, clock);
    }

    /** After the loops that carry out what it asks for. */
    @Bean
    Loop retentionLoop(
            Retention retention, Commands commands, @Value("${sala.registration.retention.every:1h}") Duration every) {
        return new Loop(
                "registration-retention",
                LOOPS_PHASE,
                every,
                new Wakeup(),
                () -> {
                    retention.carryOut(commands);
                    return false;
                },
                () -> {});
    }

    @Bean
    CommandDoor<RegistrationCommand> door(RegistrationPort port) {
        return new CommandDoor<>(
                "registration",
                RegistrationCommand.class,
                port::send,
                RegistrationConfiguration::refusalOf,
                "org.sala.registration.api.Refusals");
    }

    private static CommandDoor.@Nullable Refusal refusalOf(Throwable thrown) {
        return thrown instanceof RegistrationRejected rejected
                ? new CommandDoor.Refusal(rejected.reason().name(), kindOf(rejected.reason()), rejected.details())
                : null;
    }

    private static CommandDoor.Kind kindOf(Reason reason) {
        return switch (reason) {
            case MALFORMED -> CommandDoor.Kind.MALFORMED;
            case NOT_ALLOWED -> CommandDoor.Kind.NOT_ALLOWED;
            case SUMMIT_UNKNOWN,
                    ORGANIZATION_UNKNOWN,
                    PARTICIPANT_UNKNOWN,
                    BADGE_UNKNOWN,
                    TICKET_UNKNOWN,
                    DISPUTE_UNKNOWN,
                    DISCLOSURE_UNKNOWN -> CommandDoor.Kind.UNKNOWN;
            case ID_TAKEN,
                    DATA_FORGOTTEN,
                    REGISTRATION_NOT_OPEN,
                    SUMMIT_CLOSED,
                    SEATS_TAKEN,
                    DAY_TAKEN,
                    PARTICIPANT_ERASED,
                    CONSENT_MISSING,
                    CONSENT_OUTDATED,
                    DAY_UNKNOWN,
                    MODE_NOT_OFFERED,
                    DAY_NOT_FOR_THEM,
                    SEATS_EXHAUSTED,
                    ORGANIZATION_SHARE_TAKEN,
                    CONTACT_TAKEN,
                    REGISTRATION_CANCELLED,
                    DUPLICATE_MERGED,
                    OTHER_SUMMIT,
                    NOT_EXPECTED,
                    NOT_THE_DAY,
                    NOT_HERE,
                    BADGE_REVOKED,
                    DISPUTE_RESOLVED,
                    TOO_MANY_SCANS,
                    IN_THE_FUTURE -> CommandDoor.Kind.CONFLICT;
        };
    }
}
