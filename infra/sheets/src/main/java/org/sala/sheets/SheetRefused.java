package org.sala.sheets;

/** A file, or a place in it, can't be read as a table. Says why and where, and never what is written there. */
public final class SheetRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. A reason never changes its meaning. */
    public enum Reason {
        /** There is no row with content. */
        EMPTY,
        /** More bytes than {@link Limits#fileBytes()}. */
        TOO_LARGE,
        /** An XLSX that unpacks to more than {@link Limits#unpackedBytes()} or {@link Limits#ratio()} allows. */
        UNPACKS_TOO_LARGE,
        TOO_MANY_ROWS,
        TOO_MANY_COLUMNS,
        CELL_TOO_LONG,
        /** The quotes of a CSV's cell are never closed, or closed within it. */
        BROKEN_QUOTES,
        /** Excel's format before 2007, {@code .xls}. */
        OLD_EXCEL,
        /** Excel's binary format, {@code .xlsb}. */
        BINARY_EXCEL,
        /** LibreOffice's own format, {@code .ods}. */
        OPEN_DOCUMENT,
        /** Protected by a password. */
        ENCRYPTED,
        PDF,
        IMAGE,
        /** Neither text nor a spreadsheet. */
        NOT_A_TABLE,
        /** Looks like a spreadsheet, and can't be read as one. */
        DAMAGED,
        /** XML with a document type, which no spreadsheet has and attacks do. */
        DOCUMENT_TYPE,
        /** The workbook has no sheet of the name that was asked for, or none at all. */
        NO_SUCH_SHEET,
        /** The row that was to have the headings has no content. */
        NO_HEADINGS
    }

    private final Reason reason;
    private final Place place;

    SheetRefused(Reason reason, Place place) {
        super(place.reference().isEmpty() ? reason.name() : reason.name() + " at " + place.reference());
        this.reason = reason;
        this.place = place;
    }

    SheetRefused(Reason reason) {
        this(reason, Place.FILE);
    }

    public Reason reason() {
        return reason;
    }

    /** Where it is; {@link Place#FILE} where it is the file as a whole. */
    public Place place() {
        return place;
    }
}
