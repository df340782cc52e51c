package org.sala.sessions;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SummitId;

/** What sessions knows from registration's events: nothing of it is ever decided here. */
interface Registered {

    boolean knows(SummitId summit);

    Optional<Day> day(SummitId summit, int number);

    Optional<Person> person(ParticipantId participant);

    /**
     * A summit's day.
     *
     * @param starts midnight in the summit's time zone
     * @param ends the next midnight there
     * @param modes how it can be attended
     */
    record Day(Instant starts, Instant ends, Set<AttendanceMode> modes) {}

    /**
     * A registered person.
     *
     * @param days the numbers of the days that they have a seat on
     */
    record Person(SummitId summit, Set<Integer> days) {}
}
