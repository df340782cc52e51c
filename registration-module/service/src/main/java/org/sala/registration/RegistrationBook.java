package org.sala.registration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationEvent.OrganizationEnrolled;
import org.sala.registration.api.RegistrationEvent.SummitAnnounced;
import org.sala.registration.api.RegistrationQueries.SeatCount;
import org.sala.registration.api.SummitDay.Admission;
import org.sala.registration.api.SummitId;

/**
 * What one aggregate has to know of others, and what must hold across them. Written in the transaction that stores the
 * event, and not by a projection that follows: somebody who announces a summit may enrol for it in the next breath, and
 * a seat that two people ask for at once has to be decided where a constraint can decide it (decision 0023).
 */
interface RegistrationBook {

    /** Enters a summit with its seats; entering it again changes nothing. */
    void enter(SummitAnnounced summit);

    Optional<SummitEntry> summit(SummitId summit);

    /** Enters an organisation; entering it again changes nothing. */
    void enter(OrganizationEnrolled organization);

    Optional<OrganizationEntry> organization(OrganizationId organization);

    /**
     * Reserves ways to reach a person for that person, all or, with the transaction, none. Whoever asks for one of the
     * same meanwhile waits for the answer.
     *
     * @return false where one of them is another person's at this summit
     */
    boolean reserveContacts(SummitId summit, ParticipantId participant, SortedSet<ContactKey> contacts);

    /** Forgets every way to reach a person; their seats stay taken, since counts stay. */
    void releaseContacts(ParticipantId participant);

    /** Whose a way to reach somebody is, at a summit. */
    Optional<ParticipantId> holderOf(SummitId summit, ContactKey contact);

    /**
     * Takes a seat on a day for a person who may have it already. Whoever asks for one of the same meanwhile waits for
     * the answer; to ask in the order of days keeps two people from waiting for each other.
     *
     * @return false where none is left
     */
    boolean takeSeat(SummitId summit, ParticipantId participant, int day, AttendanceMode mode);

    /** Seats by day and mode; empty where there is no such summit. */
    List<SeatCount> seats(SummitId summit);

    /**
     * What registration for a summit depends on.
     *
     * @param days by number
     */
    record SummitEntry(String consentVersion, Map<Integer, DayEntry> days) {

        public SummitEntry {
            days = Map.copyOf(days);
        }
    }

    /**
     * A day that people can register for.
     *
     * @param seats by mode; a mode that is absent is not offered
     */
    record DayEntry(Map<AttendanceMode, Integer> seats, Admission admits) {

        public DayEntry {
            seats = Map.copyOf(seats);
        }
    }

    /** What registration of its people depends on. */
    record OrganizationEntry(SummitId summit, Cohort cohort) {}
}
