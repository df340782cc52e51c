package org.sala.sessions.api;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a session is held: in a room, behind a link, or both at once.
 *
 * @param room as the venue calls it; the same room whatever its capitals and spaces
 * @param link an https address of the online meeting. Whoever holds it can walk in: {@link #toString()} doesn't show it
 */
public record Place(@Nullable String room, @Nullable String link) {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** The same for whatever is the same room: people write its name as it comes, in capitals, spaces and composition. */
    public static String sameRoom(String name) {
        var composed = Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
        return SPACES.matcher(composed).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Place[room=%s, link=%s]".formatted(room, link == null ? "none" : "hidden");
    }
}
