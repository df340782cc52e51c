package org.sala.sheets;

/**
 * A sheet of a workbook.
 *
 * @param hidden whether spreadsheets don't show it
 */
public record Sheet(String name, boolean hidden) {}
