package org.sala.ui.today;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.ui.shell.Summit;

/**
 * What Today shows of one day of one summit, in no language yet and the same for everybody. Two that are equal look
 * the same.
 *
 * @param day the summit's day, from 1
 * @param organizations how many have somebody expected on the day
 * @param ended the day's sessions that are over, the last first
 */
record Snapshot(
        int day,
        List<Attendance> attendance,
        int organizations,
        List<Session> running,
        List<Session> next,
        List<Session> ended,
        Trades trades,
        List<Board> boards,
        List<Note> notes,
        List<FeedLine> feed) {

    /**
     * Who is here in one mode.
     *
     * @param mode {@code IN_PERSON} or {@code ONLINE}
     * @param seats how many the day has; null where it isn't held so and somebody came all the same
     */
    record Attendance(
            String mode,
            long expected,
            long present,
            @Nullable Integer seats) {}

    /**
     * A session.
     *
     * @param present how many people joined it
     */
    record Session(
            UUID id,
            Summit.Text title,
            Instant starts,
            Instant ends,
            @Nullable String room,
            boolean online,
            int seats,
            long present) {}

    /**
     * The marketplace in three numbers.
     *
     * @param proposed all trades that were ever proposed, agreed and lapsed ones included
     * @param agreed those that every party accepted, and nobody called off since
     */
    record Trades(long offers, long proposed, long agreed) {}

    record Board(UUID id, String kind, Summit.Text prompt, boolean open, long notes) {}

    /**
     * A note; what it says is asked of feedback by whoever may read it.
     *
     * @param language {@code km} or {@code en}
     */
    record Note(UUID id, Summit.Text prompt, String language, String source) {
        @Override
        public String toString() {
            return "Note[" + id + "]";
        }
    }
}
