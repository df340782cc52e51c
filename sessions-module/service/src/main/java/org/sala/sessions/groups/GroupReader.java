package org.sala.sessions.groups;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.sala.sessions.api.RoundId;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionsEvent.GroupSummarySubmitted;
import org.sala.sessions.api.SessionsEvent.RoundEvent;
import org.sala.sessions.api.SessionsQueries.GroupRound;
import org.sala.sessions.api.SessionsQueries.Summary;

/** The rounds of a session, from their own events: what tables told is nowhere else. */
public final class GroupReader {

    private final GroupBook groups;
    private final EventStore events;

    public GroupReader(GroupBook groups, EventStore events) {
        this.groups = groups;
        this.events = events;
    }

    public List<GroupRound> of(SessionId session) {
        return groups.rounds(session).stream()
                .map(round -> round(session, round))
                .toList();
    }

    private GroupRound round(SessionId session, int number) {
        var state = RoundState.EMPTY;
        var latest = new LinkedHashMap<Integer, Summary>();
        var stream = events.readEvents(RoundId.of(session, number).toString());
        while (stream.hasNext()) {
            if (stream.next().getPayload() instanceof RoundEvent event) {
                state = state.evolve(event);
                note(event, latest);
            }
        }
        return new GroupRound(
                number,
                state.groups(),
                latest.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue)
                        .toList());
    }

    private static void note(RoundEvent event, Map<Integer, Summary> latest) {
        if (event instanceof GroupSummarySubmitted told) {
            latest.put(told.table(), new Summary(told.summary(), told.table(), told.challenges(), told.words()));
        }
    }
}
