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
        return of(legs.size(), legs.getLast().receiver().equals(legs.getFirst().giver()));
    }

    /**
     * The shape of so many legs.
     *
     * @param comesBack whether the last receiver is the first giver
     */
    public static TradeShape of(int legs, boolean comesBack) {
        if (legs == 1) {
            return GIFT;
        }
        if (!comesBack) {
            return CHAIN;
        }
        return legs == 2 ? SWAP : RING;
    }
}
