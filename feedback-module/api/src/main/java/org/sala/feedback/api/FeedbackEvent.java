package org.sala.feedback.api;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sala.personal.PersonalDataOf;

/** What feedback has found to be true. A {@link JsonTypeName} is the event's name on the wire and never changes. */
public sealed interface FeedbackEvent {

    sealed interface BoardEvent extends FeedbackEvent {
        BoardId board();
    }

    sealed interface NoteEvent extends FeedbackEvent {
        NoteId note();
    }

    /**
     * A board takes notes; readers may show it.
     *
     * @param lens whom a Vision table asks about; absent on other kinds
     * @param session the session it hangs in; absent where it hangs for the whole summit
     * @param recordedAt when feedback learnt of it
     */
    @JsonTypeName("feedback.board-opened")
    record BoardOpened(
            BoardId board,
            SummitId summit,
            BoardKind kind,
            BilingualText prompt,
            @Nullable Lens lens,
            @Nullable SessionId session,
            Instant recordedAt)
            implements BoardEvent {}

    /**
     * A board takes no more notes. What was posted before may reach a reader after this, being of other subjects.
     *
     * @param recordedAt when feedback learnt of it
     */
    @JsonTypeName("feedback.board-closed")
    record BoardClosed(BoardId board, SummitId summit, Instant recordedAt) implements BoardEvent {}

    /**
     * A note hangs on a board; told once per note. Of an anonymous one it holds neither person nor time, and readers
     * must not add any: the moment at which the event reached them is not the note's.
     */
    @JsonTypeName("feedback.note-posted")
    @PersonalDataOf({"/content/signedBy", "/note"})
    record NotePosted(NoteId note, BoardId board, SummitId summit, HungNote content) implements NoteEvent {}

    /**
     * What a note said that nobody signed can't be known any more: whoever keeps some of it removes it. The note still
     * hangs, and counts.
     *
     * @param recordedAt when feedback was asked for it
     */
    @JsonTypeName("feedback.note-erased")
    record NoteErased(NoteId note, BoardId board, SummitId summit, Instant recordedAt) implements NoteEvent {}
}
