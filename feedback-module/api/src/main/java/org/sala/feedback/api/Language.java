package org.sala.feedback.api;

/** The language that a note is written in. */
public enum Language {
    KM,
    EN
}
