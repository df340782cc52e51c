package org.sala.sheets;

import java.text.Normalizer;

/** Texts as programs compare them. */
public final class Texts {

    private Texts() {}

    /**
     * In Unicode's normal form C, without what can't be seen at its ends: spaces of every kind, no-break ones too, byte
     * order marks, zero-width joiners and spaces. Within a text they stay: Khmer breaks its lines at zero-width spaces. Lines end
     * as in a workbook, without Windows' carriage returns.
     */
    public static String normalised(String text) {
        var from = 0;
        var to = text.length();
        while (from < to && isUnseen(text.charAt(from))) {
            from++;
        }
        while (to > from && isUnseen(text.charAt(to - 1))) {
            to--;
        }
        var seen = text.substring(from, to).replace("\r\n", "\n");
        return Normalizer.isNormalized(seen, Normalizer.Form.NFC)
                ? seen
                : Normalizer.normalize(seen, Normalizer.Form.NFC);
    }

    /** Khmer digits as those that programs count with: {@code ០១២} is {@code 012}. */
    public static String withLatinDigits(String text) {
        var changed = new StringBuilder(text);
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= '\u17e0' && c <= '\u17e9') {
                changed.setCharAt(i, (char) ('0' + c - '\u17e0'));
            }
        }
        return changed.toString();
    }

    private static boolean isUnseen(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c <= ' '
                || (c >= '\u200b' && c <= '\u200f')
                || c == '\u2060'
                || c == '\ufeff';
    }
}
