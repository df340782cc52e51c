package org.sala.ui.lists;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Ways to reach somebody, in the one form of each, for telling who is meant twice. It is the form in which registration
 * compares them too.
 */
final class Reached {

    private static final String CAMBODIA = "855";

    private Reached() {}

    /** Keys of a phone number and of an address. */
    static Set<String> by(Optional<String> phone, Optional<String> email) {
        var keys = new TreeSet<String>();
        phone.ifPresent(written -> keys.add(phone(written)));
        email.ifPresent(written -> keys.add(email(written)));
        return keys;
    }

    static boolean samePhone(@Nullable String one, @Nullable String other) {
        return one != null && other != null && phone(one).equals(phone(other));
    }

    static boolean sameEmail(@Nullable String one, @Nullable String other) {
        return one != null && other != null && email(one).equals(email(other));
    }

    private static String phone(String written) {
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

    private static String email(String written) {
        return written.strip().toLowerCase(Locale.ROOT);
    }
}
