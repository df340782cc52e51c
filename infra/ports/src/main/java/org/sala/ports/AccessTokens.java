package org.sala.ports;

/** Verifies access tokens: signature, audience, life. */
public interface AccessTokens {

    /**
     * The caller that a token speaks for.
     *
     * @throws NotSignedIn where the token is missing, not ours, or over
     */
    Caller verify(String accessToken);
}
