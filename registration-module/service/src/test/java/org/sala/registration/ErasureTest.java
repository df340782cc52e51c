package org.sala.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.registration.Reference.announce;
import static org.sala.registration.Reference.checkIn;
import static org.sala.registration.Reference.enrol;
import static org.sala.registration.Reference.erase;
import static org.sala.registration.Reference.participant;
import static org.sala.registration.Reference.register;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sala.embedded.SchemaLogin;
import org.sala.embedded.SharedServers;
import org.sala.eventing.Erasures;
import org.sala.personal.Personal;
import org.sala.personal.Personal.Reason;
import org.sala.ports.CommandClient;
import org.sala.ports.Role;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.DayPlace;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationPort;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.RegistrationQueries.Person;
import org.sala.registration.api.RegistrationRejected;
import org.sala.testing.RunningService;
import tools.jackson.core.type.TypeReference;

/** A person who is erased stays erased, from here to the oldest backup. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureTest {

    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final Map<Integer, AttendanceMode> DAY_ONE = Map.of(1, AttendanceMode.ONLINE);

    private RunningService registration;
    private String staff;

    @BeforeAll
    void start(@TempDir Path folder) {
        registration = RunningService.start(
                "registration",
                RegistrationApplication::builder,
                folder,
                1,
                Map.of("sala.registration.contact-secret", folder.resolve("contacts.key")));
        signInAgain();
        port().send(announce(), staff);
        port().send(enrol(1, Cohort.COACHING), staff);
    }

    @AfterAll
    void stop() {
        registration.close();
    }

    @BeforeEach
    void signInAgain() {
        staff = registration.token(Role.STAFF);
    }

    private RegistrationPort port() {
        return registration.bean(RegistrationPort.class);
    }

    private Person person(ParticipantId participant) {
        return registration.bean(RegistrationQueries.class).person(participant, staff);
    }

    /** Who is found by the name that both of them have. */
    private List<ParticipantId> listed() {
        return registration
                .bean(RegistrationQueries.class)
                .people(Reference.SUMMIT, new RegistrationQueries.Filter("sok dara", 1, null, null, null), 0, 10, staff)
                .lines()
                .stream()
                .map(RegistrationQueries.Line::participant)
                .filter(List.of(participant(1), participant(2))::contains)
                .toList();
    }

    private Person onceErased(ParticipantId participant) throws InterruptedException {
        var deadline = Instant.now().plus(WITHIN);
        while (true) {
            var person = person(participant);
            if (person.name().equals(Personal.hidden(Reason.ERASED))) {
                return person;
            }
            assertThat(Instant.now()).as("still not erased").isBefore(deadline);
            Thread.sleep(50);
        }
    }

    @Test
    void whoIsErasedIsGoneFromEverywhereAndCountsStay() throws InterruptedException {
        var command = register(1, DAY_ONE);
        port().send(command, staff);
        port().send(checkIn(1, 1, AttendanceMode.ONLINE, Reference.DAY_ONE_MORNING), staff);
        port().send(register(2, DAY_ONE), staff);
        var seats = registration.bean(RegistrationQueries.class).seats(Reference.SUMMIT, staff);
        assertThat(person(participant(1)).name()).isEqualTo(Personal.of(command.name()));

        port().send(erase(1), staff);
        var left = onceErased(participant(1));

        assertThat(left.contact()).isEqualTo(Personal.hidden(Reason.ERASED));
        assertThat(left.erasedAt()).isNotNull();
        assertThat(left.days())
                .isEqualTo(Map.of(1, new DayPlace(AttendanceMode.ONLINE, false, Set.of(AttendanceMode.ONLINE))));
        assertThat(registration.bean(RegistrationQueries.class).seats(Reference.SUMMIT, staff))
                .isEqualTo(seats);
        assertThat(registration.bean(RegistrationQueries.class).personWith(Reference.SUMMIT, command.contact(), staff))
                .isEmpty();
        assertThat(person(participant(2)).name().shown()).isPresent();
        assertThat(listed()).containsExactly(participant(2));
        assertThat(registration
                        .database()
                        .sql("select sealed is null from person where participant = :participant")
                        .param("participant", participant(1).value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(registration.bean(Erasures.class).erased())
                .contains(participant(1).toString());
        assertThat(registration.published(participant(1), 3))
                .extracting(
                        fact -> new String(fact.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                .containsExactly(
                        "registration.participant-registered",
                        "registration.participant-checked-in",
                        "registration.participant-erased");

        var events = registration.events();
        port().send(erase(1), staff);
        assertThat(registration.events()).isEqualTo(events);
        port().send(register(3, command.contact()), staff);
        assertThat(person(participant(3)).name().shown()).contains(command.name());
    }

    @Test
    void anOlderBackupComesUpWithThePersonStillErased() throws InterruptedException {
        var registered = register(10, DAY_ONE);
        var erasedBefore = register(11, DAY_ONE);
        port().send(registered, staff);
        port().send(erasedBefore, staff);
        registration.restart(database -> asSuperuser("create database backup template " + database));
        var later = register(12, DAY_ONE);
        port().send(later, staff);
        port().send(erase(10), staff);
        port().send(erase(12), staff);
        onceErased(participant(10));
        onceErased(participant(12));

        registration.restart(database -> {
            asSuperuser("drop database " + database, "alter database backup rename to " + database);
            SharedServers.postgres()
                    .prepareDatabase(
                            database,
                            Stream.of("registration", "registration_keys")
                                    .map(schema -> new SchemaLogin(schema, "password-of-" + schema))
                                    .toList());
        });

        signInAgain();
        assertThat(person(participant(10)).name()).isEqualTo(Personal.hidden(Reason.ERASED));
        assertThat(person(participant(10)).erasedAt())
                .as("the history was told of it again")
                .isNotNull();
        assertThat(registration
                        .bean(RegistrationQueries.class)
                        .personWith(Reference.SUMMIT, registered.contact(), staff))
                .isEmpty();
        assertThat(person(participant(11)).name()).isEqualTo(Personal.of(erasedBefore.name()));
    }

    private static void asSuperuser(String... statements) {
        try (var connection = SharedServers.postgres().connectAsSuperuser("postgres");
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"STAFF"},
            mode = EnumSource.Mode.EXCLUDE)
    void othersAreForStaffAlone(Role role) {
        port().send(register(20, DAY_ONE), staff);
        var token = registration.token(role);
        var path = "/participants/" + participant(20);

        assertThat(registration.post(erase(20), token, "en").statusCode()).isEqualTo(403);
        HttpResponse<String> asked = registration.get(path, token, "en");
        assertThat(asked.statusCode()).isEqualTo(403);
        assertThat(asked.body()).doesNotContain("Dara");
        assertThat(registration.getOpenly(path).statusCode()).isEqualTo(401);
    }

    @Test
    void peopleAreAnsweredOverHttpAsInTheProcess() {
        var command = register(30, DAY_ONE);
        port().send(command, staff);
        try (var client = new CommandClient(
                registration.at("/"),
                (reason, details) -> new RegistrationRejected(RegistrationRejected.Reason.valueOf(reason), details))) {
            var here = person(participant(30));

            assertThat(client.ask("/participants/" + participant(30), new TypeReference<Person>() {}, staff))
                    .isEqualTo(here);
            assertThat(client.ask(
                            "/summits/" + Reference.SUMMIT + "/people/with-contact",
                            command.contact(),
                            new TypeReference<List<Person>>() {},
                            staff))
                    .containsExactly(here);
        }
    }
}
