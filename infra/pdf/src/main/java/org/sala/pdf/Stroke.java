package org.sala.pdf;

/**
 * How a line looks.
 *
 * @param width in millimetres, more than 0
 * @param dash length of the dashes and of the gaps between them, in millimetres; 0 for a line without gaps
 */
public record Stroke(double width, Colour colour, double dash) {

    public static final Stroke THIN = new Stroke(0.2, Colour.BLACK, 0);

    /** Where to cut. */
    public static final Stroke CUT = new Stroke(0.1, Colour.GREY, 2);

    /** @throws IllegalArgumentException for a width or a dash that can't be drawn */
    public Stroke {
        if (!(width > 0 && dash >= 0)) {
            throw new IllegalArgumentException("no line of %s mm with dashes of %s mm".formatted(width, dash));
        }
    }
}
