package org.sala.marketplace;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.sala.marketplace.api.Category;
import org.sala.marketplace.api.MarketplaceEvent.NeedVoiced;
import org.sala.marketplace.api.NeedId;
import org.sala.marketplace.api.OfferKind;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;
import org.sala.marketplace.api.Urgency;

/** What is needed at all stalls. Written in the transaction of the command that the events come from. */
interface NeedBook {

    /**
     * Enters a need, unless it is there already.
     *
     * @return false where another stall has a need of that id; the book is as it was then
     */
    boolean enter(NeedVoiced need);

    /** The need was met, or withdrawn. */
    void close(NeedId need);

    /** How many needs of an organisation are open. */
    int openNeeds(SummitId summit, OrganizationId organization);

    /** The entries of those needs that are in the book, open or not. */
    Map<NeedId, Entry> find(Collection<NeedId> needs);

    /** The open needs of a summit, the most urgent first. */
    List<Entry> open(SummitId summit);

    /** A need as the book has it. */
    record Entry(
            NeedId need,
            SummitId summit,
            OrganizationId organization,
            OfferKind kind,
            Category category,
            Urgency urgency,
            boolean open) {}
}
