package org.sala.pdf;

/** Millimetres are what this module is asked in, points what PDF counts in. */
final class Units {

    private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

    private Units() {}

    static double points(double millimetres) {
        return millimetres * POINTS_PER_MILLIMETRE;
    }

    static double millimetres(double points) {
        return points / POINTS_PER_MILLIMETRE;
    }
}
