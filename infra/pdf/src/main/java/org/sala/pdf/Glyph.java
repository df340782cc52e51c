package org.sala.pdf;

/**
 * One glyph of a run, where it stands.
 *
 * @param id its number in the font's file
 * @param letters what of the run's text it stands for, in logical order; a zero-width space where its neighbours
 *     say it all
 * @param start index in the run's text of the first letter that it comes from
 * @param x from the run's origin, in thousandths of the size
 * @param y above the baseline, in thousandths of the size
 */
record Glyph(int id, String letters, int start, int x, int y) {

    @Override
    public String toString() {
        return "Glyph[%d at %d, %d]".formatted(id, x, y);
    }
}
