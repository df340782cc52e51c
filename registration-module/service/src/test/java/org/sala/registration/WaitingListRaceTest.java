package org.sala.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.registration.Reference.CONSENT_VERSION;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;
import org.sala.ports.Role;
import org.sala.registration.api.AgeBand;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.BilingualText;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.Consent;
import org.sala.registration.api.Contact;
import org.sala.registration.api.Gender;
import org.sala.registration.api.Language;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.OrganizationKind;
import org.sala.registration.api.OrganizationSize;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.PersonName;
import org.sala.registration.api.RegistrationCommand;
import org.sala.registration.api.RegistrationCommand.AddDay;
import org.sala.registration.api.RegistrationCommand.AnnounceSummit;
import org.sala.registration.api.RegistrationCommand.CancelRegistration;
import org.sala.registration.api.RegistrationCommand.ChangeAttendanceMode;
import org.sala.registration.api.RegistrationCommand.DropDay;
import org.sala.registration.api.RegistrationCommand.EnrolOrganization;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;
import org.sala.registration.api.RegistrationCommand.ReinstateRegistration;
import org.sala.registration.api.RegistrationCommand.ReviseSummit;
import org.sala.registration.api.RegistrationPort;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.RegistrationQueries.SeatCount;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.SummitDay;
import org.sala.registration.api.SummitDay.Admission;
import org.sala.registration.api.SummitId;
import org.sala.registration.api.WhenFull;
import org.sala.registration.seats.SeatTables;
import org.sala.testing.RunningService;

/** What holds of seats, shares and waiting lists when 32 ask at a time, at two instances on one PostgreSQL. */
class WaitingListRaceTest {

    private static final int CALLERS = 32;
    private static final int ORGANIZATIONS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final RunningService REGISTRATION = start();

    private SummitId summit = new SummitId(UUID.randomUUID());
    private final String staff = REGISTRATION.token(Role.STAFF);

    private static RunningService start() {
        var folder = Path.of("target", "waiting-lists-" + UUID.randomUUID());
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return RunningService.start(
                "registration",
                RegistrationApplication::builder,
                folder,
                2,
                Map.of("sala.registration.contact-secret", folder.resolve("contacts.key")));
    }

    @AfterContainer
    static void stop() {
        REGISTRATION.close();
    }

    /** Everybody asks for whatever comes to their mind, several times. */
    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void whateverIsAskedNoSeatIsSoldTwiceNoShareExceededAndNoSeatKeptFromWhoWaits(
            @ForAll @IntRange(min = 1, max = 12) int seats,
            @ForAll @IntRange(min = 1, max = 4) int share,
            @ForAll boolean capped,
            @ForAll Random random)
            throws Exception {
        @Nullable Integer most = capped ? share : null;
        announce(seats, most);
        var seeds = random.longs(CALLERS).toArray();

        race(caller -> {
            var chance = new Random(seeds[caller]);
            for (var turn = 0; turn < 5; turn++) {
                attempt(port(chance.nextInt(2)), wish(caller, chance));
            }
            if (caller == 0) {
                attempt(port(0), revise(seats + 3, most));
            }
        });
        untilEverySeatIsGiven();

        for (var count : queries().seats(summit, staff)) {
            assertThat(count.taken()).isBetween(0, count.seats());
            assertThat(rows("seat_holder", count)).isEqualTo(count.taken());
            assertThat(rows("waiting", count)).isEqualTo(count.waiting());
        }
        if (most != null) {
            assertThat(largestShare()).isLessThanOrEqualTo(most);
        }
        everybodyIsWhereTheTablesSay();
    }

    private RegistrationCommand wish(int caller, Random chance) {
        var person = person(caller);
        var day = 1 + chance.nextInt(2);
        var mode = chance.nextBoolean() ? AttendanceMode.IN_PERSON : AttendanceMode.ONLINE;
        return switch (chance.nextInt(7)) {
            case 0 -> new CancelRegistration(person);
            case 1 -> new ReinstateRegistration(person, Map.of(1, mode, 2, mode), CONSENT_VERSION, WhenFull.WAIT);
            case 2 -> new DropDay(person, day);
            case 3 -> new AddDay(person, day, mode, WhenFull.WAIT);
            case 4 -> new ChangeAttendanceMode(person, day, mode);
            default -> register(caller, Map.of(1, mode, 2, mode), chance.nextBoolean() ? WhenFull.WAIT : null);
        };
    }

