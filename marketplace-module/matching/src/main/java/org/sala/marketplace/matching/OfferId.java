package org.sala.marketplace.matching;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An offer's id, as whoever asks names it: 1 to 100 printable characters. */
public record OfferId(@JsonValue String value) implements Comparable<OfferId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OfferId {
        Form.id("offer", value);
    }

    @Override
    public int compareTo(OfferId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
