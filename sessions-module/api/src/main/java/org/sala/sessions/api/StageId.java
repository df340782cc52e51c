package org.sala.sessions.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Identifies the one stage that a session of Social Lab TV has: the subject of the events of its teams and interviews. */
public record StageId(@JsonValue UUID value) {

    /** As JSON: the bare UUID. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StageId {}

    /** A name-based UUID (version 3), so that nobody hands it out. */
    public static StageId of(SessionId session) {
        return new StageId(UUID.nameUUIDFromBytes(("sala:stage:" + session).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
