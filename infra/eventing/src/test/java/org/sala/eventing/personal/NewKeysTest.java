package org.sala.eventing.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sala.eventing.personal.KeyTable.Row;

@Timeout(60)
class NewKeysTest {

    private static List<Row> rows(String... persons) {
        var rows = new ArrayList<Row>();
        for (var person : persons) {
            rows.add(new Row(person, new byte[] {1}, Set.of(""), Set.of(), false));
        }
        return rows;
    }

    private static List<String> persons(Collection<Row> rows) {
        return rows.stream().map(Row::person).toList();
    }

    @Test
    void whatComesWhileTheLastIsUnderWayIsStoredInOneStatementInTheOrderOfIds() throws Exception {
        var statements = new ArrayList<List<String>>();
        var underWay = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var keys = new NewKeys(rows -> {
            statements.add(persons(rows));
            underWay.countDown();
            await(goOn);
            return persons(rows);
        });
        try (var threads = Executors.newCachedThreadPool()) {
            var first = threads.submit(() -> keys.store(rows("m")));
            await(underWay);
            var others = new ArrayList<Future<Set<String>>>();
            var callers = new ArrayList<Thread>();
            for (var person : List.of("z", "a", "k")) {
                var caller = new AtomicReference<Thread>();
                others.add(threads.submit(() -> {
                    caller.set(Thread.currentThread());
                    return keys.store(rows(person));
                }));
                callers.add(waitingThread(caller));
            }
            goOn.countDown();

            assertThat(first.get()).containsExactly("m");
            assertThat(others.get(0).get()).containsExactly("z");
            assertThat(others.get(1).get()).containsExactly("a");
            assertThat(others.get(2).get()).containsExactly("k");
            assertThat(callers).hasSize(3);
        }
        assertThat(statements).containsExactly(List.of("m"), List.of("a", "k", "z"));
    }

    /** Once it waits for its turn, it stands in the queue. */
    private static Thread waitingThread(AtomicReference<Thread> caller) throws InterruptedException {
        while (caller.get() == null || caller.get().getState() != Thread.State.WAITING) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        return caller.get();
    }

    @Test
    void ofManyWhoMakeKeysForOnePersonOneDoes() throws Exception {
        var stored = new HashSet<String>();
        // as the table does: who is there already is not inserted
        var keys =
                new NewKeys(rows -> persons(rows).stream().filter(stored::add).toList());
        var answers = new ArrayList<Future<Set<String>>>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (var i = 0; i < 400; i++) {
                var shared = "p" + i % 20;
                var own = "own" + i;
                answers.add(threads.submit(() -> keys.store(rows(shared, own))));
            }
        }
        var all = new ArrayList<String>();
        for (var answer : answers) {
            all.addAll(answer.get());
        }
        assertThat(all).hasSize(420).doesNotHaveDuplicates();
        assertThat(stored).hasSize(420);
    }

    @Test
    void whoCannotBeStoredIsToldAndTheNextIsStored() {
        var keys = new NewKeys(rows -> {
            if (persons(rows).contains("bad")) {
                throw new IllegalStateException("no room");
            }
            return persons(rows);
        });
        assertThatThrownBy(() -> keys.store(rows("bad")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no room");
        assertThat(keys.store(rows("good"))).containsExactly("good");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(50, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
