package org.sala.ports;

import java.io.IOException;
import java.io.InputStream;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.security.converter.RsaKeyConverters;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Signs access tokens for accounts that have signed in: RS256, for the audience {@value #AUDIENCE}, five minutes. */
public final class TokenIssuer {

    /** Whom tokens are for: the modules of this platform. */
    public static final String AUDIENCE = "sala";

    /** How long a token is good for. */
    public static final Duration LIFE = Duration.ofMinutes(5);

    private final JwtEncoder encoder;
    private final Clock clock;

    private TokenIssuer(JwtEncoder encoder, Clock clock) {
        this.encoder = encoder;
        this.clock = clock;
    }

    /**
     * An issuer that signs with this key.
     *
     * @param privateKey an RSA key as PKCS#8 in PEM ({@code BEGIN PRIVATE KEY}); closed here
     * @throws IllegalArgumentException where it is not such a key
     */
    public static TokenIssuer of(InputStream privateKey, Clock clock) throws IOException {
        try (privateKey) {
            if (!(RsaKeyConverters.pkcs8().convert(privateKey) instanceof RSAPrivateCrtKey key)) {
                throw new IllegalArgumentException("not an RSA private key as PKCS#8 in PEM");
            }
            var publicKey = (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            return new TokenIssuer(
                    NimbusJwtEncoder.withKeyPair(publicKey, key)
                            .algorithm(SignatureAlgorithm.RS256)
                            .build(),
                    clock);
        } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
            throw new IllegalArgumentException("not an RSA private key as PKCS#8 in PEM", e);
        }
    }

    /**
     * A new token.
     *
     * @param account id of the account, never a name
     */
    public String issue(String account, Set<Role> roles) {
        var now = clock.instant();
        var claims = JwtClaimsSet.builder()
                .subject(account)
                .audience(List.of(AUDIENCE))
                .issuedAt(now)
                .expiresAt(now.plus(LIFE))
                .claim(
                        JwtAccessTokens.ROLES,
                        roles.stream().map(Role::name).sorted().toList())
                .build();
        var header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }
}
