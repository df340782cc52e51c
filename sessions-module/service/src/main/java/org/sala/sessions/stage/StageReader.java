package org.sala.sessions.stage;

import java.util.Objects;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionsEvent.StageEvent;
import org.sala.sessions.api.SessionsQueries;
import org.sala.sessions.api.StageId;

/** A stage, from its own events: what was said on it is nowhere else. */
public final class StageReader {

    private final EventStore events;

    public StageReader(EventStore events) {
        this.events = events;
    }

    public SessionsQueries.Stage of(SessionId session) {
        var state = StageState.EMPTY;
        var stream = events.readEvents(StageId.of(session).toString());
        while (stream.hasNext()) {
            if (stream.next().getPayload() instanceof StageEvent event) {
                state = state.evolve(event);
            }
        }
        return shown(state);
    }

    private static SessionsQueries.Stage shown(StageState state) {
        return new SessionsQueries.Stage(
                state.order().stream()
                        .map(id -> Objects.requireNonNull(state.teams().get(id)))
                        .map(team -> new SessionsQueries.Team(
                                team.team(), team.title(), team.organizations(), team.nominee()))
                        .toList(),
                state.interviews().values().stream()
                        .map(interview -> shown(interview, state))
                        .toList(),
                state.interviews().values().stream()
                        .filter(Interview::isOnAir)
                        .map(Interview::id)
                        .findFirst()
                        .orElse(null));
    }

    private static SessionsQueries.Interview shown(Interview interview, StageState state) {
        return new SessionsQueries.Interview(
                interview.id(),
                interview.team(),
                interview.nominee(),
                interview.startedAt(),
                interview.endedAt(),
                interview.chair(),
                interview.pitch(),
                state.questions().values().stream()
                        .filter(asked -> asked.interview().equals(interview.id()))
                        .map(asked -> new SessionsQueries.Question(
                                asked.question(), asked.askedBy(), asked.as(), asked.words()))
                        .toList(),
                state.feedback().values().stream()
                        .filter(given -> given.interview().equals(interview.id()))
                        .map(given -> new SessionsQueries.Feedback(given.feedback(), given.givenBy(), given.words()))
                        .toList());
    }
}
