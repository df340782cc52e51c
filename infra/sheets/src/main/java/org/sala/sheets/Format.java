package org.sala.sheets;

/** What a table is, or becomes. */
public enum Format {
    /** Text whose cells are parted by a comma, a semicolon or a tab. */
    CSV("csv", "text/csv;charset=UTF-8"),
    /** Excel's workbook since 2007, with or without macros (which are never run). */
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String extension;
    private final String mediaType;

    Format(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** What a file's name ends with after its dot. */
    public String extension() {
        return extension;
    }

    /** What a browser is told. */
    public String mediaType() {
        return mediaType;
    }
}
