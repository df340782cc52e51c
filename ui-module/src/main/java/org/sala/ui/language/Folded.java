package org.sala.ui.language;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as people mean it, for comparing what was typed by different hands. */
public final class Folded {

    private static final Pattern ACCENT = Pattern.compile("[\\u0300-\\u036f]+");
    private static final Pattern UNSEEN = Pattern.compile("[\\u200b-\\u200f\\u2060\\ufeff\\u00ad]+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private Folded() {}

    /**
     * Small letters without accents, Khmer digits as Latin ones, one space for all that is neither letter nor digit; what
     * can't be seen is gone, and U+178F is U+178A, which look alike below another letter and are typed for each other.
     */
    public static String of(String text) {
        var seen = UNSEEN.matcher(text).replaceAll("");
        var plain =
                ACCENT.matcher(Normalizer.normalize(seen, Normalizer.Form.NFKD)).replaceAll("");
        var one = new StringBuilder(plain.length());
        for (var i = 0; i < plain.length(); i++) {
            var letter = plain.charAt(i);
            if (letter >= '\u17e0' && letter <= '\u17e9') {
                one.append((char) ('0' + letter - '\u17e0'));
            } else {
                one.append(letter == '\u178f' ? '\u178a' : letter);
            }
        }
        return BETWEEN.matcher(one).replaceAll(" ").toLowerCase(Locale.ROOT).strip();
    }
}
