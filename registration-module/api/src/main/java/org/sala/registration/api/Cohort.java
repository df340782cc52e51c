package org.sala.registration.api;

/** How the programme accompanied an organisation; every figure can be split by it. */
public enum Cohort {
    SOCIAL_LAB,
    COACHING,
    OTHER
}
