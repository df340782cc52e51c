package org.sala.feedback;

import org.sala.feedback.api.FeedbackEvent.NoteEvent;
import org.sala.feedback.api.FeedbackEvent.NotePosted;

/** Where a note stands, as its events tell. */
sealed interface NoteState {

    record Unposted() implements NoteState {}

    record Posted(NotePosted posting) implements NoteState {}

    /** The state after one more event. */
    default NoteState evolve(NoteEvent event) {
        return switch (event) {
            case NotePosted posted -> new Posted(posted);
        };
    }
}
