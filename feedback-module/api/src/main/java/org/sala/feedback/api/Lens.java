package org.sala.feedback.api;

/** Whom a Vision table asks about: what is needed from them, or what worked in the programme. */
public enum Lens {
    INGOS,
    OTHER_CSOS,
    DONORS,
    PROGRAMME
}
