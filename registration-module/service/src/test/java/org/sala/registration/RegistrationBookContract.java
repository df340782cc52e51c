package org.sala.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.registration.Reference.ANOTHER_SUMMIT;
import static org.sala.registration.Reference.SUMMIT;
import static org.sala.registration.Reference.organization;
import static org.sala.registration.Reference.participant;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sala.registration.RegistrationBook.OrganizationEntry;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.RegistrationQueries.SeatCount;

/** What every book does; the one in memory is worth no more than the real one says. */
interface RegistrationBookContract {

    /** An empty book. */
    RegistrationBook book();

    @BeforeEach
    default void enterASummit() {
        book().enter(Reference.announced(Reference.announce(SUMMIT, 2)));
    }

    @Test
    default void aSummitIsFoundWithItsDays() {
        var summit = book().summit(SUMMIT).orElseThrow();
        assertThat(summit.consentVersion()).isEqualTo("2022-05");
        assertThat(summit.days()).containsOnlyKeys(1, 2, 3);
        var second = Objects.requireNonNull(summit.days().get(2));
        assertThat(second.seats()).isEqualTo(Map.of(AttendanceMode.IN_PERSON, 10));
        assertThat(second.admits().cohorts()).containsExactly(Cohort.SOCIAL_LAB);
        assertThat(second.admits().roles()).containsExactly(ParticipantRole.STAFF, ParticipantRole.DONOR_VISITOR);
        assertThat(book().summit(ANOTHER_SUMMIT)).isEmpty();
    }

    @Test
    default void enteringASummitAgainKeepsItsSeatsAsTheyAre() {
        book().takeSeat(SUMMIT, participant(1), 3, AttendanceMode.IN_PERSON);
        book().enter(Reference.announced(Reference.announce(SUMMIT, 99)));
        assertThat(book().seats(SUMMIT)).contains(new SeatCount(3, AttendanceMode.IN_PERSON, 2, 1));
    }

    @Test
    default void anOrganizationIsFoundAsItWasFirstEntered() {
        book().enter(Reference.enrolled(Reference.enrol(1, Cohort.COACHING)));
        book().enter(Reference.enrolled(Reference.enrol(1, Cohort.OTHER)));
        assertThat(book().organization(organization(1))).contains(new OrganizationEntry(SUMMIT, Cohort.COACHING));
        assertThat(book().organization(organization(2))).isEmpty();
    }

    @Test
    default void aSeatIsTakenOncePerPersonAndDay() {
        assertThat(book().takeSeat(SUMMIT, participant(1), 3, AttendanceMode.IN_PERSON))
                .isTrue();
        assertThat(book().takeSeat(SUMMIT, participant(1), 3, AttendanceMode.IN_PERSON))
                .isTrue();
        assertThat(book().seats(SUMMIT))
                .isEqualTo(List.of(
                        new SeatCount(1, AttendanceMode.ONLINE, 20, 0),
                        new SeatCount(2, AttendanceMode.IN_PERSON, 10, 0),
                        new SeatCount(3, AttendanceMode.IN_PERSON, 2, 1),
                        new SeatCount(3, AttendanceMode.ONLINE, 5, 0)));
    }

    @Test
    default void theLastSeatIsTheLast() {
        assertThat(book().takeSeat(SUMMIT, participant(1), 3, AttendanceMode.IN_PERSON))
                .isTrue();
        assertThat(book().takeSeat(SUMMIT, participant(2), 3, AttendanceMode.IN_PERSON))
                .isTrue();
        assertThat(book().takeSeat(SUMMIT, participant(3), 3, AttendanceMode.IN_PERSON))
                .isFalse();
        assertThat(book().takeSeat(SUMMIT, participant(4), 3, AttendanceMode.ONLINE))
                .isTrue();
    }

    @Test
    default void aContactIsOnePersonsAtASummit() {
        book().enter(Reference.announced(Reference.announce(ANOTHER_SUMMIT, 2)));
        assertThat(book().reserveContacts(SUMMIT, participant(1), keys("a", "b")))
                .isTrue();
        assertThat(book().reserveContacts(SUMMIT, participant(1), keys("a"))).isTrue();
        assertThat(book().reserveContacts(SUMMIT, participant(2), keys("b", "c")))
                .isFalse();
        assertThat(book().reserveContacts(SUMMIT, participant(2), keys("c"))).isTrue();
        assertThat(book().reserveContacts(ANOTHER_SUMMIT, participant(3), keys("a")))
                .isTrue();
    }

    @Test
    default void releasedContactsAreAnybodysAndSeatsStayTaken() {
        book().reserveContacts(SUMMIT, participant(1), keys("a", "b"));
        book().reserveContacts(SUMMIT, participant(2), keys("c"));
        book().takeSeat(SUMMIT, participant(1), 3, AttendanceMode.IN_PERSON);
        assertThat(book().holderOf(SUMMIT, new ContactKey("b"))).contains(participant(1));
        book().releaseContacts(participant(1));
        assertThat(book().holderOf(SUMMIT, new ContactKey("b"))).isEmpty();
        assertThat(book().holderOf(SUMMIT, new ContactKey("c"))).contains(participant(2));
        assertThat(book().reserveContacts(SUMMIT, participant(3), keys("a"))).isTrue();
        assertThat(book().seats(SUMMIT)).contains(new SeatCount(3, AttendanceMode.IN_PERSON, 2, 1));
    }

    @Test
    default void anUnknownSummitHasNoSeats() {
        assertThat(book().seats(ANOTHER_SUMMIT)).isEmpty();
    }

    private static SortedSet<ContactKey> keys(String... digests) {
        var keys = new TreeSet<ContactKey>();
        for (var digest : digests) {
            keys.add(new ContactKey(digest));
        }
        return keys;
    }
}
