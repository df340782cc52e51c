package org.sala.registration.api;

/** Age in bands, never a date of birth. */
public enum AgeBand {
    UNDER_18,
    FROM_18_TO_29,
    FROM_30_TO_44,
    FROM_45_TO_59,
    FROM_60,
    PREFERS_NOT_TO_SAY
}
