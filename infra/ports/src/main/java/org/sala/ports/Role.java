package org.sala.ports;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a caller may be to the platform. A token carries one or more, by these names, in its claim {@code roles}. */
public enum Role {
    STAFF,
    FACILITATOR,
    AUDITOR,
    DONOR,
    /** Whoever holds a ticket, for themselves alone: the token's account is the id of the participant. */
    PARTICIPANT;

    private static final Set<Role> OF_ACCOUNTS = Collections.unmodifiableSet(EnumSet.range(STAFF, DONOR));

    /** The roles that an account can have, which somebody signs in to with a password. */
    public static Set<Role> ofAccounts() {
        return OF_ACCOUNTS;
    }
}
