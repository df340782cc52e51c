package org.sala.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.sala.embedded.SharedServers;
import org.sala.eventing.ledger.LedgerStore;

class LeaseTest {

    @Test
    void oneLeadsUntilItEndsAndTheNextHasAHigherToken() {
        try (var store = LedgerStore.in(SharedServers.newDatabase("ledger"))) {
            var first = new Lease(store.dataSource(), "work", Duration.ofMillis(600));
            var second = new Lease(store.dataSource(), "work", Duration.ofMillis(600));
            assertThat(first.hold()).isEqualTo(OptionalLong.of(1));
            assertThat(second.hold()).isEmpty();
            assertThat(first.hold()).isEqualTo(OptionalLong.of(1));
            // the first says nothing more: its time runs out
            await().until(() -> second.hold().isPresent());
            assertThat(second.hold()).isEqualTo(OptionalLong.of(2));
        }
    }

    @Test
    void aLeaseGivenBackIsFreeAtOnce() {
        try (var store = LedgerStore.in(SharedServers.newDatabase("ledger"))) {
            var first = new Lease(store.dataSource(), "work", Duration.ofMinutes(5));
            var second = new Lease(store.dataSource(), "work", Duration.ofMinutes(5));
            first.hold();
            first.release();
            assertThat(second.hold()).isEqualTo(OptionalLong.of(2));
        }
    }
}
