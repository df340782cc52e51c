package org.sala.feedback.api;

/** How a note came in: typed by its author, spoken to staff, or copied from a flipchart. */
public enum NoteSource {
    TYPED,
    SPOKEN,
    FLIPCHART
}
