package org.sala.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sala.embedded.SharedServers;
import org.sala.eventing.EventNames;
import org.sala.eventing.ledger.LedgerEvent;
import org.sala.eventing.ledger.LedgerStore;

class GroupCommitTest {

    private LedgerStore store;
    private PostgresEventStorageEngine engine;

    @BeforeEach
    void open() {
        store = LedgerStore.in(SharedServers.newDatabase("ledger"));
        engine = PostgresEventStorageEngine.on(store.dataSource(), WireSerializer.of(EventNames.of(LedgerEvent.class)))
                .groupCommit("commits")
                .build();
        engine.introduce(List.of("Account", "ledger.account-opened", "ledger.account-credited"));
    }

    @AfterEach
    void close() {
        engine.close();
        store.close();
    }

    @Test
    void whatComesWhileACommitIsUnderWayIsCommittedTogether() throws Exception {
        var accounts = IntStream.range(0, 20).mapToObj(i -> "a" + i).toList();
        var appended = whileTheTableIsLocked(accounts.stream()
                .collect(Collectors.toMap(account -> account, account -> LedgerStore.history(account, 2))));
        for (var one : appended.values()) {
            one.get();
        }
        assertThat(count("event")).isEqualTo(60);
        // the one that was under way, and all others
        assertThat(store.database()
                        .sql("select count(distinct transaction_id) from event")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(store.sequencer().sequence()).isEqualTo(60);
    }

    @Test
    void aConflictIsOfItsOwnAppendAndOfNoOther() throws Exception {
        engine.appendEvents(LedgerStore.history("taken", 1));
        var given = new LinkedHashMap<String, List<DomainEventMessage<?>>>();
        for (var i = 0; i < 9; i++) {
            given.put("good " + i, LedgerStore.history("good " + i, i));
        }
        given.put("created again", LedgerStore.history("taken", 0));
        given.put("late", LedgerStore.history("taken", 3).subList(1, 4));
        given.put("in time", LedgerStore.history("taken", 3).subList(2, 4));

        var appended = whileTheTableIsLocked(given);
        assertRefused(appended, "created again", AggregateStreamCreationException.class);
        assertRefused(appended, "late", ConcurrencyException.class);
        for (var one : appended.values()) {
            one.get();
        }
        assertThat(engine.lastSequenceNumberFor("taken")).contains(3L);
        assertThat(count("event")).isEqualTo(2 + IntStream.rangeClosed(1, 9).sum() + 2);
    }

    @Test
    void ofTwoThatRaceForOneAggregateOneIsStored() throws Exception {
        var appended = whileTheTableIsLocked(
                Map.of("one", LedgerStore.history("same", 4), "other", LedgerStore.history("same", 4)));
        var refused = 0;
        for (var one : appended.values()) {
            try {
                one.get();
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(AggregateStreamCreationException.class);
                refused++;
            }
        }
        assertThat(refused).isEqualTo(1);
        assertThat(count("event")).isEqualTo(5);
    }

    @Test
    void whatIsStoredStaysWhateverBecomesOfTheTransactionAroundIt() {
        store.transaction().executeWithoutResult(status -> {
            engine.appendEvents(LedgerStore.history("a", 0));
            status.setRollbackOnly();
        });
        assertThat(engine.lastSequenceNumberFor("a")).contains(0L);
    }

    @Test
    void afterItIsClosedItTakesNoMore() {
        engine.close();
        assertThatThrownBy(() -> engine.appendEvents(LedgerStore.history("a", 0)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(count("event")).isZero();
    }

    /** Gives appends over while nothing can be stored, until all of them wait, and returns once they are decided. */
    private Map<String, Future<?>> whileTheTableIsLocked(Map<String, List<DomainEventMessage<?>>> given) {
        var futures = new LinkedHashMap<String, Future<?>>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            store.transaction().executeWithoutResult(status -> {
                store.database().sql("lock table event in exclusive mode").update();
                given.forEach((name, events) -> {
                    var before = futures.size();
                    futures.put(name, executor.submit(() -> engine.appendEvents(events)));
                    // in this order: the first is under way, the others queue behind it
                    await().until(() -> before == 0 ? isBlocked() : engine.waitingAppends() == before);
                });
            });
        }
        return futures;
    }

    private boolean isBlocked() {
        return store.database()
                .sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    private static void assertRefused(Map<String, Future<?>> appended, String name, Class<? extends Exception> as) {
        assertThatThrownBy(() -> Objects.requireNonNull(appended.get(name)).get())
                .hasCauseInstanceOf(as);
        appended.remove(name);
    }

    private int count(String table) {
        return store.database()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }
}
