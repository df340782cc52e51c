package org.sala.eventing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.junit.jupiter.api.Test;
import org.sala.eventing.ledger.LedgerEvent;

class EventNamesTest {

    sealed interface Nameless {
        record Something() implements Nameless {}
    }

    sealed interface Twins {
        @JsonTypeName("twin")
        record One() implements Twins {}

        @JsonTypeName("twin")
        record Other() implements Twins {}
    }

    @Test
    void namesStandForTypesBothWays() {
        var names = EventNames.of(LedgerEvent.class);
        assertThat(names.typeOf("ledger.account-opened")).contains(LedgerEvent.AccountOpened.class);
        assertThat(names.nameOf(LedgerEvent.AccountCredited.class)).isEqualTo("ledger.account-credited");
        assertThat(names.typeOf("ledger.account-named")).isEmpty();
    }

    @Test
    void anEventWithoutANameIsNoticedAtStart() {
        assertThatThrownBy(() -> EventNames.of(Nameless.class)).hasMessageContaining("has no @JsonTypeName");
    }

    @Test
    void twoEventsOfOneNameAreNoticedAtStart() {
        assertThatThrownBy(() -> EventNames.of(Twins.class)).hasMessageContaining("same wire name twin");
    }
}
