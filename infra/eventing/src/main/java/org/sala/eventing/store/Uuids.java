package org.sala.eventing.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** UUIDs in text. */
final class Uuids {

    private static final int LENGTH = 36;

    private Uuids() {}

    /** The UUID that is written so; null where the text is none, or not in the one form it would come back in. */
    static @Nullable UUID orNull(String text) {
        if (text.length() != LENGTH) {
            return null;
        }
        for (var i = 0; i < LENGTH; i++) {
            var letter = text.charAt(i);
            var hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            var hexadecimal = (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
            if (hyphen ? letter != '-' : !hexadecimal) {
                return null;
            }
        }
        return UUID.fromString(text);
    }
}
