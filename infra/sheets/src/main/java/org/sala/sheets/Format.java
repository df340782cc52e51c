package org.sala.sheets;

/** What a table is, or becomes. */
public enum Format {
    /** Text whose cells are parted by a comma, a semicolon or a tab. */
    CSV,
    /** Excel's workbook since 2007, with or without macros (which are never run). */
    XLSX
}
