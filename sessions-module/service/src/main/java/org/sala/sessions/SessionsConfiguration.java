package org.sala.sessions;

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
import org.sala.ports.CommandDoor;
import org.sala.ports.CommandGate;
import org.sala.registration.api.RegistrationEvent;
import org.sala.sessions.api.SessionsCommand;
import org.sala.sessions.api.SessionsCommand.CertificateCommand;
import org.sala.sessions.api.SessionsCommand.RoundCommand;
import org.sala.sessions.api.SessionsCommand.SessionCommand;
import org.sala.sessions.api.SessionsCommand.SignUpCommand;
import org.sala.sessions.api.SessionsCommand.StageCommand;
import org.sala.sessions.api.SessionsEvent;
import org.sala.sessions.api.SessionsPort;
import org.sala.sessions.api.SessionsQueries;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;
import org.sala.sessions.attendance.AttendanceTable;
import org.sala.sessions.certificates.Certificate;
import org.sala.sessions.certificates.CertificateTable;
import org.sala.sessions.groups.GroupBook;
import org.sala.sessions.groups.GroupReader;
import org.sala.sessions.groups.GroupTable;
import org.sala.sessions.groups.Round;
import org.sala.sessions.programme.BookingTable;
import org.sala.sessions.programme.PresenceTable;
import org.sala.sessions.programme.Programme;
import org.sala.sessions.programme.ProgrammeTable;
import org.sala.sessions.programme.Session;
import org.sala.sessions.programme.SessionBooks;
import org.sala.sessions.registered.Registered;
import org.sala.sessions.registered.RegisteredTables;
import org.sala.sessions.registered.RegistrationFacts;
import org.sala.sessions.signup.GiveUpSeat;
import org.sala.sessions.signup.NotComing;
import org.sala.sessions.signup.PromoteSeat;
import org.sala.sessions.signup.Promoting;
import org.sala.sessions.signup.SeatTable;
import org.sala.sessions.signup.SignUp;
import org.sala.sessions.signup.SignUpBooks;
import org.sala.sessions.stage.OnAirTable;
import org.sala.sessions.stage.Stage;
import org.sala.sessions.stage.StageBooks;
import org.sala.sessions.stage.StageReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What sessions is made of. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SessionsConfiguration {

    @Bean
    EventSourcedContext context() {
        return EventSourcedContext.named("sessions", SessionsEvent.class)
                // a plenary has an event for each of its people, and each who enters asks for all of them
                .aggregate(Session.class, new EventSourcedContext.Snapshots("sessions.session-2", 100))
                .aggregate(SignUp.class)
                .aggregate(Round.class)
                .aggregate(Stage.class)
                .aggregate(Certificate.class)
                .follower(Promoting.class)
                .follower(Erasing.class)
                .target(SessionsConfiguration::targetOf)
                .build();
    }

    /** The aggregate that a command is for: the api's commands, and what sessions ask of themselves. */
    static Optional<String> targetOf(Object command) {
        return switch (command) {
            case SessionCommand ofSession -> Optional.of(ofSession.session().toString());
            case SignUpCommand ofSeat -> Optional.of(ofSeat.signUp().toString());
            case PromoteSeat promote -> Optional.of(promote.signUp().toString());
            case GiveUpSeat giveUp -> Optional.of(giveUp.signUp().toString());
            case RoundCommand ofRound -> Optional.of(ofRound.id().toString());
            case StageCommand ofStage -> Optional.of(ofStage.stage().toString());
            case CertificateCommand ofCertificate ->
                Optional.of(ofCertificate.certificate().toString());
            default -> Optional.empty();
        };
    }

    /** In milliseconds, as people and JSON tell time. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }

    @Bean
    Registered registered(JdbcClient database) {
        return new RegisteredTables(database);
    }

    @Bean
    Programme programme(JdbcClient database) {
        return new ProgrammeTable(database);
    }

    @Bean
    SeatTable seats(JdbcClient database) {
        return new SeatTable(database);
    }

    @Bean
    SessionBooks sessionBooks(Registered registered, Programme programme, SeatTable seats, JdbcClient database) {
        return new SessionBooks(registered, programme, new BookingTable(database), new PresenceTable(database), seats);
    }

    @Bean
    SignUpBooks signUpBooks(Registered registered, Programme programme, SeatTable seats, JdbcClient database) {
        return new SignUpBooks(registered, programme, new BookingTable(database), seats);
    }

    @Bean
    GroupBook groupBook(JdbcClient database) {
        return new GroupTable(database);
    }

    @Bean
    StageBooks stageBooks(Registered registered, Programme programme, JdbcClient database) {
        return new StageBooks(registered, programme, new OnAirTable(database));
    }

    @Bean
    CertificateTable certificates(JdbcClient database, EventStore events) {
        return new CertificateTable(database, events);
    }

    @Bean
    Promoting promoting(SeatTable seats, Commands commands) {
        return new Promoting(seats, commands);
    }

    @Bean
    NotComing notComing(SeatTable seats, Commands commands) {
        return new NotComing(seats, commands);
    }

    @Bean
    Erasing erasing(Erasures erasures) {
        return new Erasing(erasures);
    }

    @Bean
    IntakeDefinition intake(Erasures erasures) {
        return new IntakeDefinition(
                "sessions",
                Set.of("registration"),
                EventNames.of(RegistrationEvent.class),
                List.of(new RegistrationFacts(erasures)));
    }

    @Bean
    SessionsPort port(CommandGate gate, Commands commands) {
        return new GatedSessionsPort(gate, commands);
    }

    @Bean
    SessionsQueries queries(
            CommandGate gate,
            Programme programme,
            SeatTable seats,
            JdbcClient database,
            GroupBook groups,
            CertificateTable certificates,
            EventStore events,
            Clock clock) {
        return new GatedSessionsQueries(
                gate,
                programme,
                seats,
                new AttendanceTable(database),
                new GroupReader(groups, events),
                new StageReader(events),
                certificates,
                clock);
    }

    @Bean
    SessionsController controller(SessionsQueries queries) {
        return new SessionsController(queries);
    }

    @Bean
    CommandDoor<SessionsCommand> door(SessionsPort port) {
        return new CommandDoor<>(
                "sessions",
                SessionsCommand.class,
                port::send,
                thrown -> thrown instanceof SessionsRejected rejected
                        ? new CommandDoor.Refusal(
                                rejected.reason().name(), kindOf(rejected.reason()), rejected.details())
                        : null,
                "org.sala.sessions.api.Refusals");
    }

    private static CommandDoor.Kind kindOf(Reason reason) {
        return switch (reason) {
            case MALFORMED -> CommandDoor.Kind.MALFORMED;
            case NOT_ALLOWED -> CommandDoor.Kind.NOT_ALLOWED;
            case SUMMIT_UNKNOWN,
                    SESSION_UNKNOWN,
                    PARTICIPANT_UNKNOWN,
                    ORGANIZATION_UNKNOWN,
                    GROUPS_UNKNOWN,
                    TABLE_UNKNOWN,
                    SUMMARY_UNKNOWN,
                    TEAM_UNKNOWN,
                    INTERVIEW_UNKNOWN,
                    CERTIFICATE_UNKNOWN -> CommandDoor.Kind.UNKNOWN;
            case ID_TAKEN,
                    DAY_UNKNOWN,
                    OUTSIDE_DAY,
                    MODE_NOT_OFFERED,
                    NOT_EXPECTED,
                    ROOM_TAKEN,
                    FACILITATOR_TAKEN,
                    NOT_STARTED,
                    ENDED,
                    NO_SEATS_IN_MODE,
                    SEATS_EXHAUSTED,
                    IN_ANOTHER_SESSION,
                    IN_OTHER_MODE,
                    BEFORE_START,
                    IN_THE_FUTURE,
                    OUT_OF_ORDER,
                    CANCELLED,
                    STARTED,
                    OVERLAPS,
                    FACILITATES,
                    NOT_ELIGIBLE,
                    SIGN_UP_NOT_OPEN,
                    SIGNED_UP_OTHERWISE,
                    SEATS_TAKEN,
                    NOT_IN_SESSION,
                    GROUPS_FORMED,
                    WORDS_ERASED,
                    NOT_SOCIAL_LAB_TV,
                    IN_ANOTHER_TEAM,
                    NOT_OF_THE_TEAM,
                    TEAM_INTERVIEWED,
                    ORDER_INCOMPLETE,
                    ON_AIR,
                    INTERVIEW_OVER,
                    CHAIR_FOR_OTHER_TEAMS,
                    NOT_ON_THE_CHAIR,
                    OWN_PITCH,
                    NOT_PITCHED,
                    NOTHING_ATTENDED -> CommandDoor.Kind.CONFLICT;
        };
    }
}
