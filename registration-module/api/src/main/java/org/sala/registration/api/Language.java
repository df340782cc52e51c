package org.sala.registration.api;

/** A working language of the summit. */
public enum Language {
    KM,
    EN
}
