package org.sala.registration.api;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of form: size first, then characters, then form. A failure names the field and never its value. */
final class Form {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ]{5,18}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,190}\\.[^\\s@<>\".]{2,63}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final int MOST_DAYS = 60;

    private Form() {}

    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw RegistrationRejected.malformed(field);
        }
        return value;
    }

    static void that(String field, boolean holds) {
        if (!holds) {
            throw RegistrationRejected.malformed(field);
        }
    }

    /** One line of text. */
    static void line(String field, @Nullable String text, int longest) {
        var line = required(field, text);
        that(field, !line.isBlank() && line.length() <= longest);
        that(field, line.indexOf('\n') < 0 && !CONTROL.matcher(line).find());
    }

    static void text(String field, @Nullable BilingualText text, int longest) {
        var both = required(field, text);
        for (var one : new @Nullable String[] {both.km(), both.en()}) {
            var words = required(field, one);
            that(field, !words.isBlank() && words.length() <= longest);
            that(field, !CONTROL.matcher(words).find());
        }
    }

    static void name(String field, PersonName name) {
        that(field, name.km() != null || name.latin() != null);
        if (name.km() != null) {
            line(field, name.km(), 120);
        }
        if (name.latin() != null) {
            line(field, name.latin(), 120);
        }
    }

    /** What is said of a person, at registration and later. */
    static void person(
            @Nullable OrganizationId organization,
            @Nullable PersonName name,
            @Nullable Contact contact,
            @Nullable ParticipantRole role,
            @Nullable Gender gender,
            @Nullable AgeBand ageBand,
            @Nullable Language language) {
        name("name", required("name", name));
        contact("contact", required("contact", contact));
        required("role", role);
        that("organization", organization != null || role != ParticipantRole.CSO_MEMBER);
        required("gender", gender);
        required("ageBand", ageBand);
        required("language", language);
    }

    static void day(String field, int day) {
        that(field, day >= 1 && day <= MOST_DAYS);
    }

    /** Days of a summit, in their order and numbered. */
    static List<SummitDay> days(String field, @Nullable List<SummitDay> given) {
        var days = List.copyOf(required(field, given));
        that(field, !days.isEmpty() && days.size() <= MOST_DAYS);
        for (var i = 0; i < days.size(); i++) {
            var day = days.get(i);
            that(field, day.number() == i + 1);
            that(field, i == 0 || day.date().isAfter(days.get(i - 1).date()));
            text("venue", day.venue(), 200);
            that("seats", !day.seats().isEmpty());
            that("seats", day.seats().values().stream().allMatch(n -> n >= 0 && n <= 100_000));
            required("admits", day.admits());
            that("perOrganization", day.perOrganization() == null || day.perOrganization() >= 1);
        }
        return days;
    }

    /** Days that somebody comes on, by number. */
    static Map<Integer, AttendanceMode> days(String field, @Nullable Map<Integer, AttendanceMode> given) {
        var days = Collections.unmodifiableMap(new TreeMap<>(required(field, given)));
        that(field, !days.isEmpty() && days.size() <= MOST_DAYS);
        return days;
    }

    static Set<Consent> consents(String field, @Nullable Set<Consent> given) {
        return Collections.unmodifiableSet(new TreeSet<>(required(field, given)));
    }

    static List<String> sectors(String field, @Nullable List<String> given) {
        var sectors = List.copyOf(required(field, given));
        that(field, sectors.size() <= 20);
        sectors.forEach(sector -> line(field, sector, 80));
        return sectors;
    }

    static void scan(String field, @Nullable ScanId scan) {
        if (scan != null) {
            required("device", scan.device());
            that("sequence", scan.sequence() >= 1);
            required("nonce", scan.nonce());
        }
    }

    static void ticket(String field, @Nullable TicketDigest ticket) {
        that(field, DIGEST.matcher(required(field, ticket).hex()).matches());
    }

    static void contact(String field, Contact contact) {
        that(field, contact.phone() != null || contact.email() != null);
        if (contact.phone() != null) {
            that("phone", contact.phone().length() <= 20);
            that("phone", PHONE.matcher(contact.phone()).matches());
        }
        if (contact.email() != null) {
            that("email", contact.email().length() <= 254);
            that("email", EMAIL.matcher(contact.email()).matches());
        }
    }
}
