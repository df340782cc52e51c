package org.sala.sessions.planning;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Who understands whom at a table. */
final class Talk {
    private Talk() {}

    /** What all speak whose languages are known. */
    static Set<Language> shared(List<Gathering.Person> table) {
        Set<Language> shared = new TreeSet<>();
        table.forEach(person -> shared.addAll(person.languages()));
        table.stream()
                .filter(person -> !person.languages().isEmpty())
                .forEach(person -> shared.retainAll(person.languages()));
        return Collections.unmodifiableSet(shared);
    }

    static boolean isShared(List<Gathering.Person> table) {
        return !shared(table).isEmpty()
                || table.stream().allMatch(person -> person.languages().isEmpty());
    }

    static boolean helps(Gathering.Interpretation interpretation, List<Gathering.Person> table) {
        return table.stream()
                .allMatch(person -> person.languages().isEmpty()
                        || !Collections.disjoint(person.languages(), interpretation.between()));
    }

    /** Of each table that shares no language, which interpretation it gets; -1 for none, or where none is needed. */
    static int[] interpreters(List<Gathering.Interpretation> interpretation, List<List<Gathering.Person>> tables) {
        int[] usable = new int[tables.size()];
        for (int table = 0; table < usable.length; table++) {
            if (!isShared(tables.get(table))) {
                for (int kind = 0; kind < interpretation.size(); kind++) {
                    usable[table] |= helps(interpretation.get(kind), tables.get(table)) ? 1 << kind : 0;
                }
            }
        }
        return Interpreters.sent(
                usable,
                interpretation.stream()
                        .mapToInt(Gathering.Interpretation::tables)
                        .toArray());
    }
}
