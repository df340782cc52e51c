package org.sala.sessions.planning;

import java.util.List;

/** Who sits where in one round. Tables at which nobody sits are not listed. */
public record Round(List<Group> groups) {
    /** The people at a table; in a plan in order of their ids. */
    public record Group(TableId table, List<PersonId> people) {
        public Group {
            people = List.copyOf(people);
        }
    }

    public Round {
        groups = List.copyOf(groups);
    }
}
