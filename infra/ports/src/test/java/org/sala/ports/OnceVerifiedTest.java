package org.sala.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class OnceVerifiedTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private final List<String> asked = new ArrayList<>();
    private final Watch watch = new Watch();
    private final OnceVerified tokens = new OnceVerified(this::verified, watch);

    @Test
    void aTokenIsVerifiedOnceAsLongAsItLives() {
        var first = tokens.decode("good");
        watch.now = NOON.plusSeconds(299);

        assertThat(tokens.decode("good")).isSameAs(first);
        assertThat(asked).containsExactly("good");
    }

    @Test
    void aTokenThatHasEndedIsJudgedAnewEachTime() {
        tokens.decode("good");
        watch.now = NOON.plusSeconds(300);

        tokens.decode("good");
        tokens.decode("good");

        assertThat(asked).containsExactly("good", "good", "good");
    }

    @Test
    void aTokenThatIsNotGoodIsJudgedAnewEachTime() {
        for (var time = 0; time < 2; time++) {
            assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        }
        assertThat(asked).containsExactly("forged", "forged");
    }

    @Test
    void oneTokenIsNeverTakenForAnother() {
        tokens.decode("good");

        assertThat(tokens.decode("another").getSubject()).isEqualTo("another");
    }

    @Test
    void ofMoreTokensThanAreKeptTheOneUsedLongestAgoGoes() {
        tokens.decode("old");
        tokens.decode("used");
        for (var number = 0; number < OnceVerified.MOST - 1; number++) {
            tokens.decode("token " + number);
            tokens.decode("used");
        }
        asked.clear();

        tokens.decode("used");
        tokens.decode("old");

        assertThat(asked).containsExactly("old");
    }

    private Jwt verified(String token) {
        asked.add(token);
        if (token.equals("forged")) {
            throw new BadJwtException("not ours");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject(token)
                .expiresAt(NOON.plus(Duration.ofMinutes(5)))
                .build();
    }

    /** Stands still until it is set. */
    private static final class Watch extends Clock {

        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
