package org.sala.feedback.api;

/** What kind of challenge a note names. */
public enum Challenge {
    CAPACITY,
    AWARENESS,
    FUNDING,
    REGULATORY_ENVIRONMENT,
    OTHER
}
