package org.sala.registration.api;

/** What a person is at the summit. */
public enum ParticipantRole {
    CSO_MEMBER,
    COACH,
    STAFF,
    FACILITATOR,
    INTERPRETER,
    DONOR_VISITOR
}
