package org.sala.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationQueries.TicketHolder;
import org.sala.registration.api.SummitDay.Admission;
import org.sala.registration.api.SummitId;
import org.sala.registration.api.TicketDigest;
import org.sala.registration.contacts.Contacts;
import org.sala.registration.door.SummitDays;
import org.sala.registration.seats.Seats;

/**
 * What one aggregate has to know of others, and what must hold across them. Written in the transaction that stores the
 * event, and not by a projection that follows: somebody who announces a summit may enrol for it in the next breath, and
 * a seat that two people ask for at once has to be decided where a constraint can decide it (decision 0023).
 */
interface RegistrationBook extends SummitDays.Source {

    Seats seats();

    Contacts contacts();

    Optional<SummitEntry> summit(SummitId summit);

    Optional<OrganizationEntry> organization(OrganizationId organization);

    /**
     * Makes a ticket a person's, and no other.
     *
     * @return false where it is another person's
     */
    boolean enterTicket(SummitId summit, ParticipantId participant, TicketDigest ticket);

    void forgetTicket(ParticipantId participant);

    Optional<TicketHolder> holderOf(TicketDigest ticket);

    /**
     * What registration for a summit depends on.
     *
     * @param openUntil with {@code opened}: when that ends by itself; absent where it doesn't
     * @param days by number
     */
    record SummitEntry(
            String consentVersion,
            ZoneId zone,
            boolean opened,
            @Nullable Instant openUntil,
            boolean closed,
            Map<Integer, DayEntry> days) {

        public SummitEntry {
            days = Map.copyOf(days);
        }
    }

    /**
     * A day that people can register for.
     *
     * @param seats by mode; a mode that is absent is not offered
     * @param perOrganization how many of them people of one organisation may hold; absent: as many as there are
     */
    record DayEntry(
            LocalDate date,
            Map<AttendanceMode, Integer> seats,
            Admission admits,
            @Nullable Integer perOrganization) {

        public DayEntry {
            seats = Map.copyOf(seats);
        }
    }

    /** What registration of its people depends on. */
    record OrganizationEntry(SummitId summit, Cohort cohort) {}
}
