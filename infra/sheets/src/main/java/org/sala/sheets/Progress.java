package org.sala.sheets;

/**
 * How far a table is read.
 *
 * @param read bytes that were read of it
 * @param total bytes that there are
 */
public record Progress(long read, long total) {

    /** From 0 to 1. */
    public double share() {
        return total <= 0 ? 1 : Math.min(1, (double) read / total);
    }
}
