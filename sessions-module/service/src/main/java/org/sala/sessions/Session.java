package org.sala.sessions;

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
import org.sala.sessions.SessionState.Unscheduled;
import org.sala.sessions.api.SessionsCommand.EndSession;
import org.sala.sessions.api.SessionsCommand.JoinSession;
import org.sala.sessions.api.SessionsCommand.ScheduleSession;
import org.sala.sessions.api.SessionsCommand.StartSession;
import org.sala.sessions.api.SessionsEvent.SessionEvent;

/** One session of a summit. Asks {@link SessionPolicy}, writes the books that sessions share, applies what was decided. */
@AggregateRoot(type = "session")
final class Session {

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
    void handle(ScheduleSession command, Registered registered, Bookings bookings) {
        SessionPolicy.decide(state, command, registered).ifPresent(scheduled -> {
            bookings.book(scheduled.session(), scheduled.summit(), scheduled.plan());
            apply(scheduled);
        });
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(StartSession command, Clock clock) {
        SessionPolicy.decide(state, command, clock.instant()).ifPresent(started -> apply(started));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(JoinSession command, Registered registered, Presences presences, Clock clock) {
        SessionPolicy.decide(state, command, registered, clock.instant()).ifPresent(joined -> {
            presences.enter(joined.participant(), joined.session(), joined.mode());
            apply(joined);
        });
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EndSession command, Presences presences, Clock clock) {
        SessionPolicy.decide(state, command, clock.instant()).ifPresent(ended -> {
            presences.leave(ended.session());
            apply(ended);
        });
    }

    @EventSourcingHandler
    void on(SessionEvent event) {
        id = event.session().toString();
        state = state.evolve(event);
    }
}
