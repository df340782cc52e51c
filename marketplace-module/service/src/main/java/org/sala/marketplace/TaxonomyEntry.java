package org.sala.marketplace;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.BilingualText;
import org.sala.marketplace.api.MarketplaceCommand.AddCategory;
import org.sala.marketplace.api.MarketplaceCommand.RenameCategory;
import org.sala.marketplace.api.MarketplaceEvent.CategoryAdded;
import org.sala.marketplace.api.MarketplaceEvent.CategoryEvent;
import org.sala.marketplace.api.MarketplaceEvent.CategoryRenamed;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.marketplace.api.MarketplaceRejected.Reason;

/** A category of the taxonomy. */
class TaxonomyEntry {

    // read by Axon
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String id;

    private State state = new State(null, null);

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

    /**
     * What was told of it.
     *
     * @param added how it began; absent where there is no such category
     * @param name its name now
     */
    record State(@Nullable CategoryAdded added, @Nullable BilingualText name) {

        List<CategoryEvent> add(AddCategory command) {
            var event = new CategoryAdded(command.category(), command.kind(), command.name());
            if (added == null) {
                return List.of(event);
            }
            if (added.equals(event)) {
                return List.of();
            }
            throw new MarketplaceRejected(Reason.ID_TAKEN);
        }

        List<CategoryEvent> rename(RenameCategory command) {
            if (added == null) {
                throw new MarketplaceRejected(Reason.CATEGORY_UNKNOWN);
            }
            return command.name().equals(name)
                    ? List.of()
                    : List.of(new CategoryRenamed(command.category(), command.name()));
        }

        State evolve(CategoryEvent event) {
            return switch (event) {
                case CategoryAdded first -> new State(first, first.name());
                case CategoryRenamed renamed -> new State(added, renamed.name());
            };
        }
    }

    @EventSourcingHandler
    void on(CategoryEvent event) {
        id = event.entry().toString();
        state = state.evolve(event);
    }
}
