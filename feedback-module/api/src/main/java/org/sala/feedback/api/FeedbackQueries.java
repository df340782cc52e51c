package org.sala.feedback.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sala.personal.Personal;

/** What feedback answers at once, from its own books. */
public interface FeedbackQueries {

    /**
     * The boards of a summit, in the order of their ids.
     *
     * @param accessToken the signed token of whoever asks
     * @throws FeedbackRejected {@code SUMMIT_UNKNOWN}, {@code NOT_ALLOWED}
     */
    List<BoardCount> boards(SummitId summit, String accessToken);

    /**
     * What notes say, for staff who work with them, and for a participant where they signed them; others are left out.
     *
     * @param notes at most {@value #WORDS_AT_MOST}
     * @throws FeedbackRejected {@code MALFORMED}, {@code NOT_ALLOWED}
     */
    List<NoteWords> words(List<NoteId> notes, String accessToken);

    int WORDS_AT_MOST = 100;

    /**
     * What a note says.
     *
     * @param text hidden, and the reason given, where whoever signed it was erased
     * @param theme that its author suggested; likewise
     */
    record NoteWords(
            NoteId note, Personal<FreeText> text, @Nullable Personal<FreeText> theme) {}

    /**
     * A board and how much hangs on it.
     *
     * @param open whether it takes notes
     * @param notes how many hang on it
     */
    record BoardCount(
            BoardId board,
            BoardKind kind,
            BilingualText prompt,
            @Nullable Lens lens,
            @Nullable SessionId session,
            boolean open,
            long notes) {}
}
