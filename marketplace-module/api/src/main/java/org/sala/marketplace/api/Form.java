package org.sala.marketplace.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of form: size first, then characters, then form. A failure names the field and never its value. */
final class Form {

    static final int MOST_UNITS = 10_000;

    private static final int MOST_LEGS = 12;
    private static final int LONGEST_WORDS = 2_000;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern CATEGORY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Form() {}

    /**
     * What is said of an offer, first or anew.
     *
     * @return its languages, in a fixed order
     */
    static Set<Language> offer(
            Category category,
            BilingualText title,
            BilingualText terms,
            int units,
            BilingualText unit,
            Set<Language> languages,
            Place place,
            Instant goodUntil) {
        category("category", category);
        text("title", title, 120);
        text("terms", terms, 2_000);
        that("units", units >= 1 && units <= MOST_UNITS);
        text("unit", unit, 60);
        var ordered = Collections.unmodifiableSet(new TreeSet<>(all("languages", languages)));
        that("languages", !ordered.isEmpty());
        place("place", place);
        instant("goodUntil", goodUntil);
        return ordered;
    }

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

    /** Words that may name people: there may be none, and what there is has a form. */
    static void words(String field, @Nullable FreeText words) {
        if (words != null) {
            var text = required(field, words.value());
            that(field, !text.isBlank() && text.length() <= LONGEST_WORDS);
            that(field, !CONTROL.matcher(text).find());
        }
    }

    /** Legs in their order, as many as a trade may have. */
    static List<Leg> legs(String field, @Nullable List<Leg> asked) {
        var legs = List.copyOf(all(field, asked));
        that(field, !legs.isEmpty() && legs.size() <= MOST_LEGS);
        for (var leg : legs) {
            required("giver", leg.giver());
            required("receiver", leg.receiver());
            required("offer", leg.offer());
            that("units", leg.units() >= 1 && leg.units() <= MOST_UNITS);
            if (leg.dueBy() != null) {
                instant("dueBy", leg.dueBy());
            }
        }
        return legs;
    }

    static void legNumber(String field, int leg) {
        that(field, leg >= 1 && leg <= MOST_LEGS);
    }

    static void day(String field, @Nullable LocalDate day) {
        instant(field, required(field, day).atStartOfDay().toInstant(ZoneOffset.UTC));
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
