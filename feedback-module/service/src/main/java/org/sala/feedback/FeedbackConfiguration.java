package org.sala.feedback;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.sala.eventing.Commands;
import org.sala.eventing.Erasures;
import org.sala.eventing.EventNames;
import org.sala.eventing.EventSourcedContext;
import org.sala.eventing.intake.IntakeDefinition;
import org.sala.feedback.api.FeedbackCommand;
import org.sala.feedback.api.FeedbackCommand.BoardCommand;
import org.sala.feedback.api.FeedbackCommand.NoteCommand;
import org.sala.feedback.api.FeedbackEvent;
import org.sala.feedback.api.FeedbackPort;
import org.sala.feedback.api.FeedbackQueries;
import org.sala.feedback.api.FeedbackRejected;
import org.sala.feedback.api.FeedbackRejected.Reason;
import org.sala.ports.CommandDoor;
import org.sala.ports.CommandGate;
import org.sala.registration.api.RegistrationEvent;
import org.sala.sessions.api.SessionsEvent;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What feedback is made of. */
@Configuration(proxyBeanMethods = false)
class FeedbackConfiguration {

    @Bean
    EventSourcedContext context() {
        return EventSourcedContext.named("feedback", FeedbackEvent.class)
                .aggregate(Board.class)
                .aggregate(PostedNote.class)
                .follower(Erasing.class)
                .target(FeedbackConfiguration::targetOf)
                .build();
    }

    /** The aggregate that a command is for. */
    static Optional<String> targetOf(Object command) {
        return command instanceof FeedbackCommand known
                ? Optional.of(
                        switch (known) {
                            case BoardCommand ofBoard -> ofBoard.board().toString();
                            case NoteCommand ofNote -> ofNote.note().toString();
                        })
                : Optional.empty();
    }

    /** In milliseconds, as people and JSON tell time. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }

    @Bean
    Boards boards(JdbcClient database) {
        return new PostgresBoards(database);
    }

    @Bean
    Known known(JdbcClient database) {
        return new PostgresKnown(database);
    }

    @Bean
    IntakeDefinition intake(Erasures erasures) {
        return new IntakeDefinition(
                "feedback",
                Set.of("registration", "sessions"),
                EventNames.of(RegistrationEvent.class, SessionsEvent.class),
                List.of(new RegistrationFacts(erasures), new SessionsFacts()));
    }

    @Bean
    FeedbackPort port(CommandGate gate, Commands commands) {
        return new GatedFeedbackPort(gate, commands);
    }

    @Bean
    FeedbackQueries queries(CommandGate gate, Known known, JdbcClient database, EventStore events) {
        return new GatedFeedbackQueries(gate, known, database, events);
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
    FeedbackController controller(FeedbackQueries queries) {
        return new FeedbackController(queries);
    }

    @Bean
    CommandDoor<FeedbackCommand> door(FeedbackPort port) {
        return new CommandDoor<>(
                "feedback",
                FeedbackCommand.class,
                port::send,
                thrown -> thrown instanceof FeedbackRejected rejected
                        ? new CommandDoor.Refusal(
                                rejected.reason().name(), kindOf(rejected.reason()), rejected.details())
                        : null,
                "org.sala.feedback.api.Refusals");
    }

    private static CommandDoor.Kind kindOf(Reason reason) {
        return switch (reason) {
            case MALFORMED -> CommandDoor.Kind.MALFORMED;
            case NOT_ALLOWED -> CommandDoor.Kind.NOT_ALLOWED;
            case SUMMIT_UNKNOWN, SESSION_UNKNOWN, BOARD_UNKNOWN, NOTE_UNKNOWN, PARTICIPANT_UNKNOWN ->
                CommandDoor.Kind.UNKNOWN;
            case ID_TAKEN, BOARD_CLOSED, NOTE_SIGNED, IN_THE_FUTURE -> CommandDoor.Kind.CONFLICT;
        };
    }
}
