package org.sala.marketplace.api;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of form: size first, then characters, then form. A failure names the field and never its value. */
final class Form {

    static final int MOST_UNITS = 10_000;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern CATEGORY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Form() {}

    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw MarketplaceRejected.malformed(field);
        }
        return value;
    }

    static void that(String field, boolean holds) {
        if (!holds) {
            throw MarketplaceRejected.malformed(field);
        }
    }

    /** A collection that is there, each of its elements too. */
    static <T, C extends Collection<T>> C all(String field, @Nullable C values) {
        var collection = required(field, values);
        that(field, collection.stream().noneMatch(Objects::isNull));
        return collection;
    }

    static void text(String field, @Nullable BilingualText text, int longest) {
        var both = required(field, text);
        for (var one : new @Nullable String[] {both.km(), both.en()}) {
            var words = required(field, one);
            that(field, !words.isBlank() && words.length() <= longest);
            that(field, !CONTROL.matcher(words).find());
        }
    }

    static void category(String field, @Nullable Category category) {
        var code = required(field, required(field, category).code());
        that(field, code.length() >= 2 && code.length() <= 40);
        that(field, CATEGORY.matcher(code).matches());
    }

    static void place(String field, @Nullable Place place) {
        var where = required(field, place);
        that(field, where.remote() || where.venue() != null);
        if (where.venue() != null) {
            text(field, where.venue(), 200);
        }
    }

    /** A moment that a calendar of our days has, so that no clock or column overflows at it. */
    static void instant(String field, @Nullable Instant moment) {
        var when = required(field, moment);
        that(field, when.isAfter(EARLIEST) && when.isBefore(LATEST));
    }
}
