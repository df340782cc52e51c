package org.sala.marketplace;

import java.util.List;
import org.sala.marketplace.api.Category;
import org.sala.marketplace.api.MarketplaceEvent.CategoryEvent;
import org.sala.marketplace.api.MarketplaceQueries.CategoryEntry;
import org.sala.marketplace.api.OfferKind;

/** The taxonomy as it is. Written in the transaction of the command. */
interface Categories {

    void tell(CategoryEvent event);

    boolean has(Category category, OfferKind kind);

    /** Goods first, by code. */
    List<CategoryEntry> all();
}
