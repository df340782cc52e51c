package org.sala.ports;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who asks, as a verified token says.
 *
 * @param account id of the account, never a name
 * @param roles what it may act as
 */
public record Caller(String account, Set<Role> roles) {

    public Caller {
        roles = roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }

    /** Whether the caller has one of these roles. */
    public boolean isAnyOf(Set<Role> allowed) {
        return roles.stream().anyMatch(allowed::contains);
    }
}
