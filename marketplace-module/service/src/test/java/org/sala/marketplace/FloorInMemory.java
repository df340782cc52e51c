package org.sala.marketplace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sala.marketplace.api.JointActionId;
import org.sala.marketplace.api.MarketplaceEvent.FloorEvent;
import org.sala.marketplace.api.MarketplaceEvent.JointActionEvent;
import org.sala.marketplace.api.MarketplaceEvent.JointActionPledged;
import org.sala.marketplace.api.MarketplaceEvent.NetworkingRoundsPlanned;
import org.sala.marketplace.api.MarketplaceQueries.JointAction;
import org.sala.marketplace.api.MarketplaceQueries.RoundsPlan;
import org.sala.marketplace.api.SummitId;

/** What is done on the floor, without a database. */
final class FloorInMemory implements FloorBook {

    private final List<Object> told = new ArrayList<>();

    @Override
    public void tell(FloorEvent event) {
        told.add(event);
    }

    @Override
    public void tell(JointActionEvent event) {
        told.add(event);
    }

    @Override
    public boolean knows(JointActionId action) {
        return told.stream()
                .anyMatch(event -> event instanceof JointActionPledged pledged
                        && pledged.action().equals(action));
    }

    @Override
    public Optional<RoundsPlan> rounds(SummitId summit) {
        return told.reversed().stream()
                .filter(NetworkingRoundsPlanned.class::isInstance)
                .map(NetworkingRoundsPlanned.class::cast)
                .filter(planned -> planned.summit().equals(summit))
                .map(planned -> new RoundsPlan(planned.plan(), planned.rounds(), List.of()))
                .findFirst();
    }

    @Override
    public List<JointAction> jointActions(SummitId summit) {
        return told.stream()
                .filter(JointActionPledged.class::isInstance)
                .map(JointActionPledged.class::cast)
                .map(pledged -> new JointAction(
                        pledged.action(), pledged.organizations(), pledged.title(), pledged.dueBy(), null, null))
                .toList();
    }
}
