package org.sala.marketplace;

import java.util.List;
import java.util.Optional;
import org.sala.marketplace.api.JointActionId;
import org.sala.marketplace.api.MarketplaceEvent.FloorEvent;
import org.sala.marketplace.api.MarketplaceEvent.JointActionEvent;
import org.sala.marketplace.api.MarketplaceQueries.JointAction;
import org.sala.marketplace.api.MarketplaceQueries.RoundsPlan;
import org.sala.marketplace.api.SummitId;

/** Who is to meet whom, who met, and what they pledged. Written in the transaction of the command. */
interface FloorBook {

    void tell(FloorEvent event);

    void tell(JointActionEvent event);

    /** Whether there is such a joint action. */
    boolean knows(JointActionId action);

    /** The latest plan, with all meetings. */
    Optional<RoundsPlan> rounds(SummitId summit);

    List<JointAction> jointActions(SummitId summit);
}
