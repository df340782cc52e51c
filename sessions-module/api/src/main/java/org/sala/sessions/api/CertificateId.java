package org.sala.sessions.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a certificate of attendance. Chosen at random: the code that it is verified by is made of it. */
public record CertificateId(@JsonValue UUID value) {

    /** As JSON: the bare UUID. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CertificateId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
