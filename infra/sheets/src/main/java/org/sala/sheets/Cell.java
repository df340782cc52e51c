package org.sala.sheets;

/**
 * What is written at a place.
 *
 * @param row as a spreadsheet counts them, from 1
 * @param column from 0 for A
 * @param text as its kind says; normalised by {@link Texts#normalised}; empty where nothing is written
 */
public record Cell(int row, int column, Kind kind, String text) {

    /** What a cell holds. All that a CSV has is text. */
    public enum Kind {
        EMPTY,
        TEXT,
        /** In plain decimal notation, as it was typed: {@code 12345678}, {@code 0.5}; zeros before it if its format has them. */
        NUMBER,
        /** {@code 2022-06-07}. */
        DATE,
        /** {@code 2022-06-07T14:30}, without a zone. */
        DATE_TIME,
        /** {@code 14:30}. */
        TIME,
        /** {@code TRUE} or {@code FALSE}. */
        BOOLEAN,
        /** An error such as {@code #DIV/0!}; empty where a formula was never calculated. */
        ERROR
    }

    static Cell empty(int row, int column) {
        return new Cell(row, column, Kind.EMPTY, "");
    }

    static Cell of(int row, int column, Kind kind, String text) {
        return text.isEmpty() && kind != Kind.ERROR ? empty(row, column) : new Cell(row, column, kind, text);
    }

    public boolean isEmpty() {
        return kind == Kind.EMPTY;
    }

    /** As a spreadsheet names it: {@code B7}. */
    public String reference() {
        return Place.letters(column) + row;
    }

    /** Without what is written. */
    @Override
    public String toString() {
        return reference() + " " + kind;
    }
}
