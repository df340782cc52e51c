package org.sala.sessions.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.sessions.DayThree.NINE;
import static org.sala.sessions.DayThree.SUMMIT;
import static org.sala.sessions.DayThree.person;
import static org.sala.sessions.DayThree.session;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.sessions.SessionsFixtures;
import org.sala.sessions.api.Attended;
import org.sala.sessions.api.CertificateId;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SessionsCommand.IssueCertificate;
import org.sala.sessions.api.SessionsEvent.CertificateIssued;
import org.sala.sessions.api.SessionsQueries.Learning;
import org.sala.sessions.api.SessionsRejected.Reason;
import org.sala.sessions.api.SummitId;
import org.sala.testing.SettableClock;

/** Certificates say what was known when they were asked for, and are found by their code however it is typed. */
class CertificateTest {

    private static final CertificateId CERTIFICATE =
            new CertificateId(UUID.fromString("ce570000-0000-4000-8000-000000000001"));
    private static final String CODE = VerificationCode.of(CERTIFICATE).value();
    private static final Learning LEARNING = new Learning(List.of(new Attended(session(1), 86)), 86);

    @Test
    void certifiesWhatSomebodyAttended() {
        fixture(LEARNING).givenNoPriorActivity().when(issue(person(1))).expectEvents(issued());
    }

    @Test
    void isIssuedOnceHoweverOftenItIsAsked() {
        fixture(new Learning(List.of(), 90))
                .given(issued())
                .when(issue(person(1)))
                .expectNoEvents();
        SessionsFixtures.of()
                .assertRefused(fixture(LEARNING).given(issued()).when(issue(person(2))), Reason.ID_TAKEN, Map.of());
    }

    @Test
    void isNotIssuedToWhoWasInNoSession() {
        SessionsFixtures.of()
                .assertRefused(
                        fixture(new Learning(List.of(), 0))
                                .givenNoPriorActivity()
                                .when(issue(person(1))),
                        Reason.NOTHING_ATTENDED,
                        Map.of());
    }

    @Test
    void aCodeIsSixteenLettersAndDigitsThatCantBeTakenForOneAnother() {
        var codes = Stream.generate(() -> VerificationCode.of(new CertificateId(UUID.randomUUID())))
                .limit(1_000)
                .map(VerificationCode::value)
                .toList();
        assertThat(codes)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0A1B-2C3D-4E5F-6G7H", "0a1b 2c3d 4e5f 6g7h", "OAIB2C3D4E5F6G7H", "oalb-2c3d4e5f-6g7h "})
    void aCodeIsReadHoweverItIsTyped(String typed) {
        assertThat(VerificationCode.typed(typed).value()).isEqualTo("0A1B-2C3D-4E5F-6G7H");
    }

    private static AggregateTestFixture<Certificate> fixture(Learning learning) {
        return SessionsFixtures.of().of(Certificate.class, new SettableClock(NINE), new CertificateBook() {
            @Override
            public Learning learning(ParticipantId participant, SummitId summit) {
                return learning;
            }

            @Override
            public void enter(String code, CertificateId certificate) {
                assertThat(code).isEqualTo(CODE);
            }
        });
    }

    private static IssueCertificate issue(ParticipantId participant) {
        return new IssueCertificate(CERTIFICATE, SUMMIT, participant);
    }

    private static CertificateIssued issued() {
        return new CertificateIssued(
                CERTIFICATE, SUMMIT, person(1), CODE, LEARNING.sessions(), LEARNING.minutes(), NINE);
    }
}
