package org.sala.registration.badges;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.sala.registration.api.BadgeId;
import org.sala.registration.api.ParticipantId;

class BadgeTokensTest {

    private static final Badge BADGE = new Badge(
            new ParticipantId(UUID.fromString("9e750000-0000-4000-8000-000000000001")),
            new BadgeId(UUID.fromString("bad9e000-0000-4000-8000-000000000001")));

    private final BadgeTokens tokens = new BadgeTokens(newKeys());

    @Test
    void whatIsWrittenIsReadBack() {
        assertThat(tokens.read(tokens.write(BADGE))).contains(BADGE);
    }

    @Test
    void aBadgeAlwaysSaysTheSame() {
        assertThat(tokens.write(BADGE)).isEqualTo(tokens.write(BADGE));
    }

    @Test
    void aTokenFitsIntoTheCharactersThatAQrCodePacksClosest() {
        assertThat(tokens.write(BADGE)).hasSize(150).startsWith("SALA1:").matches("[0-9A-Z $%*+./:-]+");
    }

    @Property(tries = 200)
    void noTokenEndsInABlankThatAScannerMightLose(@ForAll Random random) {
        var badge = new Badge(
                new ParticipantId(new UUID(random.nextLong(), random.nextLong())),
                new BadgeId(new UUID(random.nextLong(), random.nextLong())));

        assertThat(tokens.write(badge).strip()).isEqualTo(tokens.write(badge));
    }

    @Property(tries = 300)
    void whoeverChangesACharacterHasNoBadge(@ForAll Random random) {
        var token = new StringBuilder(tokens.write(BADGE));
        var place = random.nextInt(token.length());
        var before = token.charAt(place);
        token.setCharAt(place, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".charAt(random.nextInt(45)));

        assertThat(tokens.read(token.toString()).isPresent()).isEqualTo(token.charAt(place) == before);
    }

    @Test
    void aBadgeOfAnotherKeyIsNone() {
        assertThat(new BadgeTokens(newKeys()).read(tokens.write(BADGE))).isEmpty();
    }

    @Test
    void anotherVersionIsNone() {
        assertThat(tokens.read(tokens.write(BADGE).replace("SALA1:", "SALA2:"))).isEmpty();
    }

    @Test
    void whatIsTooLongOrTooShortIsNone() {
        var token = tokens.write(BADGE);

        assertThat(tokens.read(token + "0")).isEmpty();
        assertThat(tokens.read(token + "000")).isEmpty();
        assertThat(tokens.read(token.substring(0, token.length() - 3))).isEmpty();
        assertThat(tokens.read("")).isEmpty();
        assertThat(tokens.read("0".repeat(100_000))).isEmpty();
    }

    @Test
    void anythingElseThatIsScannedIsNone() {
        assertThat(tokens.read("https://example.org/t/ABCDEFGH")).isEmpty();
        assertThat(tokens.read("SALA1:" + "0".repeat(144))).isEmpty();
        assertThat(tokens.read("SALA1:" + ":".repeat(144))).isEmpty();
        assertThat(tokens.read("SALA1:" + "ក".repeat(144))).isEmpty();
    }

    /** As a device does it that has the public key and nothing of ours. */
    @Test
    void whoeverHasThePublicKeyCanCheckABadge() throws GeneralSecurityException {
        var key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(tokens.publicKey()));
        var bytes = Base45.decode(tokens.write(BADGE).substring(6)).orElseThrow();

        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(key);
        signature.update(new byte[] {'S', 'A', 'L', 'A', '1', ':'});
        signature.update(Arrays.copyOf(bytes, 32));

        assertThat(signature.verify(Arrays.copyOfRange(bytes, 32, 96))).isTrue();
    }

    private static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
