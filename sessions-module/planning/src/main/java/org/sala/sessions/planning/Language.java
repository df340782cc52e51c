package org.sala.sessions.planning;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A language, as whoever asks names it, {@code km} say: 1 to 100 printable characters. */
public record Language(@JsonValue String value) implements Comparable<Language> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Language {
        Form.name("a language", value);
    }

    @Override
    public int compareTo(Language other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
