package org.sala.sessions.groups;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.sala.sessions.api.SessionsCommand.EraseGroupSummary;
import org.sala.sessions.api.SessionsCommand.FormSmallGroups;
import org.sala.sessions.api.SessionsCommand.ReviseSmallGroups;
import org.sala.sessions.api.SessionsCommand.SubmitGroupSummary;
import org.sala.sessions.api.SessionsEvent.RoundEvent;
import org.sala.sessions.programme.Programme;

/** One round of small groups in a session. */
@AggregateRoot(type = "round")
public final class Round {

    // read by Axon
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String id;

    private RoundState state = RoundState.EMPTY;

    /** For Axon, which makes a round and then tells it its events. */
    Round() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(FormSmallGroups command, Programme programme, GroupBook groups, Clock clock) {
        var session = programme.get(command.session());
        RoundPolicy.decide(state, command, session, groups.people(session), clock.instant())
                .ifPresent(formed -> {
                    groups.enter(formed.session(), formed.round());
                    apply(formed);
                });
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReviseSmallGroups command, Programme programme, GroupBook groups, Clock clock) {
        var session = programme.get(command.session());
        RoundPolicy.decide(state, command, session, groups.people(session), clock.instant())
                .ifPresent(revised -> apply(revised));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SubmitGroupSummary command, Programme programme, Clock clock) {
        RoundPolicy.decide(state, command, programme.get(command.session()), clock.instant())
                .ifPresent(submitted -> apply(submitted));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EraseGroupSummary command, Programme programme) {
        RoundPolicy.decide(state, command, programme.get(command.session())).ifPresent(erased -> apply(erased));
    }

    @EventSourcingHandler
    void on(RoundEvent event) {
        id = event.id().toString();
        state = state.evolve(event);
    }
}
