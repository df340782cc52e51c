package org.sala.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sala.sessions.DayThree.SUMMIT;
import static org.sala.sessions.DayThree.person;
import static org.sala.sessions.DayThree.plan;
import static org.sala.sessions.DayThree.session;
import static org.sala.sessions.api.AttendanceMode.IN_PERSON;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sala.ports.Role;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionsCommand.OpenSignUp;
import org.sala.sessions.api.SessionsCommand.ReleaseSeat;
import org.sala.sessions.api.SessionsCommand.ScheduleSession;
import org.sala.sessions.api.SessionsCommand.TakeSeat;
import org.sala.sessions.api.SessionsPort;
import org.sala.sessions.api.SessionsQueries;
import org.sala.sessions.api.SessionsQueries.SeatCount;
import org.sala.sessions.api.SessionsQueries.SignedUp;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;
import org.sala.sessions.api.Slot;
import org.sala.sessions.registered.Registered;
import org.sala.testing.RunningService;

/**
 * Many people who sign up for 20 sessions of 30 seats at once, at two instances on one PostgreSQL. How many ask is a
 * setting, {@code -Dsala.sign-ups=10000}: what is asserted is the same.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignUpRaceTest {

    private static final int SESSIONS = 20;
    private static final int SEATS = 30;
    /** Of the sessions, this many lie in one slot each: nobody has two of them. */
    private static final int AT_A_TIME = 5;

    private static final int ASKED = Integer.getInteger("sala.sign-ups", 1_500);
    private static final int PEOPLE = ASKED / 6;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private RunningService running;
    private List<SessionsPort> ports;

    @BeforeAll
    void start(@TempDir Path folder) {
        running = RunningService.start("sessions", SessionsApplication::builder, folder, 2, Map.of());
        ports = running.beans(SessionsPort.class);
        running.publish("registration", SUMMIT.value(), 0, Facts.announced());
        for (var number = 1; number <= PEOPLE; number++) {
            running.publish("registration", person(number).value(), 0, Facts.registered(number));
        }
        var registered = running.bean(Registered.class);
        await().atMost(PATIENCE)
                .until(() -> registered.knows(SUMMIT)
                        && IntStream.rangeClosed(1, PEOPLE)
                                .allMatch(number ->
                                        registered.person(person(number)).isPresent()));
        var staff = running.token(Role.STAFF);
        for (var number = 1; number <= SESSIONS; number++) {
            var begin = DayThree.NINE.plus(Duration.ofHours((number - 1) / AT_A_TIME));
            var slot = new Slot(begin, begin.plus(Duration.ofMinutes(50)));
            ports.getFirst()
                    .send(
                            new ScheduleSession(
                                    session(number), SUMMIT, 3, plan(slot, "Room " + number, Map.of(IN_PERSON, SEATS))),
                            staff);
            ports.getFirst().send(new OpenSignUp(session(number)), staff);
        }
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void noSeatIsOversoldNobodyIsInTwoPlacesAtOnceAndWhoWaitsComesInInOrder() throws Exception {
        var wishes = new ArrayList<TakeSeat>();
        for (var number = 1; number <= SESSIONS; number++) {
            for (var person = 1; person <= PEOPLE; person++) {
                wishes.add(new TakeSeat(session(number), person(person), IN_PERSON, null));
            }
        }
        Collections.shuffle(wishes, new Random(7));
        var asked = new ArrayList<>(wishes.subList(0, Math.min(ASKED, wishes.size())));
        // some press the button twice
        asked.addAll(wishes.subList(0, asked.size() / 20));

        var refused = askAll(asked);

        assertThat(refused).allMatch(reason -> reason == Reason.OVERLAPS);
        booksAgree();
        var before = IntStream.rangeClosed(1, SESSIONS)
                .mapToObj(number -> queries().signUps(session(number), staff()))
                .toList();
        assertThat(before).anySatisfy(session -> assertThat(session).anyMatch(each -> each.place() != null));

        // a third of those who have a seat give it back, all at once
        giveBackEveryThird(before);
        await().atMost(PATIENCE).untilAsserted(this::noSeatIsKeptFromWhoWaits);

        booksAgree();
        for (var number = 1; number <= SESSIONS; number++) {
            whoCameInAreTheFirstWhoWaited(before.get(number - 1), session(number));
        }
    }

    /** What was refused; whatever else goes wrong is a failure of the test. */
    private List<Reason> askAll(List<TakeSeat> commands) throws Exception {
        var number = new AtomicInteger();
        var refused = Collections.synchronizedList(new ArrayList<Reason>());
        all(commands.stream()
                .<Callable<Void>>map(command -> () -> {
                    try {
                        ports.get(number.incrementAndGet() % 2)
                                .send(command, running.tokenOf((Object) command.participant()));
                    } catch (SessionsRejected no) {
                        refused.add(no.reason());
                    }
                    return null;
                })
                .toList());
        return refused;
    }

    private void giveBackEveryThird(List<List<SignedUp>> signUps) throws Exception {
        var staff = staff();
        var releases = new ArrayList<Callable<Void>>();
        for (var number = 1; number <= SESSIONS; number++) {
            var session = session(number);
            var seated = signUps.get(number - 1).stream()
                    .filter(each -> each.place() == null)
                    .toList();
            for (var index = 0; index < seated.size(); index += 3) {
                var release = new ReleaseSeat(session, seated.get(index).participant());
                releases.add(() -> {
                    ports.getFirst().send(release, staff);
                    return null;
                });
            }
        }
        all(releases);
    }

    private static void all(List<Callable<Void>> calls) throws Exception {
        try (var callers = Executors.newFixedThreadPool(32)) {
            for (var call : callers.invokeAll(calls)) {
                call.get();
            }
        }
    }

    private void noSeatIsKeptFromWhoWaits() {
        for (var number = 1; number <= SESSIONS; number++) {
            assertThat(queries().seats(session(number), staff()))
                    .allMatch(count -> count.taken() == count.seats() || count.waiting() == 0);
        }
    }

    /** Seats, rows and events say the same; nobody is anywhere twice. */
    private void booksAgree() {
        for (var number = 1; number <= SESSIONS; number++) {
            var count = queries().seats(session(number), staff()).getFirst();
            var signedUp = queries().signUps(session(number), staff());
            assertThat(count.taken()).isLessThanOrEqualTo(SEATS);
            assertThat(signedUp).extracting(SignedUp::participant).doesNotHaveDuplicates();
            assertThat(count)
                    .isEqualTo(new SeatCount(
                            IN_PERSON,
                            SEATS,
                            0,
                            (int) signedUp.stream()
                                    .filter(each -> each.place() == null)
                                    .count(),
                            (int) signedUp.stream()
                                    .filter(each -> each.place() != null)
                                    .count()));
        }
        assertThat(number("""
                select count(*) from booking a join booking b
                    on a.resource = b.resource and a.session < b.session and a.slot && b.slot""")).isZero();
        assertThat(number("select count(*) from booking where not leads and resource like 'person:%'"))
                .isEqualTo(number("select count(*) from sign_up"));
        assertThat(number("""
                select count(*) filter (where type in ('sessions.seat-taken', 'sessions.seat-promoted'))
                    - (select count(*) from event_history
                        where type = 'sessions.seat-released' and not (payload ->> 'waited')::boolean)
                from event_history""")).isEqualTo(number("select count(*) from sign_up where seated"));
    }

    private void whoCameInAreTheFirstWhoWaited(List<SignedUp> before, SessionId session) {
        var after = queries().signUps(session, staff());
        var waited = before.stream()
                .filter(each -> each.place() != null)
                .map(SignedUp::participant)
                .toList();
        var cameIn = after.stream()
                .filter(each -> each.place() == null)
                .map(SignedUp::participant)
                .filter(waited::contains)
                .toList();
        assertThat(cameIn).containsExactlyInAnyOrderElementsOf(waited.subList(0, cameIn.size()));
    }

    private long number(String sql) {
        return running.database().sql(sql).query(Long.class).single();
    }

    private SessionsQueries queries() {
        return running.bean(SessionsQueries.class);
    }

    private String staff() {
        return running.token(Role.STAFF);
    }
}
