package org.sala.sessions.api;

/** What a person is at the summit, as registration tells. */
public enum ParticipantRole {
    CSO_MEMBER,
    COACH,
    STAFF,
    FACILITATOR,
    INTERPRETER,
    DONOR_VISITOR
}
