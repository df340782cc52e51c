package org.sala.sessions.api;

/** A language that is spoken, or interpreted into. */
public enum Language {
    KM,
    EN
}
