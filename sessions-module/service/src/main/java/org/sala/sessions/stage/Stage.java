package org.sala.sessions.stage;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.sala.sessions.api.SessionsCommand.ArrangeRunningOrder;
import org.sala.sessions.api.SessionsCommand.AskQuestion;
import org.sala.sessions.api.SessionsCommand.DeliverPitch;
import org.sala.sessions.api.SessionsCommand.EndInterview;
import org.sala.sessions.api.SessionsCommand.EnterPitchTeam;
import org.sala.sessions.api.SessionsCommand.ErasePitch;
import org.sala.sessions.api.SessionsCommand.GivePitchFeedback;
import org.sala.sessions.api.SessionsCommand.ReplaceNominee;
import org.sala.sessions.api.SessionsCommand.StageCommand;
import org.sala.sessions.api.SessionsCommand.StartInterview;
import org.sala.sessions.api.SessionsCommand.TakeEmptyChair;
import org.sala.sessions.api.SessionsCommand.WithdrawPitchTeam;
import org.sala.sessions.api.SessionsEvent.StageEvent;
import org.sala.sessions.programme.Programme;

/** Social Lab TV in one session. */
@AggregateRoot(type = "stage")
public final class Stage {

    // read by Axon
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String id;

    private StageState state = StageState.EMPTY;

    /** For Axon, which makes a stage and then tells it its events. */
    Stage() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EnterPitchTeam command, StageBooks books) {
        tell(TeamPolicy.decide(state, command, session(command, books), books.registered()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReplaceNominee command, StageBooks books) {
        tell(TeamPolicy.decide(state, command, session(command, books), books.registered()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(WithdrawPitchTeam command, StageBooks books) {
        tell(TeamPolicy.decide(state, command, session(command, books)));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ArrangeRunningOrder command, StageBooks books) {
        tell(TeamPolicy.decide(state, command, session(command, books)));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(StartInterview command, StageBooks books, Clock clock) {
        InterviewPolicy.decide(state, command, session(command, books), clock.instant())
                .ifPresent(started -> {
                    books.onAir().take(started.summit(), started.session(), started.interview());
                    apply(started);
                });
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(TakeEmptyChair command, StageBooks books, Clock clock) {
        tell(InterviewPolicy.decide(state, command, session(command, books), books.registered(), clock.instant()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AskQuestion command, StageBooks books, Clock clock) {
        tell(InterviewPolicy.decide(state, command, session(command, books), books.registered(), clock.instant()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DeliverPitch command, StageBooks books, Clock clock) {
        tell(InterviewPolicy.decide(state, command, session(command, books), clock.instant()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(GivePitchFeedback command, StageBooks books, Clock clock) {
        tell(InterviewPolicy.decide(state, command, session(command, books), books.registered(), clock.instant()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EndInterview command, StageBooks books, Clock clock) {
        InterviewPolicy.decide(state, command, session(command, books), clock.instant())
                .ifPresent(ended -> {
                    books.onAir().leave(ended.summit(), ended.interview());
                    apply(ended);
                });
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ErasePitch command, StageBooks books) {
        tell(InterviewPolicy.decide(state, command, session(command, books)));
    }

    private static Programme.Entry session(StageCommand command, StageBooks books) {
        return books.programme().get(command.session());
    }

    private static void tell(Optional<? extends StageEvent> decided) {
        decided.ifPresent(event -> apply(event));
    }

    @EventSourcingHandler
    void on(StageEvent event) {
        id = event.stage().toString();
        state = state.evolve(event);
    }
}
