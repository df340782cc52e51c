package org.sala.ui.desk;

/** The lists of the desk; the URL says which is open. */
enum DeskTab {
    DOOR,
    WAITING,
    DISPUTES,
    DUPLICATES
}
