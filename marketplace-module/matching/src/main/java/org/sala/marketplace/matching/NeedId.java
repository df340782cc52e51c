package org.sala.marketplace.matching;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A need's id, as whoever asks names it: 1 to 100 printable characters. */
public record NeedId(@JsonValue String value) implements Comparable<NeedId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public NeedId {
        Form.id("need", value);
    }

    @Override
    public int compareTo(NeedId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
