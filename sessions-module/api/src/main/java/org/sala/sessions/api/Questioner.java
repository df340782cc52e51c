package org.sala.sessions.api;

/** As whom somebody asks a team. */
public enum Questioner {
    /** Who leads the interview. */
    HOST,
    /** Somebody of another team, on the empty chair. */
    EMPTY_CHAIR,
    /** A visitor from the donor. */
    VISITOR
}
