package org.sala.marketplace.api;

import java.util.List;

/** Which way promises go in a trade. */
public enum TradeShape {
    /** One leg: nothing comes back. */
    GIFT,
    /** Two legs: each gives to the other. */
    SWAP,
    /** Three legs or more: each receiver is the next giver, and the last gives to the first. */
    RING;

    /** The shape of a trade that was proposed. */
    public static TradeShape of(List<Leg> legs) {
        return switch (legs.size()) {
            case 1 -> GIFT;
            case 2 -> SWAP;
            default -> RING;
        };
    }
}
