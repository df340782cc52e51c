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
import org.sala.feedback.NoteState.Unposted;
import org.sala.feedback.api.FeedbackCommand.EraseNote;
import org.sala.feedback.api.FeedbackCommand.PostNote;
import org.sala.feedback.api.FeedbackEvent.NoteEvent;

/** One note, signed or anonymous. */
@AggregateRoot(type = "note")
final class PostedNote {

    // read by Axon
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String id;

    private NoteState state = new Unposted();

    /** For Axon, which makes a note and then tells it its events. */
    PostedNote() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PostNote command, Boards boards, Known known, Clock clock) {
        FeedbackPolicy.decide(state, command, boards, known, clock.instant()).ifPresent(posted -> {
            boards.hang(posted);
            apply(posted);
        });
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EraseNote command, Clock clock) {
        FeedbackPolicy.decide(state, command, clock.instant()).ifPresent(erased -> apply(erased));
    }

    @EventSourcingHandler
    void on(NoteEvent event) {
        id = event.note().toString();
        state = state.evolve(event);
    }
}
