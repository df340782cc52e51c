package org.sala.registration.seats;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationQueries.SeatCount;
import org.sala.registration.api.SummitId;

/**
 * What a decision asks of seats and waiting lists. It is asked within the decision's transaction, and locks until its end.
 *
 * <p>Whoever asks for several locks takes them in one order, so that nobody waits in a circle: first the organisation, by
 * {@link #lockShare}, then seats by day and mode. A caller that goes through a person's days goes by their numbers.
 */
public interface Seats {

    /**
     * How full a summit is, by day and mode; empty where there is no such summit. Nobody takes a seat or gives one back until
     * the end of the transaction.
     */
    List<SeatCount> locked(SummitId summit);

    /** Makes whoever asks for a seat in the name of the same organisation wait; before any seat is asked for. */
    void lockShare(OrganizationId organization);

    /**
     * Takes a seat on each of these days for a newcomer, who may have some of them already. Whoever asks for one of the
     * same meanwhile waits for the answer. Of a day on which there is none nothing is left behind.
     *
     * @param modes by the day's number
     * @param mostByDay how many seats of a day people of one organisation may hold; absent: as many as there are
     * @return what came of it, by the day's number
     */
    SortedMap<Integer, Outcome> take(
            Seeker seeker, Map<Integer, AttendanceMode> modes, Map<Integer, Integer> mostByDay);

    /** Puts a person who has no place on that day behind everybody who waits for a seat. */
    void queue(Seeker seeker, int day, AttendanceMode mode, Instant since);

    /** Gives a seat of a day back, or a place among those who wait for one; nothing where there is neither. */
    void giveBack(SummitId summit, ParticipantId participant, int day);

    /**
     * Exchanges the place that a person has on a day, a seat or one among those who wait, for a seat in another mode.
     * Where there is none, what they had is theirs still.
     */
    Outcome exchange(Seeker seeker, int day, AttendanceMode to, @Nullable Integer most);

    /**
     * Counts a person's places in the share of the organisation that they come for from now on.
     *
     * @return the first day of which that organisation holds its share already; then nothing may be kept of this
     */
    Optional<Integer> moveTo(Seeker seeker, Map<Integer, Integer> mostByDay);

    /**
     * Gives a free seat to a person who waits for it, if it is their turn.
     *
     * @return whether it was
     */
    boolean promote(Seeker seeker, int day, AttendanceMode mode);
}
