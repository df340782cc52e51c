package org.sala.pdf;

/**
 * How text looks.
 *
 * @param weight regular or bold
 * @param size of the letters, in points, from 1 to 1000
 * @param colour of the letters
 * @param leading from one baseline to the next, in sizes; Khmer, whose letters stand below each other, needs about 1.5
 */
public record TextStyle(Weight weight, double size, Colour colour, double leading) {

    /** @throws IllegalArgumentException for a size or a leading that nobody can read */
    public TextStyle {
        if (!(size >= 1 && size <= 1000)) {
            throw new IllegalArgumentException("no letters of %s points".formatted(size));
        }
        if (!(leading > 0 && leading <= 10)) {
            throw new IllegalArgumentException("no leading of %s".formatted(leading));
        }
    }

    /** Regular, black, with room for Khmer between the lines. */
    public static TextStyle of(double size) {
        return new TextStyle(Weight.REGULAR, size, Colour.BLACK, 1.5);
    }

    public TextStyle bold() {
        return new TextStyle(Weight.BOLD, size, colour, leading);
    }

    public TextStyle sized(double size) {
        return new TextStyle(weight, size, colour, leading);
    }

    public TextStyle coloured(Colour colour) {
        return new TextStyle(weight, size, colour, leading);
    }

    public TextStyle leaded(double leading) {
        return new TextStyle(weight, size, colour, leading);
    }
}
