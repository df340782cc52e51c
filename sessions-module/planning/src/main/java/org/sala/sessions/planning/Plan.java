package org.sala.sessions.planning;

import java.util.List;

/**
 * Who sits where in every round.
 *
 * @param seed with which the search was begun
 * @param bound what can't be surpassed, part by part
 * @param moved who sits elsewhere in any round than was announced, in order of ids; nobody in a plan made anew
 * @param why of each group of each round, in order
 */
public record Plan(
        long seed, List<Round> rounds, Score score, Score bound, Ended ended, List<PersonId> moved, List<Why> why) {
    public Plan {
        rounds = List.copyOf(rounds);
        moved = List.copyOf(moved);
        why = List.copyOf(why);
    }
}
