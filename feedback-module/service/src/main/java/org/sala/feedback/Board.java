package org.sala.feedback;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.sala.feedback.BoardState.Unopened;
import org.sala.feedback.api.FeedbackCommand.CloseBoard;
import org.sala.feedback.api.FeedbackCommand.OpenBoard;
import org.sala.feedback.api.FeedbackEvent.BoardEvent;

/**
 * One board. Its notes are aggregates of their own: no rule spans them, so thousands can be posted at once and none
 * waits for another. A note learns whether its board takes notes from {@link Boards}.
 */
@AggregateRoot(type = "board")
final class Board {

    // read by Axon
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String id;

    private BoardState state = new Unopened();

    /** For Axon, which makes a board and then tells it its events. */
    Board() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenBoard command, Known known, Boards boards, Clock clock) {
        FeedbackPolicy.decide(state, command, known, clock.instant()).ifPresent(opened -> {
            boards.open(opened);
            apply(opened);
        });
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CloseBoard command, Boards boards, Clock clock) {
        FeedbackPolicy.decide(state, command, clock.instant()).ifPresent(closed -> {
            boards.close(closed.board());
            apply(closed);
        });
    }

    @EventSourcingHandler
    void on(BoardEvent event) {
        id = event.board().toString();
        state = state.evolve(event);
    }
}
