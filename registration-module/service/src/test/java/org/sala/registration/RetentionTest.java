package org.sala.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sala.registration.Reference.SUMMIT;
import static org.sala.registration.Reference.announce;
import static org.sala.registration.Reference.checkIn;
import static org.sala.registration.Reference.enrol;
import static org.sala.registration.Reference.participant;
import static org.sala.registration.Reference.register;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.eventing.Commands;
import org.sala.eventing.Erasures;
import org.sala.personal.Personal;
import org.sala.personal.Personal.Reason;
import org.sala.ports.CommandClient;
import org.sala.ports.Role;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.DataKind;
import org.sala.registration.api.DisclosureId;
import org.sala.registration.api.RegistrationCommand;
import org.sala.registration.api.RegistrationCommand.DisclosePersonalData;
import org.sala.registration.api.RegistrationCommand.ForgetPersonalData;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;
import org.sala.registration.api.RegistrationPort;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.RegistrationQueries.Person;
import org.sala.registration.api.RegistrationQueries.Recorded;
import org.sala.registration.api.RegistrationQueries.Retained;
import org.sala.registration.api.RegistrationRejected;
import org.sala.testing.RunningService;
import tools.jackson.core.type.TypeReference;

/** What is held of people goes by itself, kind by kind, and is given out when somebody asks for it. */
class RetentionTest {

    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final Map<Integer, AttendanceMode> DAY_ONE = Map.of(1, AttendanceMode.ONLINE);

    /** The reference summit is past: its time runs from when it was announced here. */
    private final Instant announced = Instant.now();

    private RunningService registration;

    @BeforeEach
    void start(@TempDir Path folder) {
        registration = RunningService.start(
                "registration",
                RegistrationApplication::builder,
                folder,
                1,
                Map.of("sala.registration.contact-secret", folder.resolve("contacts.key")));
        send(announce());
        send(enrol(1, Cohort.COACHING));
        send(withNeeds(1));
        send(register(2, DAY_ONE));
        eventually(() -> retained().size() == 3 && retained().getLast().people() == 2);
    }

    @AfterEach
    void stop() {
        registration.close();
    }

    private void send(RegistrationCommand command) {
        registration.bean(RegistrationPort.class).send(command, registration.token(Role.STAFF));
    }

    private RegistrationQueries queries() {
        return registration.bean(RegistrationQueries.class);
    }

    private Person person(int number) {
        return queries().person(participant(number), registration.token(Role.STAFF));
    }

    private List<Retained> retained() {
        return queries().retained(SUMMIT, registration.token(Role.STAFF));
    }

    private static RegisterParticipant withNeeds(int number) {
        var without = register(number, DAY_ONE);
        return new RegisterParticipant(
                without.participant(),
                without.summit(),
                without.organization(),
                without.name(),
                without.contact(),
                without.role(),
                without.gender(),
                without.ageBand(),
                true,
                without.language(),
                without.days(),
                without.consents(),
                without.consentVersion());
    }

