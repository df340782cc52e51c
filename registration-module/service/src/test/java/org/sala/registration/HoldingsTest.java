package org.sala.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sala.registration.Reference.NOW;
import static org.sala.registration.Reference.SUMMIT;
import static org.sala.registration.Reference.erased;
import static org.sala.registration.Reference.participant;
import static org.sala.registration.Reference.register;
import static org.sala.registration.Reference.registered;

import java.time.Instant;
import java.time.Period;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sala.registration.api.DataKind;
import org.sala.registration.api.DisclosureId;
import org.sala.registration.api.RegistrationCommand.DisclosePersonalData;
import org.sala.registration.api.RegistrationCommand.ForgetPersonalData;
import org.sala.registration.api.RegistrationCommand.ReviseParticipant;
import org.sala.registration.api.RegistrationEvent.PersonalDataDisclosed;
import org.sala.registration.api.RegistrationEvent.PersonalDataForgotten;
import org.sala.registration.api.RegistrationRejected;

class HoldingsTest {

    private static final Holdings SOMEBODY = Holdings.NONE.evolve(registered(register(1)));
    private static final ForgetPersonalData FORGET_NEEDS = new ForgetPersonalData(participant(1), DataKind.NEEDS);
    private static final DisclosePersonalData DISCLOSE =
            new DisclosePersonalData(participant(1), new DisclosureId(new UUID(7, 7)));

    private final RegistrationTables book = Tables.emptyBook();

    @Test
    void aKindIsForgottenOnceAndTheOthersStay() {
        var forgotten = new PersonalDataForgotten(participant(1), SUMMIT, DataKind.NEEDS, NOW);
        assertThat(SOMEBODY.forget(FORGET_NEEDS, book, NOW)).containsExactly(forgotten);
        var without = SOMEBODY.evolve(forgotten);

        assertThat(without.forget(FORGET_NEEDS, book, NOW)).isEmpty();
        assertThat(without.forget(new ForgetPersonalData(participant(1), DataKind.CONTACTS), book, NOW))
                .hasSize(1);
    }

    @Test
    void whatWasForgottenIsNotSaidAnewAndTheRestIs() {
        var withoutNeeds = SOMEBODY.evolve(new PersonalDataForgotten(participant(1), SUMMIT, DataKind.NEEDS, NOW));
        withoutNeeds.mayBeSaidAnew(revise(null));
        assertThatThrownBy(() -> withoutNeeds.mayBeSaidAnew(revise(true))).hasMessage("DATA_FORGOTTEN");

        var withoutContacts =
                SOMEBODY.evolve(new PersonalDataForgotten(participant(1), SUMMIT, DataKind.CONTACTS, NOW));
        assertThatThrownBy(() -> withoutContacts.mayBeSaidAnew(revise(null))).hasMessage("DATA_FORGOTTEN");
    }

    private static ReviseParticipant revise(@Nullable Boolean disability) {
        var said = register(1);
        return new ReviseParticipant(
                said.participant(),
                said.organization(),
                said.name(),
                said.contact(),
                said.role(),
                said.gender(),
                said.ageBand(),
                disability,
                said.language());
    }

    @Test
    void ofSomebodyErasedThereIsNothingToForget() {
        assertThat(SOMEBODY.evolve(erased(1, NOW)).forget(FORGET_NEEDS, book, NOW))
                .isEmpty();
    }

    @Test
    void ofNobodyNothingIsForgottenAndNothingGivenOut() {
        assertThatThrownBy(() -> Holdings.NONE.forget(FORGET_NEEDS, book, NOW))
                .isInstanceOf(RegistrationRejected.class)
                .hasMessage("PARTICIPANT_UNKNOWN");
        assertThatThrownBy(() -> Holdings.NONE.disclose(DISCLOSE, NOW)).hasMessage("PARTICIPANT_UNKNOWN");
    }

    @Test
    void aDisclosureIsRecordedOnce() {
        var disclosed = new PersonalDataDisclosed(participant(1), SUMMIT, DISCLOSE.disclosure(), NOW);
        assertThat(SOMEBODY.disclose(DISCLOSE, NOW)).containsExactly(disclosed);
        assertThat(SOMEBODY.evolve(disclosed).disclose(DISCLOSE, NOW)).isEmpty();
    }

    @Test
    void whoItWasIsNotForgottenByItself() {
        assertThatThrownBy(() -> new ForgetPersonalData(participant(1), DataKind.ATTENDANCE))
                .hasMessage("MALFORMED");
    }

    @Test
    void aYearIsAYearAndNeverNegative() {
        var rules = new RetentionRules(Period.ofYears(1), Period.ofDays(30), Period.ofYears(4));
        var end = Instant.parse("2024-02-29T17:00:00Z");
        assertThat(rules.until(DataKind.CONTACTS, end)).isEqualTo(Instant.parse("2025-02-28T17:00:00Z"));
        assertThat(rules.until(DataKind.NEEDS, end)).isEqualTo(Instant.parse("2024-03-30T17:00:00Z"));
        assertThatThrownBy(() -> new RetentionRules(Period.ofDays(-1), Period.ZERO, Period.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
