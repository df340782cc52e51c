package org.sala.marketplace.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What an offer is about, so that like is found with like: a code such as {@code space}, {@code vehicle}, {@code
 * proposal-writing} or {@code nonviolent-communication}.
 *
 * @param code 2 to 40 small Latin letters, digits and hyphens, from a letter on
 */
public record Category(@JsonValue String code) {

    /** As JSON: the bare code. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Category {}

    @Override
    public String toString() {
        return code;
    }
}
