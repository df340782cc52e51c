package org.sala.ui.signin;

import java.io.Serializable;
import java.security.Principal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.sala.ports.Role;

/**
 * Somebody who may sign in, as the platform knows them from then on: by an id and roles, without a name.
 *
 * @param id what stands in the history for what they ask
 * @param roles what they may act as
 */
public record Account(UUID id, Set<Role> roles) implements Principal, Serializable {

    public Account {
        roles = roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }

    @Override
    public String getName() {
        return id.toString();
    }

    /** Whether it may act as one of these. */
    public boolean isAnyOf(Role... allowed) {
        for (var role : allowed) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }
}
