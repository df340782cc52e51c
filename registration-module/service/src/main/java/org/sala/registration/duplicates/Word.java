package org.sala.registration.duplicates;

import java.util.regex.Pattern;

/**
 * A word of a name.
 *
 * @param text folded
 * @param spoken the same however it is spelt: Khmer names are written in Latin letters as everybody likes
 * @param frame what is left of it without vowels, or its first letter
 */
record Word(String text, String spoken, String frame) {

    private static final Pattern SIGNS_OF_KHMER = Pattern.compile("[\\u17b4-\\u17d3\\u17dd]");
    private static final Pattern BREATHED = Pattern.compile("(?<=[bcdgkpst])h");
    private static final Pattern LONG_U = Pattern.compile("oo|ou|uo");
    private static final Pattern LONG_I = Pattern.compile("ee|ie|ei|y");
    private static final Pattern TWICE = Pattern.compile("(.)\\1+");
    private static final Pattern VOWELS = Pattern.compile("[aeiouh]");

    static Word of(String folded) {
        var spoken = spoken(folded);
        var frame =
                VOWELS.matcher(SIGNS_OF_KHMER.matcher(spoken).replaceAll("")).replaceAll("");
        return new Word(folded, spoken, frame.isEmpty() ? initial(spoken) : frame);
    }

    int length() {
        return text.length();
    }

    String initial() {
        return initial(frame);
    }

    private static String spoken(String folded) {
        var even = folded.replace('w', 'v').replace('q', 'k').replace('z', 's');
        even = BREATHED.matcher(even).replaceAll("");
        even = LONG_U.matcher(even).replaceAll("u");
        even = LONG_I.matcher(even).replaceAll("i");
        return TWICE.matcher(even).replaceAll("$1");
    }

    private static String initial(String text) {
        return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1));
    }

    /** Shows nothing of who it is. */
    @Override
    public String toString() {
        return "Word[hidden]";
    }
}
