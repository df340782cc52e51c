package org.sala.marketplace;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.MarketplaceCommand.EraseJointActionWords;
import org.sala.marketplace.api.MarketplaceCommand.PledgeJointAction;
import org.sala.marketplace.api.MarketplaceCommand.ReportJointAction;
import org.sala.marketplace.api.MarketplaceEvent.JointActionEvent;

/** Something that organisations pledged to do together. */
class SharedAction {

    // read by Axon
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String id;

    private SharedActionState state = new SharedActionState(null, null, null, false);

    /** For Axon, which makes one and then tells it its events. */
    SharedAction() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PledgeJointAction command, Books books) {
        record(state.pledge(command, books.enrolments()), books);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReportJointAction command, Books books, Clock clock) {
        record(state.report(command, clock.instant()), books);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EraseJointActionWords command, Books books) {
        record(state.eraseWords(), books);
    }

    private static void record(List<JointActionEvent> events, Books books) {
        for (var event : events) {
            books.floor().tell(event);
            apply(event);
        }
    }

    @EventSourcingHandler
    void on(JointActionEvent event) {
        id = event.action().toString();
        state = state.evolve(event);
    }
}
