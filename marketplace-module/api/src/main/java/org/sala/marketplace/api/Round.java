package org.sala.marketplace.api;

import java.util.List;

/**
 * Who meets whom in a networking round.
 *
 * @param number from 1
 * @param pairs each organisation at most once
 * @param pausing who meets nobody in this round
 */
public record Round(int number, List<Pair> pairs, List<OrganizationId> pausing) {

    public Round {
        pairs = List.copyOf(pairs);
        pausing = List.copyOf(pausing);
    }

    /**
     * Two organisations that meet.
     *
     * @param gives whether one offers what another needs, when the plan was made: the first to the second
     * @param takes the same the other way round
     */
    public record Pair(OrganizationId one, OrganizationId other, boolean gives, boolean takes) {}
}
