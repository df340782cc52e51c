package org.sala.sessions.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Identifies a round of small groups in a session: the subject of the events of its groups. */
public record RoundId(@JsonValue UUID value) {

    /** As JSON: the bare UUID. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RoundId {}

    /** A name-based UUID (version 3), so that nobody hands it out. */
    public static RoundId of(SessionId session, int round) {
        return new RoundId(
                UUID.nameUUIDFromBytes(("sala:round:" + session + ":" + round).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