    private static void eventually(BooleanSupplier condition) {
        var deadline = Instant.now().plus(WITHIN);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("still not so").isBefore(deadline);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** As registration does it by itself, so long after the summit. */
    private int carryOut(Period later) {
        var rules = new RetentionRules(Period.ofYears(1), Period.ofDays(30), Period.ofYears(4));
        var then = Instant.now().atOffset(ZoneOffset.UTC).plus(later).toInstant();
        return new Retention(
                        registration.database(),
                        registration.bean(Erasures.class),
                        rules,
                        Clock.fixed(then, ZoneOffset.UTC))
                .carryOut(registration.bean(Commands.class));
    }

    @Test
    void whatWillGoIsSaidBeforehand() {
        assertThat(retained()).extracting(Retained::kind).containsExactly(DataKind.values());
        assertThat(retained()).extracting(Retained::people).containsExactly(2, 1, 2);
        var needs = retained().get(1);
        assertThat(needs.keptFor()).isEqualTo(Period.ofDays(30));
        assertThat(needs.until())
                .isBetween(
                        announced.plus(Duration.ofDays(30)).minusSeconds(60),
                        Instant.now().plus(Duration.ofDays(30)));
    }

    @Test
    void eachKindGoesWhenItsTimeHasComeAndTheRestStays() {
        send(checkIn(1, 1, AttendanceMode.ONLINE, Instant.parse("2022-05-31T03:00:00Z")));
        var seats = queries().seats(SUMMIT, registration.token(Role.STAFF));
        var contact = withNeeds(1).contact();
        assertThat(carryOut(Period.ofDays(29))).isZero();

        assertThat(carryOut(Period.ofDays(31))).isEqualTo(1);
        eventually(() -> Personal.hidden(Reason.ERASED).equals(person(1).disability()));
        assertThat(person(1).contact().shown()).contains(contact);
        assertThat(carryOut(Period.ofDays(31))).as("again").isZero();

        assertThat(carryOut(Period.ofDays(367))).isEqualTo(2);
        eventually(() -> person(2).contact().equals(Personal.hidden(Reason.ERASED)));
        assertThat(person(1).contact()).isEqualTo(Personal.hidden(Reason.ERASED));
        assertThat(person(1).name().shown()).isPresent();
        assertThat(person(1).erasedAt()).isNull();
        assertThat(queries().personWith(SUMMIT, contact, registration.token(Role.STAFF)))
                .isEmpty();
        assertThat(retained()).extracting(Retained::kind).containsExactly(DataKind.ATTENDANCE);

        assertThat(carryOut(Period.ofDays(4 * 366))).isEqualTo(2);
        eventually(() -> person(1).name().equals(Personal.hidden(Reason.ERASED))
                && person(2).name().equals(Personal.hidden(Reason.ERASED)));
        eventually(() -> retained().isEmpty());
        assertThat(queries().seats(SUMMIT, registration.token(Role.STAFF))).isEqualTo(seats);
        assertThat(registration.published(participant(1), 5))
                .extracting(
                        fact -> new String(fact.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                .containsExactly(
                        "registration.participant-registered",
                        "registration.participant-checked-in",
                        "registration.personal-data-forgotten",
                        "registration.personal-data-forgotten",
                        "registration.participant-erased");
        assertThat(registration.published(participant(2), 3))
                .last()
                .extracting(
                        fact -> new String(fact.headers().lastHeader("ce_actor").value(), StandardCharsets.UTF_8))
                .isEqualTo("policy:retention");
    }

    @Test
    void whatWasForgottenStaysSoAfterARestart() {
        send(new ForgetPersonalData(participant(1), DataKind.CONTACTS));
        send(new ForgetPersonalData(participant(1), DataKind.CONTACTS));
        eventually(() -> person(1).contact().equals(Personal.hidden(Reason.ERASED)));
        var events = registration.events();

        registration.restart();

        assertThat(person(1).contact()).isEqualTo(Personal.hidden(Reason.ERASED));
        assertThat(person(1).name().shown()).isPresent();
        assertThat(registration.events()).isEqualTo(events);
        assertThat(registration.bean(Erasures.class).erasedParts())
                .containsExactly(new Erasures.Part(participant(1).toString(), "CONTACTS"));
    }

    @Test
    void everythingHeldIsGivenOutOnceThatIsRecorded() {
        var staff = registration.token(Role.STAFF);
        var disclosure = new DisclosureId(UUID.randomUUID());
        assertThatThrownBy(() -> queries().disclosed(participant(1), disclosure, staff))
                .isInstanceOfSatisfying(
                        RegistrationRejected.class,
                        refused ->
                                assertThat(refused.reason()).isEqualTo(RegistrationRejected.Reason.DISCLOSURE_UNKNOWN));

        send(new DisclosePersonalData(participant(1), disclosure));
        send(new DisclosePersonalData(participant(1), disclosure));

        var recorded = queries().disclosed(participant(1), disclosure, staff);
        assertThat(recorded)
                .extracting(Recorded::type)
                .containsExactly("registration.participant-registered", "registration.personal-data-disclosed");
        assertThat(recorded.getFirst().content()).contains("Sok Dara", "010 000001", "\"gender\":\"WOMAN\"");
        assertThat(recorded.toString()).doesNotContain("Dara");
        try (var client = new CommandClient(
                registration.at("/"),
                (reason, details) -> new RegistrationRejected(RegistrationRejected.Reason.valueOf(reason), details))) {
            assertThat(client.ask(
                            "/participants/" + participant(1) + "/disclosures/" + disclosure,
                            new TypeReference<List<Recorded>>() {},
                            staff))
                    .isEqualTo(recorded);
            assertThat(client.ask("/summits/" + SUMMIT + "/retained", new TypeReference<List<Retained>>() {}, staff))
                    .isEqualTo(retained());
        }
        for (var role : List.of(Role.FACILITATOR, Role.AUDITOR, Role.DONOR, Role.PARTICIPANT)) {
            assertThatThrownBy(() -> queries().disclosed(participant(1), disclosure, registration.token(role)))
                    .hasMessageContaining("NOT_ALLOWED");
        }
    }

    @Test
    void aPersonIsGivenTheirOwnAndNobodyElses() {
        var disclosure = new DisclosureId(UUID.randomUUID());
        var port = registration.bean(RegistrationPort.class);
        var themselves = registration.tokenOf(participant(1));
        var somebodyElse = registration.tokenOf(participant(2));
        var disclose = new DisclosePersonalData(participant(1), disclosure);
        assertThatThrownBy(() -> port.send(disclose, somebodyElse)).hasMessageContaining("NOT_ALLOWED");

        port.send(disclose, themselves);

        assertThat(queries().disclosed(participant(1), disclosure, themselves))
                .last()
                .extracting(Recorded::type)
                .isEqualTo("registration.personal-data-disclosed");
        assertThatThrownBy(() -> queries().disclosed(participant(1), disclosure, somebodyElse))
                .hasMessageContaining("NOT_ALLOWED");
    }
}
