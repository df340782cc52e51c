package org.sala.marketplace;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.MarketplaceCommand.AddCategory;
import org.sala.marketplace.api.MarketplaceCommand.RenameCategory;
import org.sala.marketplace.api.MarketplaceEvent.CategoryEvent;

/** A category of the taxonomy. */
class TaxonomyEntry {

    // read by Axon
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String id;

    private TaxonomyEntryState state = new TaxonomyEntryState(null, null);

    /** For Axon, which makes one and then tells it its events. */
    TaxonomyEntry() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AddCategory command, Books books) {
        record(state.add(command), books);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RenameCategory command, Books books) {
        record(state.rename(command), books);
    }

    private static void record(List<CategoryEvent> events, Books books) {
        for (var event : events) {
            books.categories().tell(event);
            apply(event);
        }
    }

    @EventSourcingHandler
    void on(CategoryEvent event) {
        id = event.entry().toString();
        state = state.evolve(event);
    }
}
