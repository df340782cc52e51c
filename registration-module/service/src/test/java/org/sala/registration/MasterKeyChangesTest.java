package org.sala.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sala.registration.Reference.announce;
import static org.sala.registration.Reference.enrol;
import static org.sala.registration.Reference.participant;
import static org.sala.registration.Reference.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.personal.Personal;
import org.sala.ports.Role;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.RegistrationPort;
import org.sala.registration.api.RegistrationQueries;
import org.sala.testing.RunningService;

/** What operators do for one start, as the eventing module's README tells them. */
class MasterKeyChangesTest {

    @Test
    void aStartChangesTheMasterKeyAndPeopleStayReadable(@TempDir Path folder) throws IOException {
        try (var registration = RunningService.start(
                "registration",
                RegistrationApplication::builder,
                folder,
                1,
                Map.of("sala.registration.contact-secret", folder.resolve("contacts.key")))) {
            for (var command :
                    List.of(announce(), enrol(1, Cohort.COACHING), register(1, Map.of(1, AttendanceMode.ONLINE)))) {
                registration.bean(RegistrationPort.class).send(command, registration.token(Role.STAFF));
            }
            var wrapped = wrapped(registration);
            var masterKey = Files.readString(folder.resolve("registration-master.key"));

            restartWith("eventing.keys.wrap-anew", registration);

            assertThat(wrapped(registration)).hasSameSizeAs(wrapped).doesNotContainAnyElementsOf(wrapped);
            assertThat(folder.resolve("registration-master.key")).hasContent(masterKey);
            assertThat(name(registration)).isPresent();

            restartWith("eventing.keys.rotate-master-key", registration);

            assertThat(Files.readString(folder.resolve("registration-master.key")))
                    .isNotEqualTo(masterKey);
            assertThat(name(registration)).isPresent();
        }
    }

    @Test
    void withoutTheMasterKeyEverythingIsReplayedAndCountedAndNobodyIsShownOrRegistered(@TempDir Path folder)
            throws IOException {
        try (var registration = RunningService.start(
                "registration",
                RegistrationApplication::builder,
                folder,
                1,
                Map.of("sala.registration.contact-secret", folder.resolve("contacts.key")))) {
            var port = registration.bean(RegistrationPort.class);
            for (var command :
                    List.of(announce(), enrol(1, Cohort.COACHING), register(1, Map.of(1, AttendanceMode.ONLINE)))) {
                port.send(command, registration.token(Role.STAFF));
            }
            var seats = seats(registration);
            var masterKey = folder.resolve("registration-master.key");
            var away = folder.resolve("away.key");

            registration.restart(database -> move(masterKey, away));

            assertThat(person(registration).name()).isEqualTo(Personal.hidden(Personal.Reason.MASTER_KEY_MISSING));
            assertThat(person(registration).gender()).isEqualTo(register(1).gender());
            assertThat(seats(registration)).isEqualTo(seats);
            var events = registration.events();
            assertThatThrownBy(() -> registration
                            .bean(RegistrationPort.class)
                            .send(register(2, Map.of(1, AttendanceMode.ONLINE)), registration.token(Role.STAFF)))
                    .isInstanceOf(RuntimeException.class);
            assertThat(registration.events()).isEqualTo(events);
            assertThat(seats(registration)).isEqualTo(seats);
            assertThat(masterKey).as("none is made anew").doesNotExist();

            registration.restart(database -> move(away, masterKey));

            assertThat(name(registration)).isPresent();
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<RegistrationQueries.SeatCount> seats(RunningService registration) {
        return registration.bean(RegistrationQueries.class).seats(Reference.SUMMIT, registration.token(Role.STAFF));
    }

    private static RegistrationQueries.Person person(RunningService registration) {
        return registration.bean(RegistrationQueries.class).person(participant(1), registration.token(Role.STAFF));
    }

    private static void restartWith(String option, RunningService registration) {
        System.setProperty(option, "true");
        try {
            registration.restart();
        } finally {
            System.clearProperty(option);
        }
    }

    private static Optional<?> name(RunningService registration) {
        return person(registration).name().shown();
    }

    private static List<byte[]> wrapped(RunningService registration) {
        return registration
                .keys()
                .sql("select keyset from subject_key")
                .query((row, n) -> row.getBytes(1))
                .list();
    }
}
