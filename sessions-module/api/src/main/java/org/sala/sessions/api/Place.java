package org.sala.sessions.api;

import org.jspecify.annotations.Nullable;

/**
 * Where a session is held: in a room, behind a link, or both at once.
 *
 * @param room as the venue calls it; the same room whatever its capitals and spaces
 * @param link an https address of the online meeting. Whoever holds it can walk in: {@link #toString()} doesn't show it
 */
public record Place(@Nullable String room, @Nullable String link) {

    @Override
    public String toString() {
        return "Place[room=%s, link=%s]".formatted(room, link == null ? "none" : "hidden");
    }
}
