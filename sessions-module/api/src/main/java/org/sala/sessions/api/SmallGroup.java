package org.sala.sessions.api;

import java.util.Comparator;
import java.util.Set;

/**
 * Who sits together at a table in one round.
 *
 * @param table its number in the room, from 1
 * @param languages what is spoken at it
 * @param interpretation what somebody has to interpret into, where no language is everybody's
 */
public record SmallGroup(int table, Set<ParticipantId> people, Set<Language> languages, Set<Language> interpretation) {

    public SmallGroup {
        people = Form.ordered("people", people, Comparator.comparing(ParticipantId::value));
        languages = Form.ordered("languages", languages, Comparator.naturalOrder());
        interpretation = Form.ordered("interpretation", interpretation, Comparator.naturalOrder());
    }
}
