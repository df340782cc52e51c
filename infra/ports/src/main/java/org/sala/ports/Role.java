package org.sala.ports;

/** What an account may be to the platform. A token carries one or more, by these names, in its claim {@code roles}. */
public enum Role {
    STAFF,
    FACILITATOR,
    AUDITOR,
    DONOR
}
