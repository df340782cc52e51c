package org.sala.ports;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** A key pair, and tokens good and bad. */
record Keys(KeyPair pair) {

    static Keys fresh() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new Keys(generator.generateKeyPair());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Path publicKeyIn(Path folder) throws IOException {
        return Files.writeString(folder.resolve("tokens.pub.pem"), publicPem());
    }

    private String publicPem() {
        return pem("PUBLIC KEY", pair.getPublic().getEncoded());
    }

    String privatePem() {
        return pem("PRIVATE KEY", pair.getPrivate().getEncoded());
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der) + "\n-----END "
                + label + "-----\n";
    }

    TokenIssuer issuer(Clock clock) throws IOException {
        return TokenIssuer.of(new ByteArrayInputStream(privatePem().getBytes(StandardCharsets.US_ASCII)), clock);
    }

    static JWTClaimsSet.Builder staffClaims() {
        return new JWTClaimsSet.Builder()
                .subject("account-1")
                .audience("sala")
                .claim("iat", Instant.now().getEpochSecond())
                .claim("exp", Instant.now().plusSeconds(60).getEpochSecond())
                .claim("roles", List.of("STAFF"));
    }

    String sign(JWTClaimsSet claims) throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims);
        token.sign(new RSASSASigner(pair.getPrivate()));
        return token.serialize();
    }

    /** Signed by nobody: {@code alg: none}. */
    static String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    /** The public key, which everybody has, taken for a shared secret. */
    String signedWithPublicKeyAsSecret(JWTClaimsSet claims) throws JOSEException {
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        token.sign(new MACSigner(publicPem().getBytes(StandardCharsets.US_ASCII)));
        return token.serialize();
    }
}
