package org.sala.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sala.ports.Role;
import org.sala.ports.TokenIssuer;

/** The tokens of the rehearsal's own accounts, one for each role, renewed before they are over. */
final class Tokens {

    private static final Duration GOOD_FOR = TokenIssuer.LIFE.minusMinutes(1);

    private record Issued(String token, Instant until) {}

    private final TokenIssuer issuer;
    private final InstantSource clock;
    private final Map<Role, Issued> issued = new ConcurrentHashMap<>();

    Tokens(TokenIssuer issuer, InstantSource clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    String of(Role role) {
        var now = clock.instant();
        var held = issued.compute(
                role,
                (same, before) -> before != null && before.until().isAfter(now)
                        ? before
                        : new Issued(issuer.issue(account(role), Set.of(role)), now.plus(GOOD_FOR)));
        return held == null ? issuer.issue(account(role), Set.of(role)) : held.token();
    }

    private static String account(Role role) {
        return switch (role) {
            case STAFF -> "rehearsal-staff";
            case FACILITATOR -> "rehearsal-facilitator";
            case AUDITOR -> "rehearsal-auditor";
            case DONOR -> "rehearsal-donor";
            case PARTICIPANT -> throw new IllegalArgumentException("a participant has an account of their own");
        };
    }
}
