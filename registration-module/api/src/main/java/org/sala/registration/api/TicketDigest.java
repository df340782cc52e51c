package org.sala.registration.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The SHA-256 digest of a ticket: the ticket itself is known to whoever holds its link, and to nobody else.
 *
 * @param hex 64 hexadecimal digits, in lower case
 */
public record TicketDigest(@JsonValue String hex) {

    /** As JSON: the bare digits. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TicketDigest {}

    @Override
    public String toString() {
        return hex;
    }
}
