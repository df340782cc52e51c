package org.sala.sessions.api;

/** What stands in civil society's way, as small groups name it. */
public enum ChallengeCategory {
    CAPACITY,
    AWARENESS,
    FUNDING,
    REGULATORY_ENVIRONMENT,
    OTHER
}