    /** A seat that comes free is for those who wait, and there are enough of them. */
    @Example
    void newcomersOvertakeNobodyAndTheFirstWhoWaitAreTheFirstToCome() throws Exception {
        announce(8, null);
        var days = Map.of(1, AttendanceMode.IN_PERSON);
        for (var number = 0; number < 24; number++) {
            port(number).send(register(number, days, WhenFull.WAIT), staff);
        }
        var waiting = queries().waiting(summit, staff).stream()
                .map(one -> one.person().participant())
                .toList();
        assertThat(waiting)
                .containsExactlyElementsOf(
                        IntStream.range(8, 24).mapToObj(this::person).toList());

        var outcomes = race(caller -> {
            if (caller < 8) {
                port(caller).send(new CancelRegistration(person(caller)), staff);
            } else {
                port(caller).send(register(100 + caller, days, null), staff);
            }
        });
        untilEverySeatIsGiven();

        assertThat(outcomes.subList(0, 8)).containsOnly("");
        assertThat(outcomes.subList(8, CALLERS)).containsOnly("SEATS_EXHAUSTED");
        assertThat(confirmed()).containsExactlyElementsOf(waiting.subList(0, 8));
        assertThat(queries().person(waiting.get(9), staff).days())
                .hasEntrySatisfying(1, place -> assertThat(place.place()).isEqualTo(2));
    }

    /** Whose organisation has its share is passed over, and not passed by: the next of theirs who leaves is for them. */
    @Example
    void whoseOrganizationHasItsShareWaitsForTheirOwn() throws Exception {
        announce(4, 2);
        var days = Map.of(1, AttendanceMode.IN_PERSON);
        // of organisation 0: two have seats, one waits; of the others: two have seats, two wait
        for (var number : new int[] {0, 5, 10, 1, 2, 3, 4}) {
            port(0).send(register(number, days, WhenFull.WAIT), staff);
        }
        port(0).send(new CancelRegistration(person(1)), staff);
        untilEverySeatIsGiven();
        assertThat(confirmed()).containsExactly(person(3));

        port(0).send(new CancelRegistration(person(5)), staff);
        untilEverySeatIsGiven();
        assertThat(confirmed()).containsExactly(person(3), person(10));
    }

    @Example
    void seatsThatAreAddedAreForThoseWhoWait() throws Exception {
        announce(1, null);
        var days = Map.of(1, AttendanceMode.IN_PERSON);
        for (var number = 0; number < 4; number++) {
            port(0).send(register(number, days, WhenFull.WAIT), staff);
        }
        port(1).send(revise(3, null), staff);
        untilEverySeatIsGiven();
        assertThat(confirmed()).containsExactly(person(1), person(2));
    }

    /** Between the commit that freed a seat and the follower, every process may die. */
    @Example
    void whatWasFreedWhileNobodyFollowedIsGivenAtTheNextStart() throws Exception {
        announce(1, null);
        var days = Map.of(1, AttendanceMode.IN_PERSON);
        port(0).send(register(0, days, null), staff);
        port(0).send(register(1, days, WhenFull.WAIT), staff);
        // as the transaction of a cancellation leaves it, with nobody told
        REGISTRATION
                .database()
                .sql("with gone as (delete from seat_holder where participant = :participant) "
                        + "update seat set taken = 0 where summit = :summit and day = 1 and mode = 'IN_PERSON'")
                .param("participant", person(0).value())
                .param("summit", summit.value())
                .update();

        REGISTRATION.restart();

        untilEverySeatIsGiven();
        assertThat(confirmed()).containsExactly(person(1));
    }

    private ParticipantId person(int number) {
        return new ParticipantId(UUID.nameUUIDFromBytes((summit + "/" + number).getBytes(StandardCharsets.UTF_8)));
    }

    private OrganizationId organization(int number) {
        return new OrganizationId(
                UUID.nameUUIDFromBytes((summit + "/organization/" + number).getBytes(StandardCharsets.UTF_8)));
    }

    /** A summit of its own for each try. */
    private void announce(int seats, @Nullable Integer most) {
        summit = new SummitId(UUID.randomUUID());
        port(0).send(
                        new AnnounceSummit(
                                summit,
                                new BilingualText("សន្និសីទ", "Summit"),
                                ZoneId.of("Asia/Phnom_Penh"),
                                days(seats, most),
                                CONSENT_VERSION,
                                new BilingualText("ខ្ញុំយល់ព្រម", "I agree")),
                        staff);
        for (var number = 0; number < ORGANIZATIONS; number++) {
            port(0).send(
                            new EnrolOrganization(
                                    organization(number),
                                    summit,
                                    new BilingualText("អង្គការ", "Organisation"),
                                    OrganizationKind.LOCAL_CSO,
                                    OrganizationSize.SMALL,
                                    null,
                                    Cohort.OTHER,
                                    Language.KM,
                                    List.of()),
                            staff);
        }
    }

    private ReviseSummit revise(int seats, @Nullable Integer most) {
        return new ReviseSummit(
                summit,
                new BilingualText("សន្និសីទ", "Summit"),
                ZoneId.of("Asia/Phnom_Penh"),
                days(seats, most),
                CONSENT_VERSION,
                new BilingualText("ខ្ញុំយល់ព្រម", "I agree"));
    }

