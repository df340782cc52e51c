package org.sala.ports;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Reads the caller off a signed JWT. */
final class JwtAccessTokens implements AccessTokens {

    /** The claim with the names of {@link Role}s. */
    static final String ROLES = "roles";

    private final JwtDecoder decoder;

    JwtAccessTokens(JwtDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public Caller verify(@Nullable String accessToken) {
        if (accessToken == null || accessToken.isBlank()) {
            throw new NotSignedIn();
        }
        try {
            var token = decoder.decode(accessToken);
            var account = token.getSubject();
            if (account == null) {
                throw new NotSignedIn();
            }
            return new Caller(account, rolesOf(token));
        } catch (JwtException e) {
            // why a token was refused helps only whoever forges one
            throw new NotSignedIn();
        }
    }

    /** A role that this version doesn't know gives no right here, and takes none away. */
    static Set<Role> rolesOf(Jwt token) {
        var known = EnumSet.noneOf(Role.class);
        if (token.getClaims().get(ROLES) instanceof List<?> names) {
            for (var role : Role.values()) {
                if (names.contains(role.name())) {
                    known.add(role);
                }
            }
        }
        return known;
    }
}
