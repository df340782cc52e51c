package org.sala.registration.badges;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Optional;

/**
 * Writes what a badge's QR code says, and reads it back. A token is {@code SALA1:}, of which the 1 is the version, and in
 * Base45 the participant's id (16 bytes), the badge's (16) and an Ed25519 signature (64) of all that comes before it:
 * {@value #LENGTH} characters, without anything personal. No character at either end is a blank, which a scanner that
 * types might lose.
 */
public final class BadgeTokens {

    private static final String PREFIX = "SALA1:";
    private static final String ALGORITHM = "Ed25519";
    private static final int SIGNATURE_BYTES = 64;
    private static final int LENGTH = 150;

    private final KeyPair keys;

    BadgeTokens(KeyPair keys) {
        this.keys = keys;
    }

    /** What the QR code of a badge says. Always the same for the same badge. */
    public String write(Badge badge) {
        var said = badge.bytes();
        var token = ByteBuffer.allocate(said.length + SIGNATURE_BYTES)
                .put(said)
                .put(signatureOf(said))
                .array();
        return PREFIX + Base45.encode(token);
    }

    /** Which badge it is that says so; empty where it is none of ours. */
    public Optional<Badge> read(String token) {
        if (token.length() != LENGTH || !token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return Base45.decode(token.substring(PREFIX.length()))
                .filter(this::isSigned)
                .map(bytes -> Badge.read(ByteBuffer.wrap(bytes)));
    }

    /** With which anybody can check a token: X.509 SubjectPublicKeyInfo in DER. */
    public byte[] publicKey() {
        return keys.getPublic().getEncoded();
    }

    /** Whether what the private key signs is what the public one verifies. */
    boolean fit() {
        var said = new byte[Badge.BYTES];
        return isSigned(ByteBuffer.allocate(said.length + SIGNATURE_BYTES)
                .put(said)
                .put(signatureOf(said))
                .array());
    }

    private byte[] signatureOf(byte[] said) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(keys.getPrivate());
            signature.update(PREFIX.getBytes(StandardCharsets.US_ASCII));
            signature.update(said);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isSigned(byte[] token) {
        if (token.length != Badge.BYTES + SIGNATURE_BYTES) {
            return false;
        }
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(keys.getPublic());
            signature.update(PREFIX.getBytes(StandardCharsets.US_ASCII));
            signature.update(token, 0, Badge.BYTES);
            return signature.verify(token, Badge.BYTES, SIGNATURE_BYTES);
        } catch (SignatureException e) {
            // no point of the curve, or no number of its order: nobody signed that
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
