package org.sala.feedback.api;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of form: size first, then characters, then form. A failure names the field and never its value. */
final class Form {

    // half a surrogate pair is no character, and can't be stored as UTF-8
    private static final Pattern UNACCEPTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");

    private Form() {}

    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw FeedbackRejected.malformed(field);
        }
        return value;
    }

    static void that(String field, boolean holds) {
        if (!holds) {
            throw FeedbackRejected.malformed(field);
        }
    }

    static void text(String field, @Nullable BilingualText text, int longest) {
        var both = required(field, text);
        words(field, both.km(), longest);
        words(field, both.en(), longest);
    }

    static void note(NoteId id, Note note) {
        words("text", required("text", note.text()).value(), 1000);
        required("language", note.language());
        required("source", note.source());
        that("occurredAt", note.isAnonymous() == (note.occurredAt() == null));
        that("note", !(note.isAnonymous() && id.tellsWhenItWasMade()));
        if (note.theme() != null) {
            words("theme", note.theme().value(), 80);
            that("theme", note.theme().value().indexOf('\n') < 0);
        }
    }

    private static void words(String field, @Nullable String text, int longest) {
        var words = required(field, text);
        // a bound on what is counted, before it is counted
        that(field, words.length() <= 2 * longest);
        that(field, !words.isBlank() && words.codePointCount(0, words.length()) <= longest);
        that(field, !UNACCEPTABLE.matcher(words).find());
    }
}
