package org.sala.feedback;

import org.sala.feedback.api.FeedbackEvent.NoteErased;
import org.sala.feedback.api.FeedbackEvent.NoteEvent;
import org.sala.feedback.api.FeedbackEvent.NotePosted;

/** Where a note stands, as its events tell. */
sealed interface NoteState {

    record Unposted() implements NoteState {}

    record Posted(NotePosted posting) implements NoteState {}

    /** What it said is gone. */
    record Erased(NotePosted posting) implements NoteState {}

    /** The state after one more event. */
    default NoteState evolve(NoteEvent event) {
        return switch (event) {
            case NotePosted posted -> new Posted(posted);
            case NoteErased _ ->
                switch (this) {
                    // not this history: an event's handler never refuses
                    case Unposted _, Erased _ -> this;
                    case Posted(var posting) -> new Erased(posting);
                };
        };
    }
}
