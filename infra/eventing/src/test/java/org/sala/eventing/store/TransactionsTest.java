package org.sala.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Events and all else that a command writes are one transaction: all of it is stored, or nothing. */
class TransactionsTest {

    private final String tale = Tale.newId();
    private TaleStore store;

    @BeforeEach
    void open() {
        store = TaleStore.open();
        store.tables()
                .database()
                .sql("create table book (line text primary key)")
                .update();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatIsWrittenBeforeAndAfterAnAppendIsStoredWithIt() {
        store.tables().transaction().executeWithoutResult(status -> {
            write("before");
            store.engine().appendEvents(Tale.line(tale, 0));
            write("between");
            store.engine().appendEvents(Tale.line(tale, 1));
            write("after");
        });
        assertThat(written()).containsExactly("after", "before", "between");
        assertThat(told()).containsExactly(0L, 1L);
    }

    @Test
    void aConflictTakesBackWhatWasWrittenBesideIt() {
        store.append(Tale.line(tale, 0), Tale.line(tale, 1));
        assertThatThrownBy(() -> store.tables().transaction().executeWithoutResult(status -> {
                    write("before");
                    store.engine().appendEvents(Tale.line(tale, 1));
                    write("after");
                }))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(written()).isEmpty();
    }

    @Test
    void aRefusalOfWhatIsWrittenBesideThemTakesBackTheEvents() {
        write("line");
        assertThatThrownBy(() -> store.tables().transaction().executeWithoutResult(status -> {
                    store.engine().appendEvents(Tale.line(tale, 0));
                    write("line");
                }))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(told()).isEmpty();
    }

    /** As a constraint of a book has it that is checked when all is written. */
    @Test
    void aRefusalAtTheCommitTakesBackTheEventsAndIsSaid() {
        store.tables()
                .database()
                .sql("alter table book add constraint once unique (line) deferrable initially deferred")
                .update();
        store.tables()
                .database()
                .sql("alter table book drop constraint book_pkey")
                .update();
        write("line");
        assertThatThrownBy(() -> store.tables().transaction().executeWithoutResult(status -> {
                    write("line");
                    store.engine().appendEvents(Tale.line(tale, 0));
                }))
                .isNotInstanceOf(ConcurrencyException.class)
                .hasStackTraceContaining("once");
        assertThat(told()).isEmpty();
        assertThat(written()).hasSize(1);
    }

    @Test
    void aTransactionReadsWhatItHasAppended() {
        store.append(Tale.line(tale, 0));
        store.tables().transaction().executeWithoutResult(status -> {
            store.engine().appendEvents(Tale.line(tale, 1));
            assertThat(told()).containsExactly(0L, 1L);
            assertThat(store.engine().lastSequenceNumberFor(tale)).contains(1L);
            store.engine().appendEvents(Tale.line(tale, 2));
            assertThat(told()).containsExactly(0L, 1L, 2L);
        });
        assertThat(told()).containsExactly(0L, 1L, 2L);
    }

    @Test
    void aUnitOfWorkGoesOnFromTheOneBeforeItInTheSameTransaction() {
        var embedded =
                EmbeddedEventStore.builder().storageEngine(store.engine()).build();
        try {
            store.tables().transaction().executeWithoutResult(status -> {
                for (var sequence = 0; sequence < 3; sequence++) {
                    var next = sequence;
                    DefaultUnitOfWork.startAndGet(null).execute(() -> {
                        assertThat(embedded.readEvents(tale).asStream()).hasSize(next);
                        embedded.publish(Tale.line(tale, next));
                    });
                }
            });
        } finally {
            embedded.shutDown();
        }
        assertThat(told()).containsExactly(0L, 1L, 2L);
    }

    @Test
    void whatWasReadAndThenTakenBackIsNotStored() {
        store.tables().transaction().executeWithoutResult(status -> {
            store.engine().appendEvents(Tale.line(tale, 0));
            assertThat(told()).containsExactly(0L);
            status.setRollbackOnly();
        });
        assertThat(told()).isEmpty();
    }

    @Test
    void whatIsAppendedAfterASavepointIsTakenBackWithIt() {
        store.tables().transaction().executeWithoutResult(outer -> {
            store.engine().appendEvents(Tale.line(tale, 0));
            nested(TransactionDefinition.PROPAGATION_NESTED).executeWithoutResult(inner -> {
                store.engine().appendEvents(Tale.line(tale, 1));
                write("inner");
                inner.setRollbackOnly();
            });
            store.engine().appendEvents(Tale.line(tale, 1), Tale.line(tale, 2));
        });
        assertThat(told()).containsExactly(0L, 1L, 2L);
        assertThat(written()).isEmpty();
    }

    @Test
    void whatIsAppendedAndReadAfterASavepointIsTakenBackWithIt() {
        store.tables().transaction().executeWithoutResult(outer -> {
            store.engine().appendEvents(Tale.line(tale, 0));
            nested(TransactionDefinition.PROPAGATION_NESTED).executeWithoutResult(inner -> {
                store.engine().appendEvents(Tale.line(tale, 1));
                assertThat(told()).containsExactly(0L, 1L);
                inner.setRollbackOnly();
            });
            assertThat(told()).containsExactly(0L);
            store.engine().appendEvents(Tale.line(tale, 1));
        });
        assertThat(told()).containsExactly(0L, 1L);
    }

    @Test
    void aTransactionOfItsOwnInsideAnotherStoresItsOwnEventsOnly() {
        var other = Tale.newId();
        store.tables().transaction().executeWithoutResult(outer -> {
            store.engine().appendEvents(Tale.line(tale, 0));
            nested(TransactionDefinition.PROPAGATION_REQUIRES_NEW)
                    .executeWithoutResult(inner -> store.engine().appendEvents(Tale.line(other, 0)));
            outer.setRollbackOnly();
        });
        assertThat(told()).isEmpty();
        assertThat(store.engine().lastSequenceNumberFor(other)).contains(0L);
    }

    @Test
    void connectionsGoBackAsTheyCame() {
        for (var i = 0; i < 30; i++) {
            store.append(Tale.line(tale, i));
            // a connection that still had a transaction open would keep this to itself
            write("line " + i);
        }
        assertThat(store.tables().database().sql("""
                                select count(*) from pg_stat_activity
                                where datname = current_database() and state like 'idle in transaction%'""").query(Integer.class).single())
                .isZero();
        assertThat(written()).hasSize(30);
    }

    private TransactionTemplate nested(int propagation) {
        var transaction = store.tables().transaction();
        transaction.setPropagationBehavior(propagation);
        return transaction;
    }

    private void write(String line) {
        store.tables().database().sql("insert into book values (?)").param(line).update();
    }

    private List<String> written() {
        return store.tables()
                .database()
                .sql("select line from book order by line")
                .query((row, n) -> row.getString(1))
                .list();
    }

    private List<Long> told() {
        return store.engine()
                .readEvents(tale)
                .asStream()
                .map(DomainEventMessage::getSequenceNumber)
                .toList();
    }
}
