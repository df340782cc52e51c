package org.sala.marketplace.matching;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What is offered and needed, as whoever asks names it: 1 to 100 printable characters. */
public record Category(@JsonValue String value) implements Comparable<Category> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Category {
        Form.id("category", value);
    }

    @Override
    public int compareTo(Category other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
