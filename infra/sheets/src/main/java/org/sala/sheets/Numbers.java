package org.sala.sheets;

import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.poi.ss.usermodel.DateUtil;

/** A workbook's numbers as people typed them. */
final class Numbers {

    private static final double EXACT = 1L << 53;

    /** Excel keeps 15 digits of what is typed. */
    static final MathContext TYPED = new MathContext(15);

    /** The day after 9999-12-31. */
    private static final double AFTER_THE_LAST_DAY = 2_958_466;

    private Numbers() {}

    /** The cell of a number in a workbook, whose days count from 1904 or 1900. */
    static Cell cell(int row, int column, double number, CellFormats.Shown shown, boolean from1904) {
        return switch (shown.kind()) {
            case DATE, DATE_TIME, TIME -> date(row, column, number, shown.kind(), from1904);
            case EMPTY, TEXT, NUMBER, BOOLEAN, ERROR ->
                new Cell(row, column, Cell.Kind.NUMBER, padded(plain(number), shown.digits()));
        };
    }

    private static Cell date(int row, int column, double number, Cell.Kind kind, boolean from1904) {
        if (number < 0 || number >= AFTER_THE_LAST_DAY) {
            return new Cell(row, column, Cell.Kind.NUMBER, plain(number));
        }
        var moment = DateUtil.getLocalDateTime(number, from1904, true);
        if (kind == Cell.Kind.TIME || (number < 1 && !from1904)) {
            return new Cell(row, column, Cell.Kind.TIME, moment.toLocalTime().toString());
        }
        return kind == Cell.Kind.DATE
                ? new Cell(row, column, kind, moment.toLocalDate().toString())
                : new Cell(row, column, kind, moment.toString());
    }

    /** Never {@code 1.2345678E7}, except for what nobody would write out. */
    static String plain(double number) {
        if (number == Math.rint(number) && Math.abs(number) < EXACT) {
            return Long.toString((long) number);
        }
        var typed = BigDecimal.valueOf(number).round(TYPED).stripTrailingZeros();
        return typed.precision() - typed.scale() > 21 || typed.scale() > 20 ? typed.toString() : typed.toPlainString();
    }

    private static String padded(String digits, int length) {
        return digits.length() < length && digits.chars().allMatch(Character::isDigit)
                ? "0".repeat(length - digits.length()) + digits
                : digits;
    }
}
