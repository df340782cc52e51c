package org.sala.eventing.personal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which key something is sealed with: a person's own, or one of the person's for a kind of data. Written {@code
 * <person>}, or {@code <person>/<kind>}.
 *
 * @param kind null where it is the person's own
 */
record KeyId(String person, @Nullable String kind) {

    private static final char BEFORE_KIND = '/';

    KeyId {
        if (person.isEmpty()
                || person.indexOf(BEFORE_KIND) >= 0
                || person.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("a person's id holds neither a slash nor white space");
        }
        if (kind != null && !kind.matches("\\w+")) {
            throw new IllegalArgumentException("a kind's name has letters, digits and underscores");
        }
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

    /** The key whose end is the end of all keys of that person. */
    KeyId ofThePerson() {
        return kind == null ? this : of(person);
    }

    String written() {
        return kind == null ? person : person + BEFORE_KIND + Objects.requireNonNull(kind);
    }

    @Override
    public String toString() {
        return written();
    }
}
