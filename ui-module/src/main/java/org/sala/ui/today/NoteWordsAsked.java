package org.sala.ui.today;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.sala.feedback.api.FeedbackQueries;
import org.sala.feedback.api.FeedbackQueries.NoteWords;
import org.sala.feedback.api.FreeText;
import org.sala.feedback.api.NoteId;
import org.sala.personal.Personal;
import org.sala.ui.commands.Asking;
import org.sala.ui.language.Words;
import org.sala.ui.signin.Account;

/**
 * What the notes on one page say, asked of feedback as whoever reads the page. Remembered only while they are shown, and
 * at most until the page is left.
 */
final class NoteWordsAsked {

    private final Asking asking;
    private final FeedbackQueries feedback;
    private final Account reader;
    private final Map<UUID, Personal<FreeText>> known = new HashMap<>();

    NoteWordsAsked(Asking asking, FeedbackQueries feedback, Account reader) {
        this.asking = asking;
        this.feedback = feedback;
        this.reader = reader;
    }

    /** Asks for what is not known yet of the notes that are shown now, and forgets the others. */
    void ask(Collection<UUID> shown, Locale locale) {
        known.keySet().retainAll(shown);
        var unknown = shown.stream()
                .filter(note -> !known.containsKey(note))
                .map(NoteId::new)
                .toList();
        if (!unknown.isEmpty()) {
            asking.learn(reader, token -> feedback.words(unknown, token), locale)
                    .answer()
                    .orElse(List.of())
                    .forEach(this::remember);
        }
    }

    private void remember(NoteWords words) {
        known.put(words.note().value(), words.text());
    }

    /** The words of a note, or in the reader's language why there are none. */
    String of(UUID note, Locale locale) {
        return switch (known.get(note)) {
            case null -> Words.of(locale, "today.note.away");
            case Personal.Clear<FreeText>(var text) -> text.value();
            case Personal.Hidden<FreeText>(var reason) ->
                Words.of(locale, reason == Personal.Reason.ERASED ? "today.note.erased" : "today.note.hidden");
        };
    }
}
