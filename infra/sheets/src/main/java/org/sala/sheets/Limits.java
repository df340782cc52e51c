package org.sala.sheets;

/**
 * How large a table may be. What is larger is refused while it is read, before it is held.
 *
 * @param fileBytes bytes of the file as it came
 * @param unpackedBytes bytes of everything that is unpacked from an XLSX
 * @param ratio how many times its packed size a part of an XLSX may unpack to; the first megabyte is free
 * @param rows rows with content, the headings not counted
 * @param columns columns with content
 * @param cellCharacters UTF-16 characters of one cell
 */
public record Limits(long fileBytes, long unpackedBytes, int ratio, int rows, int columns, int cellCharacters) {

    /** More than any summit needs, and less than a small server minds. A cell is as long as Excel lets it be. */
    public static final Limits DEFAULT = new Limits(32L << 20, 512L << 20, 100, 100_000, 500, 32_767);

    public Limits {
        if (fileBytes < 1 || unpackedBytes < 1 || ratio < 1 || rows < 1 || columns < 1 || cellCharacters < 1) {
            throw new IllegalArgumentException("a limit is at least 1");
        }
    }

    public Limits withFileBytes(long bytes) {
        return new Limits(bytes, unpackedBytes, ratio, rows, columns, cellCharacters);
    }

    public Limits withUnpackedBytes(long bytes) {
        return new Limits(fileBytes, bytes, ratio, rows, columns, cellCharacters);
    }

    public Limits withRatio(int times) {
        return new Limits(fileBytes, unpackedBytes, times, rows, columns, cellCharacters);
    }

    public Limits withRows(int most) {
        return new Limits(fileBytes, unpackedBytes, ratio, most, columns, cellCharacters);
    }

    public Limits withColumns(int most) {
        return new Limits(fileBytes, unpackedBytes, ratio, rows, most, cellCharacters);
    }

    public Limits withCellCharacters(int most) {
        return new Limits(fileBytes, unpackedBytes, ratio, rows, columns, most);
    }
}
