package org.sala.marketplace.matching;

/** Needs, organisations and small organisations that are served as one number, which sorts in that order. */
final class Worth {
    // room for Market.MOST of each, and for as many needs that are due, in a long
    private static final int BITS = 14;
    private static final int MASK = (1 << BITS) - 1;
    static final long NEED = 1L << (2 * BITS);
    private static final long ORGANIZATION = 1L << BITS;

    /** What a need is worth besides that has to be served: more than everything else together. */
    static final long DUE = 1L << (3 * BITS + 2);

    private Worth() {}

    /** Of the first need of an organisation, beside the need itself. */
    static long ofOrganization(boolean small) {
        return ORGANIZATION + (small ? 1 : 0);
    }

    static Counts counts(long worth) {
        return new Counts((int) (worth >> (2 * BITS)), (int) (worth >> BITS) & MASK, (int) worth & MASK);
    }
}
