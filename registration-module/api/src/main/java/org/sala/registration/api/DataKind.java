package org.sala.registration.api;

/** Kinds of what is personal of a participant, each with a time of its own after which it is forgotten. */
public enum DataKind {
    /** Phone number and address. */
    CONTACTS,
    /** What somebody needs to take part, such as a disability. */
    NEEDS,
    /** Who it was that attended: the name, and with it everything else. It ends by erasing the person. */
    ATTENDANCE
}
