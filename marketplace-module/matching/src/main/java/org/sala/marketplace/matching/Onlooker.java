package org.sala.marketplace.matching;

/** Who watches a matching, and may end it. Called in the thread that searches: answers at once. */
public interface Onlooker {
    /** Nobody watches. */
    Onlooker NONE = new Onlooker() {};

    /** A better solution was found, or a better bound. */
    default void progressed(Progress progress) {}

    /** Asked many times a second; true ends the search, with the best found so far. */
    default boolean hasSeenEnough() {
        return false;
    }
}
