package org.sala.pdf;

/**
 * The size of a page.
 *
 * @param width in millimetres, more than 0
 * @param height in millimetres, more than 0
 */
public record Paper(double width, double height) {

    public static final Paper A4 = new Paper(210, 297);
    public static final Paper A5 = new Paper(148, 210);
    public static final Paper A6 = new Paper(105, 148);

    /** @throws IllegalArgumentException for a size that no sheet has */
    public Paper {
        if (!(width > 0 && height > 0)) {
            throw new IllegalArgumentException("no paper of %s by %s mm".formatted(width, height));
        }
    }

    /** The same sheet, turned so that it is wider than high. */
    public Paper landscape() {
        return width >= height ? this : new Paper(height, width);
    }
}
