package org.sala.ui.lists;

import java.util.Map;

/**
 * Something to be said of a row, in the reader's words.
 *
 * @param cell where, as a spreadsheet names it ({@code B7}); empty where it is the whole row
 * @param details arguments of the words, by name; of a {@code REGISTRATION} its {@code reason} too. Never what a cell says
 */
record Remark(What what, String cell, Map<String, String> details) {

    Remark {
        details = Map.copyOf(details);
    }

    /** What is said. */
    enum What {
        NAME_MISSING(true),
        CONTACT_MISSING(true),
        NAME_UNREADABLE(true),
        PHONE_UNREADABLE(true),
        EMAIL_UNREADABLE(true),
        ORGANIZATION_MISSING(true),
        ORGANIZATION_UNKNOWN(true),
        /** Several organisations are called that. */
        ORGANIZATION_AMBIGUOUS(true),
        KIND_UNREADABLE(true),
        SIZE_UNREADABLE(true),
        PROVINCE_UNREADABLE(true),
        COHORT_UNREADABLE(true),
        SECTORS_UNREADABLE(true),
        ROLE_UNREADABLE(true),
        GENDER_UNREADABLE(true),
        AGE_UNREADABLE(true),
        DISABILITY_UNREADABLE(true),
        LANGUAGE_UNREADABLE(true),
        DAYS_MISSING(true),
        DAYS_UNREADABLE(true),
        DAY_UNKNOWN(true),
        MODE_UNREADABLE(true),
        MODE_NOT_OFFERED(true),
        DAY_NOT_FOR_THEM(true),
        CONSENT_MISSING(true),
        CONSENT_UNREADABLE(true),
        /** A spreadsheet's own error, such as {@code #REF!}. */
        CELL_BROKEN(true),
        /** The same person, or organisation, as in another row: {@code row}. */
        REPEATED(true),
        /** Somebody who cancelled is registered with that contact. */
        CANCELLED(true),
        /** Registration said no. */
        REGISTRATION(true),

        /** Somebody who is registered with another contact has the same name. */
        SIMILAR(false),
        /** The same name as in another row, with another contact: {@code row}. */
        SIMILAR_ROW(false),
        NAME_CHANGED(false),
        CONTACT_CHANGED(false),
        ORGANIZATION_CHANGED(false),
        ROLE_CHANGED(false),
        GENDER_CHANGED(false),
        AGE_CHANGED(false),
        DISABILITY_CHANGED(false),
        LANGUAGE_CHANGED(false),
        KIND_CHANGED(false),
        SIZE_CHANGED(false),
        PROVINCE_CHANGED(false),
        COHORT_CHANGED(false),
        SECTORS_CHANGED(false),
        DAY_ADDED(false),
        DAY_DROPPED(false),
        MODE_CHANGED(false),
        REINSTATED(false);

        private final boolean refuses;

        What(boolean refuses) {
            this.refuses = refuses;
        }

        /** Whether a row of which it is said is left out. */
        boolean refuses() {
            return refuses;
        }
    }

    static Remark of(What what) {
        return new Remark(what, "", Map.of());
    }

    static Remark at(What what, String cell) {
        return new Remark(what, cell, Map.of());
    }

    static Remark ofDay(What what, String cell, int day) {
        return new Remark(what, cell, Map.of("day", Integer.toString(day)));
    }
}
