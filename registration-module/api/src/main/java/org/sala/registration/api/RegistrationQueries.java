package org.sala.registration.api;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sala.personal.Personal;

/** What registration answers at once, from its own books. */
public interface RegistrationQueries {

    /**
     * Seats of a summit, by day and mode.
     *
     * @throws RegistrationRejected {@code SUMMIT_UNKNOWN}, {@code NOT_ALLOWED}
     */
    List<SeatCount> seats(SummitId summit, String accessToken);

    /**
     * What is held of a person, for whoever works with them.
     *
     * @throws RegistrationRejected {@code PARTICIPANT_UNKNOWN}, {@code NOT_ALLOWED}
     */
    Person person(ParticipantId participant, String accessToken);

    /**
     * Who is registered with that phone number or address, in whichever form it was written; empty where nobody is.
     *
     * @throws RegistrationRejected {@code MALFORMED}, {@code NOT_ALLOWED}
     */
    Optional<Person> personWith(SummitId summit, Contact contact, String accessToken);

    /**
     * Everything registration holds on a person: what was recorded, one thing after the other, in clear where it can
     * still be read.
     *
     * @param disclosure noted before by {@link RegistrationCommand.DisclosePersonalData}, so that the asking is recorded
     * @throws RegistrationRejected {@code PARTICIPANT_UNKNOWN}, {@code DISCLOSURE_UNKNOWN}, {@code NOT_ALLOWED}
     */
    List<Recorded> disclosed(ParticipantId participant, DisclosureId disclosure, String accessToken);

    /**
     * What will be forgotten by itself, and when: one line for each kind of data, none for a kind of which nothing is
     * held any more.
     *
     * @throws RegistrationRejected {@code SUMMIT_UNKNOWN}, {@code NOT_ALLOWED}
     */
    List<Retained> retained(SummitId summit, String accessToken);

    /**
     * Something that was recorded.
     *
     * @param type its name, such as {@code registration.participant-registered}
     * @param content a JSON object; shown to nobody else, and {@link #toString()} shows nothing of it
     */
    record Recorded(String type, Instant at, String content) {

        @Override
        public String toString() {
            return "Recorded[" + type + "]";
        }
    }

    /**
     * One kind of data of a summit's people.
     *
     * @param keptFor how long after the summit's end, or after it was announced if that was later
     * @param until when it will be forgotten
     * @param people of how many there is some
     */
    record Retained(DataKind kind, Period keptFor, Instant until, int people) {}

    /**
     * A person at a summit.
     *
     * @param name with contact and disability hidden, and the reason given, where the person was erased
     * @param days how the person takes part, by the day's number
     * @param erasedAt when registration was asked to erase the person; absent where it wasn't
     */
    record Person(
            ParticipantId participant,
            SummitId summit,
            @Nullable OrganizationId organization,
            Personal<PersonName> name,
            Personal<Contact> contact,
            @Nullable Personal<Boolean> disability,
            ParticipantRole role,
            Map<Integer, AttendanceMode> days,
            @Nullable Instant erasedAt) {}

    /**
     * How full a day is in one mode.
     *
     * @param seats how many there are
     * @param taken how many of them are taken; never more than {@code seats}
     */
    record SeatCount(int day, AttendanceMode mode, int seats, int taken) {}
}
