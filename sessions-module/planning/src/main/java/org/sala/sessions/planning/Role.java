package org.sala.sessions.planning;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What somebody is in their organisation, as whoever asks names it: 1 to 100 printable characters. */
public record Role(@JsonValue String value) implements Comparable<Role> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Role {
        Form.name("a role", value);
    }

    @Override
    public int compareTo(Role other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
