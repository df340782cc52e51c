package org.sala.feedback.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
