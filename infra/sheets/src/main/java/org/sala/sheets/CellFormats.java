package org.sala.sheets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import org.sala.sheets.SheetRefused.Reason;

/** What a workbook's styles make of a number: itself, a date, a time. */
final class CellFormats {

    /** Excel stops at 65,490. */
    private static final int MOST = 1 << 17;

    /** What is no letter of a date: quoted and escaped texts, colours and languages in brackets. */
    private static final Pattern BESIDES = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*]");

    private static final Pattern ZEROS = Pattern.compile("0{2,20}");

    /**
     * What a number is shown as.
     *
     * @param digits digits that it has at least, with zeros before it; 0 where it has what it has
     */
    record Shown(Cell.Kind kind, int digits) {

        private static final Shown NUMBER = new Shown(Cell.Kind.NUMBER, 0);

        private static Shown of(int id, @Nullable String code) {
            if (code == null) {
                return NUMBER;
            }
            if (ZEROS.matcher(code).matches()) {
                return new Shown(Cell.Kind.NUMBER, code.length());
            }
            if (!DateUtil.isADateFormat(id, code)) {
                return NUMBER;
            }
            var letters = BESIDES.matcher(code).replaceAll("").toLowerCase(Locale.ROOT);
            var day = letters.contains("d") || letters.contains("y");
            var time = letters.contains("h") || letters.contains("s");
            if (!day && !time) {
                // hours beyond a day in brackets are an amount of time; months alone are dates
                return letters.contains("m") && !code.contains("[h") ? new Shown(Cell.Kind.DATE, 0) : NUMBER;
            }
            return new Shown(day ? time ? Cell.Kind.DATE_TIME : Cell.Kind.DATE : Cell.Kind.TIME, 0);
        }
    }

    private final List<Shown> byStyle;

    private CellFormats(List<Shown> byStyle) {
        this.byStyle = byStyle;
    }

    static CellFormats none() {
        return new CellFormats(List.of());
    }

    static CellFormats read(XmlPart part) throws IOException {
        Map<Integer, Shown> byFormat = new HashMap<>();
        var byStyle = new ArrayList<Shown>();
        var ofCells = false;
        while (part.next()) {
            if (part.begins("numFmt")) {
                var id = number(part.attribute("numFmtId"));
                byFormat.put(id, Shown.of(id, part.attribute("formatCode")));
            } else if (part.begins("cellXfs")) {
                ofCells = true;
            } else if (part.ends("cellXfs")) {
                ofCells = false;
            } else if (ofCells && part.begins("xf")) {
                var id = number(part.attribute("numFmtId"));
                var shown = byFormat.get(id);
                byStyle.add(shown == null ? Shown.of(id, BuiltinFormats.getBuiltinFormat(id)) : shown);
            }
            if (byFormat.size() > MOST || byStyle.size() > MOST) {
                throw new SheetRefused(Reason.DAMAGED);
            }
        }
        return new CellFormats(byStyle);
    }

    /** What a cell of a style shows; a number where there is no such style. */
    Shown of(@Nullable String style) {
        var number = style == null ? 0 : number(style);
        return number >= 0 && number < byStyle.size() ? byStyle.get(number) : Shown.NUMBER;
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new SheetRefused(Reason.DAMAGED);
        }
    }
}
