package org.sala.pdf;

/** How heavy letters are. */
public enum Weight {
    REGULAR,
    BOLD
}
