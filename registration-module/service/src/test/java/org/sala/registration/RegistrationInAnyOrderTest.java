package org.sala.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.registration.Reference.NOW;
import static org.sala.registration.Reference.SUMMIT;
import static org.sala.registration.Reference.announce;
import static org.sala.registration.Reference.announced;
import static org.sala.registration.Reference.checkIn;
import static org.sala.registration.Reference.participant;
import static org.sala.registration.Reference.register;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.sala.registration.ParticipantState.Nobody;
import org.sala.registration.ParticipantState.Presence;
import org.sala.registration.ParticipantState.Registered;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Consent;
import org.sala.registration.api.Contact;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.RegistrationCommand.CheckInParticipant;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;
import org.sala.registration.api.RegistrationEvent.ParticipantCheckedIn;
import org.sala.registration.api.RegistrationRejected;

/** What holds whatever is asked, how often, and in which order. */
class RegistrationInAnyOrderTest {

    private final ContactKeys keys = new ContactKeys(new byte[32]);

    @Property
    void seatsAddUpToWhoHasThemAndContactsAreUsedOnce(
            @ForAll("registrations") @Size(max = 60) List<RegisterParticipant> commands) {
        var book = new BookInMemory();
        book.enter(announced(announce(SUMMIT, 3)));
        var people = new HashMap<ParticipantId, ParticipantState>();

        for (var command : commands) {
            var before = people.getOrDefault(command.participant(), new Nobody());
            var attempt = book.copy();
            try {
                var events = before.register(command, attempt, keys);
                book = attempt;
                people.put(
                        command.participant(), events.stream().reduce(before, ParticipantState::evolve, (a, b) -> b));
            } catch (RegistrationRejected rejected) {
                assertThat(rejected.reason().name()).isIn("ID_TAKEN", "CONTACT_TAKEN", "SEATS_EXHAUSTED");
            }
        }

        var registered = people.values().stream()
                .map(Registered.class::cast)
                .map(Registered::as)
                .toList();
        for (var count : book.seats(SUMMIT)) {
            assertThat(count.taken()).isBetween(0, count.seats());
            assertThat(registered)
                    .filteredOn(one -> one.days().get(count.day()) == count.mode())
                    .hasSize(count.taken());
        }
        var contacts = new HashSet<ContactKey>();
        for (var one : registered) {
            assertThat(keys.of(SUMMIT, one.contact().shown().orElseThrow())).allMatch(contacts::add);
        }
    }

    @Property
    void lateArrivalsInAnyOrderComeToTheSamePresences(
            @ForAll("checkIns") @Size(max = 30) List<CheckInParticipant> scans, @ForAll Random random) {
        var shuffled = new ArrayList<>(scans);
        Collections.shuffle(shuffled, random);

        assertThat(presences(shuffled)).isEqualTo(presences(scans));
    }

    @Property
    void aScanIsRecordedOncePerDayAndMode(@ForAll("checkIns") @Size(min = 1, max = 30) List<CheckInParticipant> scans) {
        var recorded = record(scans);

        assertThat(recorded.stream().map(event -> new Presence(event.day(), event.mode())))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(presences(scans));
    }

    private static Set<Presence> presences(List<CheckInParticipant> scans) {
        ParticipantState state = here();
        for (var event : record(scans)) {
            state = state.evolve(event);
        }
        return ((Registered) state).here();
    }

    private static List<ParticipantCheckedIn> record(List<CheckInParticipant> scans) {
        var recorded = new ArrayList<ParticipantCheckedIn>();
        ParticipantState state = here();
        for (var scan : scans) {
            for (var event : state.checkIn(scan, NOW)) {
                state = state.evolve(event);
                recorded.add((ParticipantCheckedIn) event);
            }
        }
        return recorded;
    }

    private static ParticipantState here() {
        return new Nobody()
                .evolve(Reference.registered(
                        register(1, Map.of(1, AttendanceMode.ONLINE, 3, AttendanceMode.IN_PERSON))));
    }

    @Provide
    Arbitrary<List<RegisterParticipant>> registrations() {
        var person = Arbitraries.integers().between(1, 12);
        var phone = Arbitraries.of("012 345 678", "+855 12 345 678", "012 345 679", "099 111 222", "011 222 333");
        var email = Arbitraries.of("a@example.org", "A@example.org", "b@example.org")
                .injectNull(0.7);
        var days = Arbitraries.maps(Arbitraries.of(1, 3), Arbitraries.of(AttendanceMode.ONLINE))
                .ofMinSize(1)
                .map(online -> {
                    var chosen = new HashMap<>(online);
                    chosen.computeIfPresent(3, (day, mode) -> AttendanceMode.IN_PERSON);
                    return Map.copyOf(chosen);
                });
        return Combinators.combine(person, phone, email, days)
                .as((number, phoneNumber, address, chosen) -> register(
                        participant(number),
                        SUMMIT,
                        null,
                        new Contact(phoneNumber.replace("3", Integer.toString(number % 4)), address),
                        ParticipantRole.COACH,
                        chosen,
                        Set.of(Consent.DATA_USE),
                        Reference.CONSENT_VERSION))
                .list();
    }

    @Provide
    Arbitrary<List<CheckInParticipant>> checkIns() {
        return Combinators.combine(
                        Arbitraries.of(1, 3),
                        Arbitraries.of(AttendanceMode.class),
                        Arbitraries.integers().between(-600, 2))
                .as((day, mode, minutes) -> checkIn(1, day, mode, NOW.plus(Duration.ofMinutes(minutes))))
                .list();
    }
}
