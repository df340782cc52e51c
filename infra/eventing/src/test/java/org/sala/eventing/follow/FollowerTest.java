package org.sala.eventing.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sala.embedded.SharedServers;
import org.sala.eventing.ledger.LedgerEvent;
import org.sala.eventing.ledger.LedgerStore;
import org.sala.eventing.store.Lease;

class FollowerTest {

    /** Notes what it is told, and refuses one event as long as it is told to. */
    public static final class Notary {

        private final List<String> told = new ArrayList<>();
        private boolean refusesCredits;

        @EventHandler
        void on(LedgerEvent.AccountOpened event) {
            told.add("opened " + event.account());
        }

        @EventHandler
        void on(LedgerEvent.AccountCredited event) {
            if (refusesCredits) {
                throw new IllegalStateException("not now");
            }
            told.add("credited " + event.account());
        }
    }

    private final Notary notary = new Notary();
    private LedgerStore store;

    @BeforeEach
    void open() {
        store = LedgerStore.in(SharedServers.newDatabase("ledger"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void isToldInOrderOfPositionsAndGoesOnWhereItWas() throws Exception {
        sequenced("a", 1);
        sequenced("b", 0);
        var follower = follower();
        assertThat(follower.follow()).isFalse();
        assertThat(notary.told).containsExactly("opened a", "credited a", "opened b");
        assertThat(follower.position()).isEqualTo(3);

        follower.release();
        sequenced("c", 0);
        follower().follow();
        assertThat(notary.told).containsExactly("opened a", "credited a", "opened b", "opened c");
    }

    @Test
    void standsStillAtWhatItCannotTakeAndPassesNothingOver() throws Exception {
        sequenced("a", 2);
        var follower = follower();
        notary.refusesCredits = true;
        assertThatThrownBy(follower::follow).hasMessageContaining("not now");
        assertThatThrownBy(follower::follow).hasMessageContaining("not now");
        assertThat(follower.position()).isEqualTo(1);

        notary.refusesCredits = false;
        follower.follow();
        assertThat(notary.told).containsExactly("opened a", "credited a", "credited a");
    }

    @Test
    void oneProcessAtATimeFollows() throws Exception {
        sequenced("a", 0);
        var leader = follower();
        leader.follow();
        sequenced("b", 0);
        follower().follow();
        assertThat(notary.told).as("the other has no lease").containsExactly("opened a");
        leader.follow();
        assertThat(notary.told).containsExactly("opened a", "opened b");
    }

    private Follower follower() {
        return new Follower(
                "notary",
                store.dataSource(),
                new Lease(store.dataSource(), "follower notary", Duration.ofMinutes(1)),
                store.engine(),
                notary,
                ClasspathParameterResolverFactory.forClass(getClass()));
    }

    private void sequenced(String account, int credits) {
        store.append(account, credits);
        store.sequencer().sequence();
    }
}
