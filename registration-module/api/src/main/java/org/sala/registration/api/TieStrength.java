package org.sala.registration.api;

/** How close two organisations work, in the words of the one that declares it; weakest first. */
public enum TieStrength {
    /** They have nothing to do with each other, any more or yet. */
    NONE,
    KNOWS,
    /** They exchange information. */
    EXCHANGES,
    /** They coordinate what each does. */
    COORDINATES,
    WORKS_JOINTLY
}
