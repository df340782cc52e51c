package org.sala.registration.api;

/** What a person can agree to, one by one. Without DATA_USE there is no registration. */
public enum Consent {
    DATA_USE,
    PHOTO,
    NAME_TO_DONOR
}
