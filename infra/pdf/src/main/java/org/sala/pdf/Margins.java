package org.sala.pdf;

/** The empty edges of a page, in millimetres. */
public record Margins(double top, double right, double bottom, double left) {

    public static Margins of(double all) {
        return new Margins(all, all, all, all);
    }
}
