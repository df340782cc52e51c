package org.sala.ui.lists;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.sala.ports.TokenIssuer;
import org.sala.ui.signin.Account;

/** Tokens for work that goes on after the request that began it: a new one now and then, since signing takes its time. */
final class StandingToken {

    private static final Duration USED_FOR = Duration.ofMinutes(2);

    private final TokenIssuer tokens;
    private final Clock clock;
    private final Account account;
    private String token = "";
    private Instant until = Instant.MIN;

    StandingToken(TokenIssuer tokens, Clock clock, Account account) {
        this.tokens = tokens;
        this.clock = clock;
        this.account = account;
    }

    synchronized String get() {
        var now = clock.instant();
        if (!now.isBefore(until)) {
            token = tokens.issue(account.id().toString(), account.roles());
            until = now.plus(USED_FOR);
        }
        return token;
    }
}
