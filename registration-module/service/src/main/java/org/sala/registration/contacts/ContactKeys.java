package org.sala.registration.contacts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sala.registration.api.Contact;
import org.sala.registration.api.SummitId;

/**
 * Makes keys of contacts: HMAC-SHA256 of the summit and the contact in its one form. A plain hash would not hide a phone
 * number, of which Cambodia has few enough to try them all.
 */
public final class ContactKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String CAMBODIA = "855";

    private final SecretKeySpec secret;

    /**
     * @param secret 32 bytes
     */
    public ContactKeys(byte[] secret) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** A key for each way to reach somebody, in an order that is the same for everybody who asks for them. */
    SortedSet<ContactKey> of(SummitId summit, Contact contact) {
        var keys = new TreeSet<ContactKey>();
        if (contact.phone() != null) {
            keys.add(key(summit + "|phone|" + phone(contact.phone())));
        }
        if (contact.email() != null) {
            keys.add(key(summit + "|email|" + email(contact.email())));
        }
        return keys;
    }

    /**
     * Another secret, which follows from this one and doesn't tell it.
     *
     * @param purpose what it is for; never changes
     * @return 32 bytes
     */
    public byte[] secretFor(String purpose) {
        return mac("secret|" + purpose);
    }

    /** Tells one secret from another without telling either. */
    ContactKey fingerprint() {
        return key("fingerprint");
    }

    /**
     * A number as the world dials it. What has neither a country nor a leading 0 is taken for Cambodian, as are numbers
     * that say Cambodia without a +, or keep the 0 behind it.
     */
    static String phone(String written) {
        var digits = written.replace(" ", "").replaceFirst("^00", "+");
        if (digits.startsWith("+") && !digits.startsWith("+" + CAMBODIA)) {
            return digits;
        }
        var local = digits.replaceFirst("^\\+", "").replaceFirst("^0+", "");
        if (local.startsWith(CAMBODIA) && (digits.startsWith("+") || local.length() > 10)) {
            local = local.substring(CAMBODIA.length()).replaceFirst("^0+", "");
        }
        return "+" + CAMBODIA + local;
    }

    /** Upper and lower case reach the same mailbox nearly everywhere. */
    static String email(String written) {
        return written.strip().toLowerCase(Locale.ROOT);
    }

    private ContactKey key(String text) {
        return new ContactKey(HexFormat.of().formatHex(mac(text)));
    }

    private byte[] mac(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
