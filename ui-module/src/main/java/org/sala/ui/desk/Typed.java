package org.sala.ui.desk;

import java.util.regex.Pattern;
import org.sala.registration.api.Contact;

/** What came into the desk's one field, told apart by its form. */
sealed interface Typed {

    /** Not enough of anything yet. */
    record Nothing() implements Typed {}

    /** The signed token of a badge, from a scanner that types. */
    record Badge(String token) implements Typed {

        @Override
        public String toString() {
            return "Badge[hidden]";
        }
    }

    /** A scanner typed through a keyboard that is set to Khmer: the token can't be got back. */
    record KhmerKeyboard() implements Typed {}

    /** A phone number or an address. */
    record Reach(Contact contact) implements Typed {}

    /** Parts of a name. */
    record Name(String text) implements Typed {

        @Override
        public String toString() {
            return "Name[hidden]";
        }
    }

    /** Nobody's name is as long as the shortest token. */
    int SHORTEST_TOKEN = 80;

    /** Base45, which is all that a badge's QR code is made of; a blank is one of its letters, but at neither end. */
    Pattern TOKEN = Pattern.compile("[0-9A-Z $%*+\\-./:]{" + SHORTEST_TOKEN + ",400}");

    Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ]{5,18}");
    Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]{2,}");

    static Typed of(String text) {
        if (text.length() >= SHORTEST_TOKEN) {
            return TOKEN.matcher(text.strip()).matches() ? new Badge(text.strip()) : unreadable(text);
        }
        var words = text.strip();
        if (PHONE.matcher(words).matches()) {
            return new Reach(new Contact(words, null));
        }
        if (EMAIL.matcher(words).matches()) {
            return new Reach(new Contact(null, words));
        }
        return words.codePointCount(0, words.length()) < 2 ? new Nothing() : new Name(words);
    }

    private static Typed unreadable(String text) {
        return text.codePoints().anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.KHMER)
                ? new KhmerKeyboard()
                : new Badge(text);
    }
}
