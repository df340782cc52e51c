package org.sala.feedback;

import org.sala.feedback.api.FeedbackEvent.BoardClosed;
import org.sala.feedback.api.FeedbackEvent.BoardEvent;
import org.sala.feedback.api.FeedbackEvent.BoardOpened;

/** Where a board stands, as its events tell. */
sealed interface BoardState {

    record Unopened() implements BoardState {}

    record Open(BoardOpened opening) implements BoardState {}

    record Closed(BoardOpened opening) implements BoardState {}

    /** The state after one more event. An event that can't follow this state changes nothing. */
    default BoardState evolve(BoardEvent event) {
        return switch (event) {
            case BoardOpened opened -> new Open(opened);
            case BoardClosed _ -> this instanceof Open(var opening) ? new Closed(opening) : this;
        };
    }
}
