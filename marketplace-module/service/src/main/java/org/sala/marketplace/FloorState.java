package org.sala.marketplace;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.marketplace.api.MarketplaceCommand.PlanNetworkingRounds;
import org.sala.marketplace.api.MarketplaceCommand.RecordMeeting;
import org.sala.marketplace.api.MarketplaceEvent.FloorEvent;
import org.sala.marketplace.api.MarketplaceEvent.NetworkingRoundsPlanned;
import org.sala.marketplace.api.MarketplaceEvent.OrganizationsMet;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.marketplace.api.MarketplaceRejected.Reason;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.RoundsPlanId;

/**
 * What was told of a floor.
 *
 * @param plans the plans of rounds so far
 * @param met who met, each two once
 */
record FloorState(Map<RoundsPlanId, NetworkingRoundsPlanned> plans, Set<Two> met) {

    static final FloorState EMPTY = new FloorState(Map.of(), Set.of());

    FloorState {
        plans = Map.copyOf(plans);
        met = Set.copyOf(met);
    }

    /** Two organisations, whichever is named first. */
    record Two(OrganizationId one, OrganizationId other) {

        static Two of(OrganizationId one, OrganizationId other) {
            return one.value().compareTo(other.value()) < 0 ? new Two(one, other) : new Two(other, one);
        }
    }

    List<FloorEvent> plan(PlanNetworkingRounds command, Books books, Instant now) {
        var before = plans.get(command.plan());
        if (before != null) {
            if (participants(before).equals(command.organizations())
                    && before.rounds().size() == command.rounds()) {
                return List.of();
            }
            throw new MarketplaceRejected(Reason.ID_TAKEN);
        }
        for (var organization : command.organizations()) {
            MarketplacePolicies.onlyEnrolledOrganizations(command.summit(), organization, books.enrolments());
        }
        var gives = Giving.between(
                books.offers().open(command.summit(), now), books.needs().open(command.summit()));
        var rounds = RoundsPlanner.plan(command.organizations(), gives, met, command.rounds());
        return List.of(new NetworkingRoundsPlanned(command.summit(), command.plan(), rounds));
    }

    private static Set<OrganizationId> participants(NetworkingRoundsPlanned plan) {
        var all = new HashSet<OrganizationId>();
        var first = plan.rounds().getFirst();
        for (var pair : first.pairs()) {
            all.add(pair.one());
            all.add(pair.other());
        }
        all.addAll(first.pausing());
        return all;
    }

    List<FloorEvent> meet(RecordMeeting command, Enrolments enrolments) {
        MarketplacePolicies.onlyEnrolledOrganizations(command.summit(), command.one(), enrolments);
        MarketplacePolicies.onlyEnrolledOrganizations(command.summit(), command.other(), enrolments);
        var two = Two.of(command.one(), command.other());
        return met.contains(two)
                ? List.of()
                : List.of(new OrganizationsMet(command.summit(), two.one(), two.other(), command.round()));
    }

    FloorState evolve(FloorEvent event) {
        return switch (event) {
            case NetworkingRoundsPlanned plan -> {
                var all = new HashMap<>(plans);
                all.put(plan.plan(), plan);
                yield new FloorState(all, met);
            }
            case OrganizationsMet meeting -> {
                var all = new HashSet<>(met);
                all.add(Two.of(meeting.one(), meeting.other()));
                yield new FloorState(plans, all);
            }
        };
    }
}
