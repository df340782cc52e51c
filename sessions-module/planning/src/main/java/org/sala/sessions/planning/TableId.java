package org.sala.sessions.planning;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A table's id, or a group's where nobody sits: 1 to 100 printable characters. */
public record TableId(@JsonValue String value) implements Comparable<TableId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TableId {
        Form.name("an id of a table", value);
    }

    @Override
    public int compareTo(TableId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
