package org.sala.registration.api;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of form: size first, then characters, then form. A failure names the field and never its value. */
final class Form {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ]{5,18}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,190}\\.[^\\s@<>\".]{2,63}");

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
