package org.sala.sessions.certificates;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import org.sala.sessions.api.CertificateId;

/**
 * By what a certificate is verified: sixteen letters and digits that can't be taken for one another (Crockford's base 32), in
 * groups of four. 80 bits of the digest of a random id: nobody guesses one.
 */
record VerificationCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;

    static VerificationCode of(CertificateId certificate) {
        var id = certificate.value();
        var bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        var bits = new BigInteger(1, sha256(bytes));
        var code = new StringBuilder();
        for (var i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "");
            code.append(ALPHABET.charAt(bits.shiftRight(5 * i).intValue() & 31));
        }
        return new VerificationCode(code.toString());
    }

    /** As somebody typed it: small letters, with or without dashes, O for zero and I or L for one. */
    static VerificationCode typed(String text) {
        var letters = text.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return new VerificationCode(letters.replaceAll("(.{4})(?=.)", "$1-"));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
