package org.sala.sessions.programme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sala.sessions.api.Affected;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SessionId;

/** Who has a seat in a session, by word of the test; each in one mode. */
final class AudienceInMemory implements Audience {

    private final Map<AttendanceMode, Set<ParticipantId>> seated = new EnumMap<>(AttendanceMode.class);
    private final List<Affected> conflicts = new ArrayList<>();

    void seat(ParticipantId participant, AttendanceMode mode) {
        seated.computeIfAbsent(mode, _ -> new TreeSet<>(Comparator.comparing(ParticipantId::value)))
                .add(participant);
    }

    void conflict(Affected affected) {
        conflicts.add(affected);
    }

    @Override
    public List<ParticipantId> everybody(SessionId session) {
        return seated.values().stream()
                .flatMap(Set::stream)
                .sorted(Comparator.comparing(ParticipantId::value))
                .toList();
    }

    @Override
    public Set<ParticipantId> seated(SessionId session, AttendanceMode mode) {
        return seated.getOrDefault(mode, Set.of());
    }

    @Override
    public Map<AttendanceMode, Integer> locked(SessionId session) {
        var taken = new EnumMap<AttendanceMode, Integer>(AttendanceMode.class);
        seated.forEach((mode, people) -> taken.put(mode, people.size()));
        return taken;
    }

    @Override
    public List<Affected> inConflict(SessionId session) {
        return List.copyOf(conflicts);
    }
}
