package org.sala.ui.lists;

/** What badges are printed on. */
public enum BadgePaper {
    /** One badge a page, for holders of that size. */
    A6,
    /** Eight of 105 by 74 mm, to be cut. */
    EIGHT_ON_A4
}
