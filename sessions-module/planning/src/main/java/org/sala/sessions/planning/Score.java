package org.sala.sessions.planning;

import java.util.Comparator;

/**
 * What a plan is worth, in plain parts, over all rounds, and what these weigh beside each other.
 *
 * @param mute tables whose people share no language, and which no interpreter can help
 * @param colleagues pairs of one organisation at one table
 * @param repeats of each pair at a table, how often the two sat together before, in this plan or earlier: a second time
 *     counts 1, a third one 2 more
 * @param interpreted tables whose people share no language, and which an interpreter helps
 * @param newOrganizations of each person, how many other organisations they sit with that they never sat with before
 * @param alike pairs of one role at one table; the fewer, the better roles are spread
 */
public record Score(int mute, int colleagues, int repeats, int interpreted, int newOrganizations, int alike) {
    static final int MUTE_COSTS = 1_000;
    static final int COLLEAGUES_COST = 120;
    static final int A_REPEAT_COSTS = 80;
    static final int AN_INTERPRETER_COSTS = 20;
    static final int A_NEW_ORGANIZATION_BRINGS = 2;
    static final int ALIKE_COST = 1;

    /** What is better comes first. */
    public static final Comparator<Score> BEST_FIRST = Comparator.comparingLong(Score::cost);

    /**
     * The less, the better; below zero where nothing is amiss and people meet. A table that can't talk costs as much as eight
     * pairs of colleagues, these as much as a repeat and a half, a repeat as much as four tables with an interpreter, or as
     * forty new organisations bring.
     */
    public long cost() {
        return (long) MUTE_COSTS * mute
                + (long) COLLEAGUES_COST * colleagues
                + (long) A_REPEAT_COSTS * repeats
                + (long) AN_INTERPRETER_COSTS * interpreted
                - (long) A_NEW_ORGANIZATION_BRINGS * newOrganizations
                + (long) ALIKE_COST * alike;
    }

    /** Whether no part of it is worse than that of another. */
    boolean reaches(Score other) {
        return mute <= other.mute
                && colleagues <= other.colleagues
                && repeats <= other.repeats
                && interpreted <= other.interpreted
                && newOrganizations >= other.newOrganizations
                && alike <= other.alike;
    }

    @Override
    public String toString() {
        return "%d mute tables, %d colleagues together, %d repeats, %d interpreted tables, %d new organizations, %d alike"
                .formatted(mute, colleagues, repeats, interpreted, newOrganizations, alike);
    }
}
