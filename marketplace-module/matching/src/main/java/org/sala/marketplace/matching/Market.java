package org.sala.marketplace.matching;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything open at one moment. The order of the lists means nothing: the same entries in another order are the same
 * market, with the same solution. {@link MarketRefused} where an id is there twice, an organisation is unknown, or there
 * are more than {@value #MOST} organisations, offers or needs.
 */
public record Market(List<Organization> organizations, List<Offer> offers, List<Need> needs) {
    /** As many organisations, offers and needs, each, as a market may have. */
    public static final int MOST = 3_000;

    /** Who gives and receives; {@code small} as registration's size classes have it. */
    public record Organization(OrganizationId id, boolean small) {}

    /**
     * What an organisation gives: {@code units} legs of it at the most, 1 to {@value #MOST_UNITS}. A {@code gift} may start
     * a chain: its giver asks nothing back.
     */
    public record Offer(OfferId id, OrganizationId organization, Category category, int units, boolean gift) {
        public static final int MOST_UNITS = 10_000;

        public Offer {
            if (units < 1 || units > MOST_UNITS) {
                throw new MarketRefused("offer %s has %d units; 1 to %d are allowed".formatted(id, units, MOST_UNITS));
            }
        }
    }

    /** What an organisation lacks: served by one leg, or not at all. */
    public record Need(NeedId id, OrganizationId organization, Category category) {}

    public Market {
        organizations = List.copyOf(organizations);
        offers = List.copyOf(offers);
        needs = List.copyOf(needs);
        limit("organizations", organizations.size());
        limit("offers", offers.size());
        limit("needs", needs.size());
        Set<OrganizationId> known = new HashSet<>();
        for (Organization organization : organizations) {
            once(known.add(organization.id()), "organization", organization.id());
        }
        Set<OfferId> offered = new HashSet<>();
        for (Offer offer : offers) {
            once(offered.add(offer.id()), "offer", offer.id());
            known(known, "offer", offer.id(), offer.organization());
        }
        Set<NeedId> needed = new HashSet<>();
        for (Need need : needs) {
            once(needed.add(need.id()), "need", need.id());
            known(known, "need", need.id(), need.organization());
        }
    }

    private static void limit(String what, int size) {
        if (size > MOST) {
            throw new MarketRefused("%d %s; %d are allowed".formatted(size, what, MOST));
        }
    }

    private static void once(boolean isNew, String what, Object id) {
        if (!isNew) {
            throw new MarketRefused("%s %s is there twice".formatted(what, id));
        }
    }

    private static void known(Set<OrganizationId> known, String what, Object id, OrganizationId organization) {
        if (!known.contains(organization)) {
            throw new MarketRefused(
                    "%s %s is of organization %s, which is not there".formatted(what, id, organization));
        }
    }
}
