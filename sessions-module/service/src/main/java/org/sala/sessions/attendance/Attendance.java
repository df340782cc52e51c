package org.sala.sessions.attendance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.ParticipantId;

/**
 * Who came into a session and left it, in which mode. Immutable; each state shares its past with the one before, since a
 * session of thousands is folded anew for each command and must not be copied at each event.
 */
public final class Attendance {

    public static final Attendance NOBODY = new Attendance(null);

    private final @Nullable Entry latest;

    private Attendance(@Nullable Entry latest) {
        this.latest = latest;
    }

    /** As snapshots hold it. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Attendance of(List<Mark> inOrder) {
        var attendance = NOBODY;
        for (var mark : inOrder) {
            attendance = attendance.with(mark);
        }
        return attendance;
    }

    public Attendance with(Mark mark) {
        return new Attendance(new Entry(mark, latest));
    }

    /** Whether that was told. */
    public boolean holds(Mark mark) {
        return marks().anyMatch(mark::equals);
    }

    /** Those of the marks that were not told before, each once. */
    public List<Mark> newOf(List<Mark> marks) {
        var told = marks().collect(Collectors.toSet());
        return marks.stream().filter(told::add).toList();
    }

    /** The latest moment that is told of somebody in a mode. */
    public Optional<Instant> latestOf(ParticipantId participant, AttendanceMode mode) {
        return marks().filter(mark -> mark.participant().equals(participant) && mark.mode() == mode)
                .map(Mark::at)
                .max(Comparator.naturalOrder());
    }

    /** In which mode somebody is inside; empty where they are in none. */
    public Optional<AttendanceMode> modeOf(ParticipantId participant) {
        return inside(mark -> mark.participant().equals(participant))
                .map(Mark::mode)
                .findFirst();
    }

    /** Who is inside, in one mode. */
    public Set<ParticipantId> inside(AttendanceMode mode) {
        return inside(mark -> mark.mode() == mode).map(Mark::participant).collect(Collectors.toSet());
    }

    /** Who ever came, in one mode. */
    public Set<ParticipantId> whoCame(AttendanceMode mode) {
        return marks().filter(mark -> mark.came() && mark.mode() == mode)
                .map(Mark::participant)
                .collect(Collectors.toSet());
    }

    /** Of each person and mode the latest of these marks, where they came by it. */
    private Stream<Mark> inside(Predicate<Mark> of) {
        return marks()
                .filter(of)
                .collect(Collectors.toMap(
                        mark -> Map.entry(mark.participant(), mark.mode()),
                        mark -> mark,
                        (later, earlier) -> earlier.at().isAfter(later.at()) ? earlier : later))
                .values()
                .stream()
                .filter(Mark::came);
    }

    /** Whether the same marks were told in the same order. Not left to records, whose equality would nest as deep as they are many. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Attendance that && inOrder().equals(that.inOrder());
    }

    @Override
    public int hashCode() {
        return inOrder().hashCode();
    }

    /** What was told, the first first. */
    @JsonValue
    List<Mark> inOrder() {
        return marks().toList().reversed();
    }

    /** What was told, the last first. */
    private Stream<Mark> marks() {
        return Stream.iterate(latest, Objects::nonNull, Entry::earlier).map(Entry::mark);
    }

    private record Entry(Mark mark, @Nullable Entry earlier) {}
}
