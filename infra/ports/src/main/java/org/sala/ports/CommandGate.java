package org.sala.ports;

import java.util.Set;
import java.util.function.Supplier;

/**
 * What each context's port does before it decides: verifies the token, whoever calls, and holds the caller to the roles
 * that may ask.
 */
public final class CommandGate {

    private final AccessTokens tokens;

    public CommandGate(AccessTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Lets a caller in who has one of the allowed roles.
     *
     * @param refusal the context's own exception for whoever has none of them
     * @return who asks, in which role, in which correlation: the origin of what follows
     * @throws NotSignedIn where the token is not valid
     */
    public Pass admit(String accessToken, Set<Role> allowed, Supplier<? extends RuntimeException> refusal) {
        var caller = tokens.verify(accessToken);
        var role = caller.roles().stream().filter(allowed::contains).findFirst().orElseThrow(refusal);
        return new Pass(caller.account(), role, Correlation.current());
    }

    /**
     * A caller who was let in.
     *
     * @param account id of the account, never a name
     * @param role the first of its roles that is allowed to ask this
     * @param correlation what everything that comes of this request has in common
     */
    public record Pass(String account, Role role, String correlation) {}
}
