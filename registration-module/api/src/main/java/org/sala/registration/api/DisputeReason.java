package org.sala.registration.api;

/** Why a scan can not simply be believed. */
public enum DisputeReason {
    /** Nobody is registered under this id, so far. */
    PARTICIPANT_UNKNOWN,
    /** The registration was cancelled before. */
    CANCELLED,
    /** Not registered for that day. */
    NOT_EXPECTED,
    /** It happened on another date than the day has. */
    NOT_THE_DAY,
    /** The day is not held in that mode. */
    MODE_NOT_OFFERED,
    /** The badge that was shown had been revoked, or is none of this person. */
    BADGE_REVOKED,
    /** In person and online at the same time. */
    TWO_PLACES,
    /** Left without having come. */
    OUT_WITHOUT_IN,
    /** One scan of a device says two things. */
    SCAN_REUSED
}
