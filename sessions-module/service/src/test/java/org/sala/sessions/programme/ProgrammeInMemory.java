package org.sala.sessions.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionsEvent.SessionEvent;

/** Sessions as a test says they are; and what was told of them. */
public final class ProgrammeInMemory implements Programme {

    private final Map<SessionId, Entry> entries = new HashMap<>();
    private final List<SessionEvent> told = new ArrayList<>();

    public ProgrammeInMemory with(Entry entry) {
        entries.put(entry.session(), entry);
        return this;
    }

    @Override
    public Optional<Entry> find(SessionId session) {
        return Optional.ofNullable(entries.get(session));
    }

    @Override
    public void tell(SessionEvent event) {
        told.add(event);
    }

    public List<SessionEvent> told() {
        return told;
    }
}
