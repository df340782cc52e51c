package org.sala.marketplace.api;

import java.util.List;

/** Which way promises go in a trade. */
public enum TradeShape {
    /** One leg: nothing comes back. */
    GIFT,
    /** Two legs: each gives to the other. */
    SWAP,
    /** Three legs or more: each receiver is the next giver, and the last gives to the first. */
    RING,
    /** Two legs or more: each receiver is the next giver, the first asks nothing back, and the last gives nothing. */
    CHAIN;

    /** The shape of legs that are in their order. */
    public static TradeShape of(List<Leg> legs) {
        if (legs.size() == 1) {
            return GIFT;
        }
        if (!legs.getLast().receiver().equals(legs.getFirst().giver())) {
            return CHAIN;
        }
        return legs.size() == 2 ? SWAP : RING;
    }
}
