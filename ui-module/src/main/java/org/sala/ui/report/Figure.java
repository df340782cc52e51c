package org.sala.ui.report;

import org.jspecify.annotations.Nullable;

/**
 * One number of the report.
 *
 * @param key names it in URLs, such as {@code PEOPLE_REGISTERED.GENDER.WOMAN}; the same for ever
 * @param count how many; null where a reader may not see it
 */
record Figure(String key, @Nullable Long count) {

    boolean isSuppressed() {
        return count == null;
    }

    Figure suppressed() {
        return new Figure(key, null);
    }
}