    private static List<SummitDay> days(int seats, @Nullable Integer most) {
        return IntStream.rangeClosed(1, 2)
                .mapToObj(number -> new SummitDay(
                        number,
                        LocalDate.of(2022, 6, 6).plusDays(number),
                        new BilingualText("ភ្នំពេញ", "Phnom Penh"),
                        Map.of(AttendanceMode.IN_PERSON, seats, AttendanceMode.ONLINE, seats),
                        Admission.EVERYBODY,
                        most))
                .toList();
    }

    private RegisterParticipant register(int number, Map<Integer, AttendanceMode> days, @Nullable WhenFull whenFull) {
        return new RegisterParticipant(
                person(number),
                summit,
                organization(number % ORGANIZATIONS),
                new PersonName("សុខ ដារា", "Sok Dara"),
                new Contact("010 %06d".formatted(number), null),
                ParticipantRole.CSO_MEMBER,
                Gender.WOMAN,
                AgeBand.FROM_30_TO_44,
                null,
                Language.KM,
                days,
                Set.of(Consent.DATA_USE),
                CONSENT_VERSION,
                whenFull);
    }

    private static RegistrationPort port(int caller) {
        return REGISTRATION.beans(RegistrationPort.class).get(caller % 2);
    }

    private static RegistrationQueries queries() {
        return REGISTRATION.bean(RegistrationQueries.class);
    }

    private void attempt(RegistrationPort port, RegistrationCommand command) {
        try {
            port.send(command, staff);
        } catch (RegistrationRejected refused) {
            assertThat(refused.reason().name())
                    .isIn(
                            "PARTICIPANT_UNKNOWN",
                            "REGISTRATION_CANCELLED",
                            "SEATS_EXHAUSTED",
                            "ORGANIZATION_SHARE_TAKEN",
                            "NOT_EXPECTED",
                            "ID_TAKEN");
        }
    }

    private void untilEverySeatIsGiven() throws InterruptedException {
        var seats = new SeatTables(REGISTRATION.database());
        var deadline = Instant.now().plus(PATIENCE);
        while (seats.next(summit).isPresent()) {
            assertThat(Instant.now()).as("somebody still waits for a free seat").isBefore(deadline);
            Thread.sleep(20);
        }
    }

    private int rows(String table, SeatCount count) {
        return REGISTRATION
                .database()
                .sql("select count(*) from " + table + " where summit = :summit and day = :day and mode = :mode")
                .param("summit", summit.value())
                .param("day", count.day())
                .param("mode", count.mode().name())
                .query(Integer.class)
                .single();
    }

    private int largestShare() {
        return REGISTRATION
                .database()
                .sql("""
                        select coalesce(max(held), 0) from (
                            select count(*) as held from seat_holder
                            where summit = :summit group by day, organization) shares
                        """)
                .param("summit", summit.value())
                .query(Integer.class)
                .single();
    }

    /** What events tell of each person is what the tables hold of them. */
    private void everybodyIsWhereTheTablesSay() {
        for (var number = 0; number < CALLERS; number++) {
            var person = person(number);
            var places = new ArrayList<String>();
            try {
                queries()
                        .person(person, staff)
                        .days()
                        .forEach((day, place) -> places.add(day + " " + place.mode() + " " + place.waiting()));
            } catch (RegistrationRejected unknown) {
                assertThat(unknown.reason()).isEqualTo(RegistrationRejected.Reason.PARTICIPANT_UNKNOWN);
            }
            var held = REGISTRATION
                    .database()
                    .sql("""
                            select day || ' ' || mode || ' false' from seat_holder where participant = :participant
                            union all
                            select day || ' ' || mode || ' true' from waiting where participant = :participant
                            """)
                    .param("participant", person.value())
                    .query((row, n) -> row.getString(1))
                    .list();
            assertThat(places).containsExactlyInAnyOrderElementsOf(held);
        }
    }

    /** Who was given a seat that they had waited for, in that order. */
    private List<ParticipantId> confirmed() {
        return REGISTRATION
                .database()
                .sql("""
                        select aggregate_id from event_history
                        where type = 'registration.participant-confirmed' and payload ->> 'summit' = :summit
                        order by position
                        """)
                .param("summit", summit.toString())
                .query((row, n) -> new ParticipantId(UUID.fromString(row.getString(1))))
                .list();
    }

    /** Lets 32 callers go at the same moment; each outcome is empty, or the reason to be refused. */
    private static List<String> race(Consumer<Integer> asks) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(CALLERS)) {
            var running = IntStream.range(0, CALLERS)
                    .mapToObj(number -> threads.submit(() -> {
                        start.await();
                        try {
                            asks.accept(number);
                            return "";
                        } catch (RegistrationRejected rejected) {
                            return rejected.reason().name();
                        }
                    }))
                    .toList();
            start.countDown();
            var outcomes = new ArrayList<String>();
            for (var one : running) {
                outcomes.add(one.get());
            }
            return outcomes;
        }
    }
}
