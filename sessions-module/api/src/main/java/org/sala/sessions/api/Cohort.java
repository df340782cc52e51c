package org.sala.sessions.api;

/** How the programme accompanied an organisation, as registration tells. */
public enum Cohort {
    SOCIAL_LAB,
    COACHING,
    OTHER
}
