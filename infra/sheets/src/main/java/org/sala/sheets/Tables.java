package org.sala.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.sala.sheets.SheetRefused.Reason;

/**
 * Opens tables of people's spreadsheets: CSV and XLSX, told apart by what is in them. Whatever a file's size, a few
 * megabytes of it are held. Every method throws {@link SheetRefused} where the file is no table or beyond the limits.
 */
public final class Tables {

    private Tables() {}

    /** The first sheet that is shown and has content, with headings where they are found. */
    public static Table open(Path file, Limits limits) throws IOException {
        return open(file, limits, Choice.FIRST);
    }

    /** The table that was chosen. The file must stay as it is until the table is closed. */
    public static Table open(Path file, Limits limits, Choice choice) throws IOException {
        return open(file, limits, choice, () -> {});
    }

    /**
     * The table that was chosen, from what comes in: kept in a temporary file that only its owner may read, no further
     * than the limit, until the table is closed. The stream stays open.
     */
    public static Table open(InputStream in, Limits limits, Choice choice) throws IOException {
        var spool = Spool.of(in, limits.fileBytes());
        try {
            return open(spool.file(), limits, choice, spool);
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    /** The sheets of a workbook, in their order; none where it is a CSV. */
    public static List<Sheet> sheets(Path file, Limits limits) throws IOException {
        return switch (Sniffer.sniff(file, limits)) {
            case CSV -> List.of();
            case XLSX -> {
                try (var workbook = Workbook.open(file, limits)) {
                    yield workbook.sheets();
                }
            }
        };
    }

    private static Table open(Path file, Limits limits, Choice choice, AutoCloseable alsoClosed) throws IOException {
        return switch (Sniffer.sniff(file, limits)) {
            case CSV -> {
                var rows = CsvRows.open(file, limits);
                try {
                    yield new Table(
                            Format.CSV, List.of(), new Choice(null, choice.headingRow()), limits, rows, alsoClosed);
                } catch (IOException | RuntimeException e) {
                    rows.close();
                    throw e;
                }
            }
            case XLSX -> {
                var workbook = Workbook.open(file, limits);
                try {
                    yield choice.sheet() == null
                            ? firstWithContent(workbook, limits, choice.headingRow(), alsoClosed)
                            : sheet(workbook, limits, choice, alsoClosed);
                } catch (IOException | RuntimeException e) {
                    workbook.close();
                    throw e;
                }
            }
        };
    }

    private static Table firstWithContent(Workbook workbook, Limits limits, int headingRow, AutoCloseable alsoClosed)
            throws IOException {
        var refusal = new SheetRefused(Reason.NO_SUCH_SHEET);
        for (var sheet : workbook.sheets()) {
            if (!sheet.hidden()) {
                try {
                    return sheet(workbook, limits, new Choice(sheet.name(), headingRow), alsoClosed);
                } catch (SheetRefused refused) {
                    if (refused.reason() != Reason.EMPTY) {
                        throw refused;
                    }
                    refusal = refused;
                }
            }
        }
        throw refusal;
    }

    private static Table sheet(Workbook workbook, Limits limits, Choice choice, AutoCloseable alsoClosed)
            throws IOException {
        var rows = workbook.rows(choice.sheet());
        try {
            return new Table(Format.XLSX, workbook.sheets(), choice, limits, rows, () -> {
                try (alsoClosed) {
                    workbook.close();
                }
            });
        } catch (IOException | RuntimeException e) {
            rows.close();
            throw e;
        }
    }
}
