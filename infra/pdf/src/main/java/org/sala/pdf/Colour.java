package org.sala.pdf;

/**
 * A colour of the screen.
 *
 * @param rgb red, green and blue, eight bits each: {@code 0xRRGGBB}
 */
public record Colour(int rgb) {

    public static final Colour BLACK = new Colour(0);
    public static final Colour GREY = new Colour(0x666666);
    public static final Colour LIGHT = new Colour(0xE6E6E6);
    public static final Colour WHITE = new Colour(0xFFFFFF);

    /** @throws IllegalArgumentException for more than 24 bits */
    public Colour {
        if (rgb >>> 24 != 0) {
            throw new IllegalArgumentException("no colour of 24 bits: " + Integer.toHexString(rgb));
        }
    }

    double red() {
        return (rgb >> 16 & 0xFF) / 255.0;
    }

    double green() {
        return (rgb >> 8 & 0xFF) / 255.0;
    }

    double blue() {
        return (rgb & 0xFF) / 255.0;
    }
}
