package org.sala.marketplace.matching;

/** An exchange in the numbers of a {@link Board}, from its first leg. Nobody writes into it. */
final class Draft {
    private final boolean ring;
    private final int[] offers;
    private final int[] needs;

    Draft(boolean ring, int[] offers, int[] needs) {
        this.ring = ring;
        this.offers = offers;
        this.needs = needs;
    }

    boolean ring() {
        return ring;
    }

    int[] offers() {
        return offers;
    }

    int[] needs() {
        return needs;
    }

    int legs() {
        return offers.length;
    }
}
