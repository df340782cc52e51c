package org.sala.sessions.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time that somebody was in a session, as a sheet or a report tells of it afterwards.
 *
 * @param joinedAt when they came in
 * @param leftAt when they left; absent: they stayed to the end
 */
public record Stay(
        ParticipantId participant,
        AttendanceMode mode,
        Instant joinedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant leftAt) {}
