package org.sala.rehearsal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What a line of a summit's files asks for.
 *
 * @param key what the line is called in the files
 * @param at when it was asked at the summit, by the summit's own clock
 */
record Line<C>(String file, long number, String key, Instant at, C command) {

    static final Comparator<Line<?>> BY_TIME = Comparator.comparing(Line::at);

    static <C> List<Line<C>> inOrder(List<Line<C>> lines) {
        return lines.stream().sorted(BY_TIME).toList();
    }

    Fault fault(String field, String problem) {
        return new Fault(file, number, field, problem);
    }
}
