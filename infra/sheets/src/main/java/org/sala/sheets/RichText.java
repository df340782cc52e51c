package org.sala.sheets;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of a workbook, which may be made of runs of several looks. */
final class RichText {

    /** How XLSX writes characters that XML can't have. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private RichText() {}

    /** The text up to the element's end, without how it is pronounced; no more than {@code most} characters. */
    static String read(XmlPart part, String element, int most) throws IOException {
        var text = new StringBuilder();
        var pronounced = false;
        while (part.next() && !part.ends(element)) {
            if (part.begins("rPh")) {
                pronounced = true;
            } else if (part.ends("rPh")) {
                pronounced = false;
            } else if (part.begins("t") && !pronounced) {
                part.text(text, most);
            }
        }
        return text.toString();
    }

    static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
    }

    /** So that a text that looks escaped is not taken for it. */
    static String escaped(String text) {
        return text.contains("_x") ? ESCAPED.matcher(text).replaceAll("_x005F$0") : text;
    }
}
