package org.sala.sessions.planning;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A person's id, as whoever asks names it: 1 to 100 printable characters, and never a name or a contact. */
public record PersonId(@JsonValue String value) implements Comparable<PersonId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonId {
        Form.name("an id of a person", value);
    }

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
