package org.sala.ports;

import java.io.Serial;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Verifies each token once, and knows it until it ends: whoever sends a thousand commands sends the same token, and to
 * check its signature is the dearest part of many a command. What isn't good is never known, and is judged anew each time.
 */
final class OnceVerified implements JwtDecoder {

    /** More than people who are at work within the life of a token; one that nobody used for longest goes first. */
    static final int MOST = 1_000;

    private final JwtDecoder decoder;
    private final Clock clock;

    /** By the whole token, its signature included. */
    private final Map<String, Jwt> known = new LinkedHashMap<>(16, 0.75f, true) {

        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Jwt> eldest) {
            return size() > MOST;
        }
    };

    /**
     * @param decoder judges tokens that aren't known
     */
    OnceVerified(JwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) {
        synchronized (known) {
            var before = known.get(token);
            if (before != null && lives(before)) {
                return before;
            }
            known.remove(token);
        }
        // the last word on a token at its end is the decoder's, which lets clocks differ a little
        var verified = decoder.decode(token);
        if (lives(verified)) {
            synchronized (known) {
                known.put(token, verified);
            }
        }
        return verified;
    }

    private boolean lives(Jwt token) {
        var end = token.getExpiresAt();
        return end != null && clock.instant().isBefore(end);
    }
}
