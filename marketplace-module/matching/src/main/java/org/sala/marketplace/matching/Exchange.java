package org.sala.marketplace.matching;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What is agreed as a whole: legs in the order in which they are given, each receiver being the giver of the next. A ring
 * is listed from the leg that serves the need drawn first of it, and its last leg leads back to its first giver; a chain
 * is listed from its gift.
 */
public record Exchange(Kind kind, List<Leg> legs) {
    /** Whether the last receiver gives to the first giver. */
    public enum Kind {
        @JsonProperty("ring")
        RING,
        @JsonProperty("chain")
        CHAIN
    }

    /** One unit of an offer, which serves a need. */
    public record Leg(OfferId offer, NeedId need) {}

    /** A swap has two legs, the longest ring four. */
    public static final int SHORTEST_RING = 2;

    public static final int LONGEST_RING = 4;

    /** A chain of one is a gift. */
    public static final int LONGEST_CHAIN = 5;

    public Exchange {
        legs = List.copyOf(legs);
    }
}
