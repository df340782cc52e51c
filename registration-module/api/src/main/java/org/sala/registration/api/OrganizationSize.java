package org.sala.registration.api;

/** Size class by staff: small up to 10, medium up to 50, large above. */
public enum OrganizationSize {
    SMALL,
    MEDIUM,
    LARGE
}
