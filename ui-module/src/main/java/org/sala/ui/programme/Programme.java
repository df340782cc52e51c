package org.sala.ui.programme;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.ChallengeCategory;
import org.sala.sessions.api.Cohort;
import org.sala.sessions.api.Language;
import org.sala.sessions.api.Method;
import org.sala.sessions.api.ParticipantRole;
import org.sala.sessions.api.SessionKind;
import org.sala.ui.shell.Summit;

/**
 * The programme of a summit, with how full every session is.
 *
 * @param sessions in the order in which they begin
 */
record Programme(List<Session> sessions) {

    Programme {
        sessions = List.copyOf(sessions);
    }

    /** Where a session stands. */
    enum State {
        SCHEDULED,
        RUNNING,
        ENDED,
        CANCELLED
    }

    /**
     * A session.
     *
     * @param objectives of the summit, by their numbers
     * @param room absent where it is held online alone
     * @param link absent where it is held in a room alone
     * @param modes in which it is offered
     * @param cohorts whom it is for; empty: everybody
     * @param roles for whom it is as well
     * @param signUp whether people may take seats
     * @param why it was called off, where it was
     */
    record Session(
            UUID id,
            int day,
            Summit.Text title,
            SessionKind kind,
            Method method,
            List<Integer> objectives,
            Instant start,
            Instant end,
            @Nullable String room,
            @Nullable String link,
            Map<AttendanceMode, Fullness> modes,
            List<UUID> facilitators,
            List<Language> languages,
            List<Language> interpretation,
            List<Summit.Text> prompts,
            List<Cohort> cohorts,
            List<ParticipantRole> roles,
            boolean signUp,
            State state,
            @Nullable Instant started,
            @Nullable Instant ended,
            Summit.@Nullable Text why,
            List<Round> rounds,
            Map<ChallengeCategory, Integer> challenges) {

        boolean isHeld() {
            return state != State.CANCELLED;
        }

        int taken() {
            return modes.values().stream().mapToInt(Fullness::taken).sum();
        }

        int waiting() {
            return modes.values().stream().mapToInt(Fullness::waiting).sum();
        }

        int seats() {
            return modes.values().stream().mapToInt(Fullness::seats).sum();
        }

        int here() {
            return modes.values().stream().mapToInt(Fullness::here).sum();
        }

        int attended() {
            return modes.values().stream().mapToInt(Fullness::attended).sum();
        }
    }

    /**
     * How full a session is in a mode.
     *
     * @param taken of the seats
     * @param here who is in it now
     * @param attended who was ever in it
     */
    record Fullness(int seats, int taken, int waiting, int here, int attended) {}

    /** A round of small groups. */
    record Round(int number, List<Table> tables) {

        Round {
            tables = List.copyOf(tables);
        }
    }

    /** A table. */
    record Table(int number, int people, List<Language> languages, List<Language> interpretation, boolean summed) {}

    Optional<Session> session(UUID id) {
        return sessions.stream().filter(session -> session.id().equals(id)).findFirst();
    }

    Stream<Session> on(int day) {
        return sessions.stream().filter(session -> session.day() == day);
    }
}
