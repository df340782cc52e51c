package org.sala.registration.api;

/** What an organisation is. */
public enum OrganizationKind {
    LOCAL_CSO,
    NETWORK,
    INGO,
    IMPLEMENTING_PARTNER,
    DONOR,
    OTHER
}
