package org.sala.sessions.planning;

/** Who watches a planning, and may end it. Called in the thread that searches: answers at once. */
public interface Onlooker {
    /** Nobody watches. */
    Onlooker NONE = new Onlooker() {};

    /** A better plan was found. */
    default void progressed(Progress progress) {}

    /** Asked many times a second; true ends the search, with the best found so far. */
    default boolean hasSeenEnough() {
        return false;
    }
}
