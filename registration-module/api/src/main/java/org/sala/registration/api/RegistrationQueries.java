package org.sala.registration.api;

import java.time.Instant;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sala.personal.Personal;

/**
 * What registration answers at once, from its own books. Every question may be refused with {@code NOT_ALLOWED}; who
 * somebody is, is told to staff, and to the person.
 */
public interface RegistrationQueries {

    /** How many lines a page of people has at the most. */
    int PAGE = 500;

    /**
     * Seats of a summit, by day and mode.
     *
     * @throws RegistrationRejected {@code SUMMIT_UNKNOWN}
     */
    List<SeatCount> seats(SummitId summit, String accessToken);

    /**
     * What is held of a person, for whoever works with them, and for the person.
     *
     * @throws RegistrationRejected {@code PARTICIPANT_UNKNOWN}
     */
    Person person(ParticipantId participant, String accessToken);

    /**
     * Who is registered with that phone number or address, in whichever form it was written; empty where nobody is.
     *
     * @throws RegistrationRejected {@code MALFORMED}
     */
    Optional<Person> personWith(SummitId summit, Contact contact, String accessToken);

    /**
     * Who is registered with each of these, in the same order; at most {@value #PAGE}.
     *
     * @throws RegistrationRejected {@code MALFORMED}
     */
    List<Optional<Person>> peopleWith(SummitId summit, List<Contact> contacts, String accessToken);

    /**
     * Whose badge that is.
     *
     * @param badge what its QR code says, {@link Person#badge}
     * @throws RegistrationRejected {@code BADGE_UNKNOWN}, {@code BADGE_REVOKED}, {@code OTHER_SUMMIT}
     */
    Person personWithBadge(SummitId summit, String badge, String accessToken);

    /**
     * Whose ticket that is, for whoever shows the person's own pages.
     *
     * @throws RegistrationRejected {@code TICKET_UNKNOWN}
     */
    TicketHolder ticketHolder(TicketDigest ticket, String accessToken);

    /**
     * People of a summit in the order of their names, a page at a time. Erased and merged ones are not among them.
     *
     * @param from how many to leave out before
     * @param most how many at the most, up to {@value #PAGE}
     * @throws RegistrationRejected {@code MALFORMED}, {@code SUMMIT_UNKNOWN}
     */
    People people(SummitId summit, Filter filter, int from, int most, String accessToken);

    /**
     * Who waits for a seat, day by day and mode by mode in the order in which they will get one.
     *
     * @throws RegistrationRejected {@code SUMMIT_UNKNOWN}
     */
    List<Waiting> waiting(SummitId summit, String accessToken);

    /**
     * Contradictions that nobody has resolved yet, oldest first.
     *
     * @throws RegistrationRejected {@code SUMMIT_UNKNOWN}
     */
    List<Dispute> disputes(SummitId summit, String accessToken);

    /**
     * Registrations that may be of one person, likeliest first; at most {@value #PAGE}, and without those that were said
     * to be of two.
     *
     * @throws RegistrationRejected {@code SUMMIT_UNKNOWN}
     */
    List<Pair> suspectedDuplicates(SummitId summit, String accessToken);

    /**
     * The key that badges of every summit are signed for, for devices that check them by themselves.
     *
     * @return an Ed25519 public key, X.509 SubjectPublicKeyInfo in DER
     */
    byte[] badgeKey(String accessToken);

    /**
     * Everything registration holds on a person, for staff and for the person: what was recorded, one thing after the
     * other, in clear where it can still be read.
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

    /** What has become of a registration. */
    enum Status {
        REGISTERED,
        CANCELLED,
        /** It was a second one of somebody. */
        MERGED,
        ERASED
    }

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
     * @param badge what the QR code of the person's badge says; absent where there is no valid one
     * @param badgeId by which that badge is revoked; absent likewise
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
            Gender gender,
            AgeBand ageBand,
            Language language,
            Status status,
            SortedMap<Integer, DayPlace> days,
            Set<Consent> consents,
            @Nullable String badge,
            @Nullable BadgeId badgeId,
            @Nullable Instant erasedAt) {

        public Person {
            days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
            consents = Set.copyOf(consents);
        }
    }

    /** Whose ticket it is. */
    record TicketHolder(ParticipantId participant, SummitId summit) {}

    /**
     * Which people are asked for; what is absent is not asked.
     *
     * @param text parts of a name in either script, however it is written
     * @param day who comes on that day, or waits for it
     * @param here with {@code day}: who is here on it, or is not
     */
    record Filter(
            @Nullable String text,
            @Nullable Integer day,
            @Nullable Boolean here,
            @Nullable OrganizationId organization,
            @Nullable Status status) {

        public static final Filter EVERYBODY = new Filter(null, null, null, null, null);
    }

    /**
     * Some of the people.
     *
     * @param total how many there are, on all pages
     */
    record People(List<Line> lines, int total) {

        public People {
            lines = List.copyOf(lines);
        }
    }

    /** A person in a list. */
    record Line(
            ParticipantId participant,
            PersonName name,
            @Nullable OrganizationId organization,
            ParticipantRole role,
            Status status,
            SortedMap<Integer, DayPlace> days) {

        public Line {
            days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
        }
    }

    /**
     * Somebody who waits.
     *
     * @param place 1 is next
     */
    record Waiting(Line person, int day, AttendanceMode mode, int place, Instant since) {}

    /** A contradiction. Who it is about is absent where nobody is registered under that id. */
    record Dispute(
            DisputeId dispute,
            ParticipantId participant,
            @Nullable Line person,
            DisputeReason reason,
            ScanDirection direction,
            int day,
            AttendanceMode mode,
            Instant occurredAt,
            Instant recordedAt) {}

    /**
     * Two registrations that may be of one person.
     *
     * @param likeness of their names, from 0 to 1
     */
    record Pair(Line one, Line other, double likeness) {}

    /**
     * How full a day is in one mode.
     *
     * @param seats how many there are
     * @param taken how many of them are taken; never more than {@code seats}
     * @param waiting how many people wait for one
     */
    record SeatCount(int day, AttendanceMode mode, int seats, int taken, int waiting) {}
}
