package org.sala.ui.report;

/** What the report counts. Its words say how each is defined and in which unit. */
enum Indicator {
    PEOPLE_REGISTERED,
    PEOPLE_PRESENT,
    ORGANIZATIONS,
    OFFERS,
    TRADES_PROPOSED,
    TRADES_AGREED,
    NOTES;

    String wordKey() {
        return "report.indicator." + name();
    }
}
