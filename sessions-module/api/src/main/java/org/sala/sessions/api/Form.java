package org.sala.sessions.api;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of form: size first, then characters, then form. A failure names the field and never its value. */
final class Form {

    // half a surrogate pair is no character, and can't be stored as UTF-8
    private static final Pattern UNACCEPTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");
    private static final Pattern LINK = Pattern.compile("https://[^\\s\"<>@/]{1,253}(/[^\\s\"<>]*)?");

    private Form() {}

    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw SessionsRejected.malformed(field);
        }
        return value;
    }

    static void that(String field, boolean holds) {
        if (!holds) {
            throw SessionsRejected.malformed(field);
        }
    }

    /** One line of text. */
    static void line(String field, @Nullable String text, int longest) {
        var line = required(field, text);
        that(field, !line.isBlank() && line.length() <= longest);
        that(field, line.indexOf('\n') < 0 && !UNACCEPTABLE.matcher(line).find());
    }

    static void text(String field, @Nullable BilingualText text, int longest) {
        var both = required(field, text);
        for (var one : new @Nullable String[] {both.km(), both.en()}) {
            var words = required(field, one);
            that(field, !words.isBlank() && words.length() <= longest);
            that(field, !UNACCEPTABLE.matcher(words).find());
        }
    }

    static void plan(SessionPlan plan) {
        text("title", plan.title(), 200);
        required("kind", plan.kind());
        that("objectives", plan.objectives().stream().allMatch(number -> number >= 1 && number <= 4));
        required("method", plan.method());
        var slot = required("slot", plan.slot());
        that("slot", required("slot", slot.start()).isBefore(required("slot", slot.end())));
        that("seats", !plan.seats().isEmpty());
        that("seats", plan.seats().values().stream().allMatch(seats -> seats >= 1 && seats <= 100_000));
        place(required("place", plan.place()), plan.seats().keySet());
        that("facilitators", plan.facilitators().size() <= 50);
        that("languages", !plan.languages().isEmpty());
        that("prompts", plan.prompts().size() <= 20);
        plan.prompts().forEach(prompt -> text("prompts", prompt, 500));
    }

    private static void place(Place place, Set<AttendanceMode> modes) {
        that("room", place.room() != null || !modes.contains(AttendanceMode.IN_PERSON));
        that("link", place.link() != null || !modes.contains(AttendanceMode.ONLINE));
        if (place.room() != null) {
            line("room", place.room(), 80);
        }
        if (place.link() != null) {
            line("link", place.link(), 500);
            that("link", LINK.matcher(place.link()).matches());
        }
    }

    /** A copy in a fixed order. */
    static <T> Set<T> ordered(String field, @Nullable Set<T> elements, Comparator<? super T> order) {
        var copy = new TreeSet<T>(order);
        copy.addAll(whole(field, elements));
        return Collections.unmodifiableSet(copy);
    }

    /** A copy in the order of the keys. */
    static <K extends Comparable<K>, V> Map<K, V> ordered(String field, @Nullable Map<K, V> entries) {
        var there = required(field, entries);
        whole(field, there.keySet());
        whole(field, there.values());
        return Collections.unmodifiableMap(new TreeMap<>(there));
    }

    static <T> List<T> listed(String field, @Nullable List<T> elements) {
        return List.copyOf(whole(field, elements));
    }

    private static <T> Collection<T> whole(String field, @Nullable Collection<T> elements) {
        var there = required(field, elements);
        that(field, there.stream().noneMatch(Objects::isNull));
        return there;
    }
}
