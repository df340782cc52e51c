package org.sala.sessions.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Identifies the one sign-up of a person to a session: the subject of the events of their seat. */
public record SignUpId(@JsonValue UUID value) {

    /** As JSON: the bare UUID. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SignUpId {}

    /** A name-based UUID (version 3), so that nobody hands it out. */
    public static SignUpId of(SessionId session, ParticipantId participant) {
        return new SignUpId(UUID.nameUUIDFromBytes(
                ("sala:sign-up:" + session + ":" + participant).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
