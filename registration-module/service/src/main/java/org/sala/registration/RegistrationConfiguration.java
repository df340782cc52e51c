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
                .follower(RetentionFacts.class)
                .target(RegistrationConfiguration::targetOf)
                .build();
    }

    /** The aggregate that a command is for. */
    static Optional<String> targetOf(Object command) {
        return command instanceof RegistrationCommand ours
                ? Optional.of(
                        switch (ours) {
                            case SummitCommand ofSummit -> ofSummit.summit().toString();
                            case OrganizationCommand ofOrganization ->
                                ofOrganization.organization().toString();
                            case ParticipantCommand ofParticipant ->
                                ofParticipant.participant().toString();
                        })
                : Optional.empty();
    }

    /** In milliseconds, as people and JSON tell time. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }

    @Bean
    RegistrationBook book(JdbcClient database) {
        return new RegistrationTables(database);
    }

    @Bean
    ContactKeys contactKeys(@Value("${sala.registration.contact-secret}") String file, JdbcClient database) {
        return new ContactSecret(Path.of(file), database).keys();
    }

    @Bean
    RegistrationPort port(CommandGate gate, Commands commands) {
        return new GatedRegistration(gate, commands);
    }

    @Bean
    RegistrationQueries queries(
            CommandGate gate, RegistrationBook book, ContactKeys keys, EventStore events, Retention retention) {
        return new GatedQueries(gate, book, keys, events, retention);
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
            case SUMMIT_UNKNOWN, ORGANIZATION_UNKNOWN, PARTICIPANT_UNKNOWN, DISCLOSURE_UNKNOWN ->
                CommandDoor.Kind.UNKNOWN;
            case ID_TAKEN,
                    PARTICIPANT_ERASED,
                    CONSENT_MISSING,
                    CONSENT_OUTDATED,
                    DAY_UNKNOWN,
                    MODE_NOT_OFFERED,
                    DAY_NOT_FOR_THEM,
                    SEATS_EXHAUSTED,
                    CONTACT_TAKEN,
                    NOT_EXPECTED,
                    IN_THE_FUTURE -> CommandDoor.Kind.CONFLICT;
        };
    }
}
