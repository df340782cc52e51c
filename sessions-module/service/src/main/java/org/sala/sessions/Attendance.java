package org.sala.sessions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.ParticipantId;

/**
 * Who is in a session, in which mode. Immutable; each state shares its past with the one before, since a session of
 * thousands is folded anew for each command and must not be copied at each event.
 */
final class Attendance {

    static final Attendance NOBODY = new Attendance(0, 0, null);

    private final int inPerson;
    private final int online;
    private final @Nullable Entry latest;

    private Attendance(int inPerson, int online, @Nullable Entry latest) {
        this.inPerson = inPerson;
        this.online = online;
        this.latest = latest;
    }

    /** As snapshots hold it. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Attendance of(List<Entered> inOrder) {
        var attendance = NOBODY;
        for (var one : inOrder) {
            attendance = attendance.with(one.participant(), one.mode());
        }
        return attendance;
    }

    Attendance with(ParticipantId participant, AttendanceMode mode) {
        var entry = new Entry(participant, mode, latest);
        return switch (mode) {
            case IN_PERSON -> new Attendance(inPerson + 1, online, entry);
            case ONLINE -> new Attendance(inPerson, online + 1, entry);
        };
    }

    int in(AttendanceMode mode) {
        return switch (mode) {
            case IN_PERSON -> inPerson;
            case ONLINE -> online;
        };
    }

    Optional<AttendanceMode> modeOf(ParticipantId participant) {
        for (var entry = latest; entry != null; entry = entry.earlier()) {
            if (entry.participant().equals(participant)) {
                return Optional.of(entry.mode());
            }
        }
        return Optional.empty();
    }

    /** Whether the same people came in the same order. Not left to records, whose equality would nest as deep as they are many. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Attendance that && inOrder().equals(that.inOrder());
    }

    @Override
    public int hashCode() {
        return inOrder().hashCode();
    }

    /** Who entered, the first first. */
    @JsonValue
    List<Entered> inOrder() {
        return Stream.iterate(latest, Objects::nonNull, Entry::earlier)
                .map(entry -> new Entered(entry.participant(), entry.mode()))
                .toList()
                .reversed();
    }

    /** One who is in a session. */
    record Entered(ParticipantId participant, AttendanceMode mode) {}

    private record Entry(
            ParticipantId participant,
            AttendanceMode mode,
            @Nullable Entry earlier) {}
}
