package org.sala.ui.lists;

import java.util.Comparator;

/**
 * Something that a column of a list can say.
 *
 * @param day the day's number where {@code meaning} is {@link Meaning#DAY}, else 0
 */
record Field(Meaning meaning, int day) implements Comparable<Field> {

    private static final Comparator<Field> ORDER =
            Comparator.comparing(Field::meaning).thenComparingInt(Field::day);

    /** What it is about. */
    enum Meaning {
        /** A whole name, in either script or in both. */
        NAME,
        NAME_KM,
        NAME_LATIN,
        FAMILY_NAME,
        GIVEN_NAME,
        PHONE,
        EMAIL,
        ORGANIZATION,
        ORGANIZATION_KIND,
        ORGANIZATION_SIZE,
        PROVINCE,
        ROLE,
        GENDER,
        AGE,
        DISABILITY,
        LANGUAGE,
        /** One day: whether somebody comes, or how. */
        DAY,
        /** The days that somebody comes on, as one cell says them: {@code 1,3}. */
        DAYS,
        /** How somebody takes part, on whichever days. */
        MODE,
        /** Everything that somebody agrees to, in one cell. */
        CONSENTS,
        CONSENT_DATA,
        CONSENT_PHOTO,
        CONSENT_DONOR,
        COHORT,
        SECTORS
    }

    static Field of(Meaning meaning) {
        return new Field(meaning, 0);
    }

    static Field day(int number) {
        return new Field(Meaning.DAY, number);
    }

    @Override
    public int compareTo(Field other) {
        return ORDER.compare(this, other);
    }
}
