package org.sala.sessions.stage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sala.personal.Personal;
import org.sala.sessions.api.InterviewId;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.Pitch;
import org.sala.sessions.api.TeamId;

/**
 * An interview as its events tell.
 *
 * @param endedAt absent while it is on air
 * @param chair who sits on the empty chair, or sat on it last; absent where nobody did
 * @param pitch the latest; absent where none was made
 * @param pitchErased whether nothing of it is known any more
 */
record Interview(
        InterviewId id,
        TeamId team,
        ParticipantId nominee,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable ParticipantId chair,
        @Nullable Personal<Pitch> pitch,
        boolean pitchErased) {

    static Interview begun(InterviewId id, TeamId team, ParticipantId nominee, Instant at) {
        return new Interview(id, team, nominee, at, null, null, null, false);
    }

    boolean isOnAir() {
        return endedAt == null;
    }

    Interview ended(Instant at) {
        return new Interview(id, team, nominee, startedAt, at, chair, pitch, pitchErased);
    }

    Interview withOnChair(ParticipantId participant) {
        return new Interview(id, team, nominee, startedAt, endedAt, participant, pitch, pitchErased);
    }

    Interview pitched(Personal<Pitch> said) {
        return new Interview(id, team, nominee, startedAt, endedAt, chair, said, pitchErased);
    }

    Interview withPitchErased() {
        return new Interview(id, team, nominee, startedAt, endedAt, chair, pitch, true);
    }
}
