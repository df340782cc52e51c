package org.sala.sessions.api;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks of form: size first, then characters, then form. A failure names the field and never its value. */
final class Form {

    // half a surrogate pair is no character, and can't be stored as UTF-8
    private static final Pattern UNACCEPTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");
    private static final int MOST_TABLES = 500;
    private static final int LONGEST_WORDS = 2_000;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
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

    static void day(int day) {
        that("day", day >= 1 && day <= 60);
    }

    /** A moment that a calendar of our days has, so that no clock or column overflows at it. */
    static void moment(String field, @Nullable Instant moment) {
        var when = required(field, moment);
        that(field, when.isAfter(EARLIEST) && when.isBefore(LATEST));
    }

    /** Words that may name people. */
    static void words(String field, @Nullable FreeText words) {
        var text = required(field, required(field, words).value());
        that(field, !text.isBlank() && text.length() <= LONGEST_WORDS);
        that(field, !UNACCEPTABLE.matcher(text).find());
    }

    static void stay(Stay stay) {
        required("participant", stay.participant());
        required("mode", stay.mode());
        moment("joinedAt", stay.joinedAt());
        if (stay.leftAt() != null) {
            moment("leftAt", stay.leftAt());
            that("leftAt", stay.joinedAt().isBefore(stay.leftAt()));
        }
    }

    static void round(int round) {
        that("round", round >= 1 && round <= 100);
    }

    static void table(int table) {
        that("table", table >= 1 && table <= MOST_TABLES);
    }

    /** Groups in the order of their tables, each person at one. */
    static List<SmallGroup> groups(@Nullable List<SmallGroup> groups) {
        var given = listed("groups", groups);
        that("groups", !given.isEmpty() && given.size() <= MOST_TABLES);
        var tables = new HashSet<Integer>();
        var seated = new HashSet<ParticipantId>();
        for (var group : given) {
            table(group.table());
            that("table", tables.add(group.table()));
            that("people", !group.people().isEmpty() && group.people().size() <= 100);
            that("people", group.people().stream().allMatch(seated::add));
            that("languages", !group.languages().isEmpty());
        }
        return given.stream().sorted(Comparator.comparingInt(SmallGroup::table)).toList();
    }

    static void pitch(@Nullable Pitch pitch) {
        var said = required("pitch", pitch);
        var parts = Stream.of(said.idea(), said.whyCare(), said.howItDiffers())
                .filter(Objects::nonNull)
                .toList();
        that("pitch", !parts.isEmpty());
        parts.forEach(part -> words("pitch", part));
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
