package org.sala.pdf;

/**
 * A column of a {@link Table}.
 *
 * @param heading repeated on every page; may be empty
 * @param share of the table's width, more than 0, against the shares of the other columns
 */
public record Column(String heading, double share, Alignment alignment) {

    /** @throws IllegalArgumentException for no width */
    public Column {
        if (!(share > 0)) {
            throw new IllegalArgumentException("no column with a share of " + share);
        }
    }

    public static Column of(String heading, double share) {
        return new Column(heading, share, Alignment.LEFT);
    }
}
