package org.sala.sessions.planning;

import java.util.List;

/**
 * Who sits with whom, round by round: everybody can talk, colleagues sit apart, nobody meets anybody twice, people meet as
 * many organisations that are new to them as can be, and roles are spread; {@link Score} has what that weighs.
 *
 * <p>The same gathering, seed and steps have the same plan, whatever the order of people in the lists and however fast the
 * machine, unless {@link Ended} says that the time or an onlooker ended the search.
 */
public final class Planning {
    private Planning() {}

    /** Blocks until nothing better can be had, a limit is reached, the onlooker has seen enough, or it is interrupted. */
    public static Plan plan(Gathering gathering, long seed, Limits limits, Onlooker onlooker) {
        return new Planner(gathering, seed, limits, onlooker).plan();
    }

    /**
     * After some did not come and others came: seats who is here, with as few as can be at another table than was announced.
     * Who is new sits where others stay, unless there is no room. Tables may then differ in size by up to three, so that
     * often nobody has to move.
     *
     * @param gathering who is here now; its rounds are those still to come, those before are in {@code earlier}
     * @param announced these rounds as they were announced; whom and what they name may be gone
     * @throws PlanRefused where there are more or fewer rounds than the gathering has, or somebody sits twice in one
     */
    public static Plan revise(Gathering gathering, List<Round> announced, long seed, Limits limits, Onlooker onlooker) {
        return new Planner(gathering, seed, limits, onlooker).revise(announced);
    }

    /** Why people sit as they do in such rounds, whoever made them. */
    public static List<Why> why(Gathering gathering, List<Round> rounds) {
        return new Reasons(gathering).of(rounds);
    }
}
