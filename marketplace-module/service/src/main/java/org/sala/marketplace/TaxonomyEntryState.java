package org.sala.marketplace;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.BilingualText;
import org.sala.marketplace.api.MarketplaceCommand.AddCategory;
import org.sala.marketplace.api.MarketplaceCommand.RenameCategory;
import org.sala.marketplace.api.MarketplaceEvent.CategoryAdded;
import org.sala.marketplace.api.MarketplaceEvent.CategoryEvent;
import org.sala.marketplace.api.MarketplaceEvent.CategoryRenamed;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.marketplace.api.MarketplaceRejected.Reason;

/**
 * What was told of a category of the taxonomy.
 *
 * @param added how it began; absent where there is no such category
 * @param name its name now
 */
record TaxonomyEntryState(
        @Nullable CategoryAdded added, @Nullable BilingualText name) {

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

    TaxonomyEntryState evolve(CategoryEvent event) {
        return switch (event) {
            case CategoryAdded first -> new TaxonomyEntryState(first, first.name());
            case CategoryRenamed renamed -> new TaxonomyEntryState(added, renamed.name());
        };
    }
}
