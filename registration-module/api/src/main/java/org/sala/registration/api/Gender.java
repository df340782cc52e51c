package org.sala.registration.api;

/** As the person describes themselves. */
public enum Gender {
    WOMAN,
    MAN,
    ANOTHER,
    PREFERS_NOT_TO_SAY
}
