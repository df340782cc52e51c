package org.sala.eventing.personal;

import java.util.Objects;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which key something is sealed with: a person's own, or one of the person's for a kind of data. Written {@code
 * <person>}, or {@code <person>/<kind>}.
 *
 * @param kind null where it is the person's own
 */
record KeyId(String person, @Nullable String kind) {

    /** No kind's name. */
    static final String OF_NO_KIND = "*";

    private static final char BEFORE_KIND = '/';

    KeyId {
        if (person.isEmpty() || !onlyOf(person, c -> c != BEFORE_KIND && !Character.isWhitespace(c))) {
            throw new IllegalArgumentException("a person's id holds neither a slash nor white space");
        }
        if (kind != null && (kind.isEmpty() || !onlyOf(kind, KeyId::isOfAName))) {
            throw new IllegalArgumentException("a kind's name has letters, digits and underscores");
        }
    }

    /** Without a regular expression: many are made in a replay. */
    private static boolean onlyOf(String text, IntPredicate allowed) {
        for (var i = 0; i < text.length(); i++) {
            if (!allowed.test(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfAName(int c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    static KeyId of(String person) {
        return new KeyId(person, null);
    }

    static KeyId of(String person, String kind) {
        return new KeyId(person, kind);
    }

    /** As it was written. */
    static KeyId read(String written) {
        var end = written.indexOf(BEFORE_KIND);
        return end < 0 ? of(written) : of(written.substring(0, end), written.substring(end + 1));
    }

    /** The kind's name; {@link #OF_NO_KIND} for the person's own key. */
    String kindOrNone() {
        return kind == null ? OF_NO_KIND : kind;
    }

    /** Without writing it. */
    boolean isWritten(String text) {
        return kind == null
                ? text.equals(person)
                : text.length() == person.length() + 1 + kind.length()
                        && text.charAt(person.length()) == BEFORE_KIND
                        && text.startsWith(person)
                        && text.endsWith(kind);
    }

    String written() {
        return kind == null ? person : person + BEFORE_KIND + Objects.requireNonNull(kind);
    }

    @Override
    public String toString() {
        return written();
    }
}
