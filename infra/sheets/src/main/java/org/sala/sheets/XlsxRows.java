package org.sala.sheets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sala.sheets.SheetRefused.Reason;

/** The rows of a workbook's sheet, in its order. */
final class XlsxRows implements RowSource {

    private static final int LAST_ROW = 1 << 20;
    private static final int LAST_COLUMN = (1 << 14) - 1;

    /** No number, truth or error is longer. */
    private static final int MOST_OF_A_VALUE = 100;

    private final String sheet;
    private final XmlPart xml;
    private final CountedStream bytes;
    private final long total;
    private final CellFormats formats;
    private final @Nullable SharedTexts texts;
    private final boolean from1904;
    private final Limits limits;

    private int row;
    private int column;
    private boolean ended;

    XlsxRows(
            String sheet,
            XmlPart xml,
            CountedStream bytes,
            long total,
            CellFormats formats,
            @Nullable SharedTexts texts,
            boolean from1904,
            Limits limits) {
        this.sheet = sheet;
        this.xml = xml;
        this.bytes = bytes;
        this.total = total;
        this.formats = formats;
        this.texts = texts;
        this.from1904 = from1904;
        this.limits = limits;
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            while (!ended && xml.next()) {
                if (xml.begins("row")) {
                    row = rowNumber();
                    var cells = cells();
                    if (!cells.isEmpty()) {
                        return new Row(row, cells);
                    }
                } else if (xml.ends("sheetData")) {
                    ended = true;
                }
            }
            return null;
        } catch (SheetRefused refused) {
            throw refused.place().row() == 0 && refused.reason() == Reason.DAMAGED
                    ? new SheetRefused(Reason.DAMAGED, Place.row(sheet, row))
                    : refused;
        }
    }

    @Override
    public Progress progress() {
        return new Progress(bytes.bytes(), total);
    }

    @Override
    public void close() throws IOException {
        if (texts != null) {
            texts.close();
        }
        xml.close();
    }

    private int rowNumber() {
        var told = xml.attribute("r");
        var number = told == null ? row + 1 : integer(told);
        if (number <= row || number > LAST_ROW) {
            throw new SheetRefused(Reason.DAMAGED, Place.row(sheet, row));
        }
        return number;
    }

    private List<Cell> cells() throws IOException {
        var cells = new ArrayList<Cell>();
        column = -1;
        while (xml.next() && !xml.ends("row")) {
            if (xml.begins("c")) {
                column = columnNumber();
                var cell = cell();
                if (!cell.isEmpty()) {
                    if (column >= limits.columns()) {
                        throw new SheetRefused(Reason.TOO_MANY_COLUMNS, here());
                    }
                    while (cells.size() < column) {
                        cells.add(Cell.empty(row, cells.size()));
                    }
                    cells.add(cell);
                }
            }
        }
        return cells;
    }

    private int columnNumber() {
        var told = xml.attribute("r");
        var number = told == null ? column + 2 : 0;
        for (var i = 0;
                told != null && i < told.length() && Character.isLetter(told.charAt(i)) && number <= LAST_COLUMN;
                i++) {
            number = number * 26 + Character.toUpperCase(told.charAt(i)) - 'A' + 1;
        }
        if (number - 1 <= column || number - 1 > LAST_COLUMN) {
            throw new SheetRefused(Reason.DAMAGED, Place.row(sheet, row));
        }
        return number - 1;
    }

    private Cell cell() throws IOException {
        var type = xml.attribute("t");
        var shown = formats.of(xml.attribute("s"));
        var value = new StringBuilder();
        var calculated = false;
        while (xml.next() && !xml.ends("c")) {
            if (xml.begins("v")) {
                xml.text(value, limits.cellCharacters() + 1);
            } else if (xml.begins("is")) {
                value.append(RichText.read(xml, "is", limits.cellCharacters() + 1));
            } else if (xml.begins("f")) {
                calculated = true;
            }
        }
        if (value.isEmpty()) {
            return calculated && !"str".equals(type)
                    ? Cell.of(row, column, Cell.Kind.ERROR, "")
                    : Cell.empty(row, column);
        }
        return switch (type == null ? "n" : type) {
            case "s" -> text(shared(value.toString()));
            case "str", "inlineStr" -> text(value.toString());
            case "b" -> Cell.of(row, column, Cell.Kind.BOOLEAN, Workbook.isTrue(value.toString()) ? "TRUE" : "FALSE");
            case "e" -> Cell.of(row, column, Cell.Kind.ERROR, value(value));
            case "d" -> isoDate(value(value));
            case "n" -> Numbers.cell(row, column, number(value(value)), shown, from1904);
            default -> throw new SheetRefused(Reason.DAMAGED, here());
        };
    }

    private Cell text(String text) {
        if (text.length() > limits.cellCharacters()) {
            throw new SheetRefused(Reason.CELL_TOO_LONG, here());
        }
        return Cell.of(row, column, Cell.Kind.TEXT, Texts.normalised(RichText.unescaped(text)));
    }

    private String shared(String number) {
        if (texts == null) {
            throw new SheetRefused(Reason.DAMAGED, here());
        }
        return texts.get(integer(number));
    }

    /** As strict workbooks write it: a date, a time of a day, or both. */
    private Cell isoDate(String value) {
        var text = value.toUpperCase(Locale.ROOT).replaceFirst("(\\.\\d+)?Z?$", "");
        if (!text.contains("T")) {
            return Cell.of(row, column, text.contains(":") ? Cell.Kind.TIME : Cell.Kind.DATE, text);
        }
        return text.endsWith("T00:00:00")
                ? Cell.of(row, column, Cell.Kind.DATE, text.substring(0, text.indexOf('T')))
                : Cell.of(row, column, Cell.Kind.DATE_TIME, text);
    }

    private String value(StringBuilder value) {
        if (value.length() > MOST_OF_A_VALUE) {
            throw new SheetRefused(Reason.DAMAGED, here());
        }
        return value.toString().strip();
    }

    private double number(String text) {
        try {
            var number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below, without what it says, which quotes the text
        }
        throw new SheetRefused(Reason.DAMAGED, here());
    }

    private int integer(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new SheetRefused(Reason.DAMAGED, Place.row(sheet, row));
        }
    }

    private Place here() {
        return new Place(sheet, row, column);
    }
}
