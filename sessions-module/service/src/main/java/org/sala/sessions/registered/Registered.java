package org.sala.sessions.registered;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.Cohort;
import org.sala.sessions.api.OrganizationId;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.ParticipantRole;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;
import org.sala.sessions.api.SummitId;

/** What sessions knows from registration's events: nothing of it is ever decided here. */
public interface Registered {

    boolean knows(SummitId summit);

    Optional<Day> day(SummitId summit, int number);

    Optional<Person> person(ParticipantId participant);

    /** Whether an organisation takes part in the summit. */
    boolean knows(SummitId summit, OrganizationId organization);

    /**
     * A person who is registered for the summit.
     *
     * @throws SessionsRejected {@code PARTICIPANT_UNKNOWN}
     */
    default Person personOf(SummitId summit, ParticipantId participant) {
        return person(participant)
                .filter(person -> person.summit().equals(summit))
                .orElseThrow(() -> SessionsRejected.of(Reason.PARTICIPANT_UNKNOWN, "participant", participant));
    }

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
     * @param organization absent where they come for none
     * @param cohort of their organisation; {@code OTHER} where they come for none
     */
    record Person(
            SummitId summit,
            Set<Integer> days,
            @Nullable OrganizationId organization,
            Cohort cohort,
            ParticipantRole role) {}
}
