package org.sala.sessions.programme;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.sala.sessions.api.SessionsCommand.CancelSession;
import org.sala.sessions.api.SessionsCommand.EndSession;
import org.sala.sessions.api.SessionsCommand.JoinSession;
import org.sala.sessions.api.SessionsCommand.LeaveSession;
import org.sala.sessions.api.SessionsCommand.OpenSignUp;
import org.sala.sessions.api.SessionsCommand.RecordAttendance;
import org.sala.sessions.api.SessionsCommand.RescheduleSession;
import org.sala.sessions.api.SessionsCommand.ScheduleSession;
import org.sala.sessions.api.SessionsCommand.StartSession;
import org.sala.sessions.api.SessionsEvent.SessionEvent;
import org.sala.sessions.api.SessionsEvent.SessionRescheduled;
import org.sala.sessions.programme.SessionState.Unscheduled;

/** One session of a summit. Asks the policies, writes the books that sessions share, applies what was decided. */
@AggregateRoot(type = "session")
public final class Session {

    // read by Axon
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    @JsonProperty
    private @Nullable String id;

    @JsonProperty
    private SessionState state = new Unscheduled();

    /** For Axon, which makes a session and then tells it its events. */
    Session() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ScheduleSession command, SessionBooks books) {
        SessionPolicy.decide(state, command, books.registered()).ifPresent(scheduled -> {
            books.bookings().book(scheduled.session(), scheduled.summit(), scheduled.plan());
            tell(scheduled, books);
        });
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RescheduleSession command, SessionBooks books) {
        SessionPolicy.decide(state, command, books.registered(), books.audience())
                .ifPresent(decided -> {
                    books.bookings().move(decided.session(), decided.summit(), decided.plan());
                    books.programme().tell(decided);
                    apply(new SessionRescheduled(
                            decided.session(),
                            decided.summit(),
                            decided.day(),
                            decided.plan(),
                            books.audience().inConflict(decided.session())));
                });
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CancelSession command, SessionBooks books, Clock clock) {
        SessionPolicy.decide(state, command, books.audience(), clock.instant()).ifPresent(cancelled -> {
            books.bookings().free(cancelled.session());
            tell(cancelled, books);
        });
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenSignUp command, SessionBooks books, Clock clock) {
        SessionPolicy.decide(state, command, clock.instant()).ifPresent(opened -> tell(opened, books));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(StartSession command, SessionBooks books, Clock clock) {
        SessionPolicy.decide(state, command, clock.instant()).ifPresent(started -> tell(started, books));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(JoinSession command, SessionBooks books, Clock clock) {
        AttendancePolicy.decide(state, command, books.registered(), books.audience(), clock.instant())
                .ifPresent(joined -> {
                    books.presences().enter(joined.participant(), joined.session(), joined.mode());
                    tell(joined, books);
                });
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(LeaveSession command, SessionBooks books, Clock clock) {
        AttendancePolicy.decide(state, command, clock.instant()).ifPresent(left -> {
            books.presences().leave(left.participant(), left.session());
            tell(left, books);
        });
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordAttendance command, SessionBooks books, Clock clock) {
        AttendancePolicy.decide(state, command, books.registered(), clock.instant())
                .forEach(event -> tell(event, books));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EndSession command, SessionBooks books, Clock clock) {
        SessionPolicy.decide(state, command, clock.instant()).ifPresent(ended -> {
            books.presences().leave(ended.session());
            tell(ended, books);
        });
    }

    private static void tell(SessionEvent event, SessionBooks books) {
        books.programme().tell(event);
        apply(event);
    }

    @EventSourcingHandler
    void on(SessionEvent event) {
        id = event.session().toString();
        state = state.evolve(event);
    }
}
