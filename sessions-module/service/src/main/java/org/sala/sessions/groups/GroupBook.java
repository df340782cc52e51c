package org.sala.sessions.groups;

import java.util.List;
import java.util.Set;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.programme.Programme;

/** Who can sit in the groups of a session, and which rounds it has: what no round can know by itself. */
public interface GroupBook {

    /**
     * Who is in a session: whoever has a seat in it or leads it and, once it runs, whoever is there or was. Of a session that
     * is still to come and nobody signs up for, everybody who is registered for its day.
     */
    Set<ParticipantId> people(Programme.Entry session);

    /** Enters that a session has that round, in the command's transaction. */
    void enter(SessionId session, int round);

    /** The rounds of a session, in order. */
    List<Integer> rounds(SessionId session);
}
