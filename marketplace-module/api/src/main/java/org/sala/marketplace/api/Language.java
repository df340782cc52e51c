package org.sala.marketplace.api;

/** A language in which an offer can be had. */
public enum Language {
    KM,
    EN
}
