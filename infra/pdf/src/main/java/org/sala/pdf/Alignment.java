package org.sala.pdf;

/** Where lines stand that are shorter than they may be. */
public enum Alignment {
    LEFT(0),
    CENTRE(0.5),
    RIGHT(1);

    /** The part of the free width that goes before the line. */
    final double before;

    Alignment(double before) {
        this.before = before;
    }
}
