package org.sala.registration.people;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text as it is compared: however it was typed, the same name is the same text. Case, diacritics of Latin letters, and
 * characters that nobody sees make no difference; nor do U+178A and U+178F, which Khmer names are written with
 * alternately.
 */
public final class Folded {

    private static final Pattern LATIN_MARKS = Pattern.compile("[\\u0300-\\u036f]");
    private static final Pattern UNSEEN = Pattern.compile("[\\u00ad\\u200b-\\u200f\\u2060\\ufeff]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");

    private Folded() {}

    /** The text in the form that is compared; words are one blank apart. */
    public static String of(String text) {
        var apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var bare = UNSEEN.matcher(LATIN_MARKS.matcher(apart).replaceAll("")).replaceAll("");
        return BLANKS.matcher(bare.toLowerCase(Locale.ROOT).replace('\u178a', '\u178f'))
                .replaceAll(" ")
                .strip();
    }
}
