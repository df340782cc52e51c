package org.sala.sessions.planning;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An organisation's id, as whoever asks names it: 1 to 100 printable characters. */
public record OrganizationId(@JsonValue String value) implements Comparable<OrganizationId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrganizationId {
        Form.name("an id of an organization", value);
    }

    @Override
    public int compareTo(OrganizationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
