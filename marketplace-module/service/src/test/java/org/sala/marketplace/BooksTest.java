package org.sala.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sala.marketplace.Summit.DAY_THREE;
import static org.sala.marketplace.Summit.offer;
import static org.sala.marketplace.Summit.organization;
import static org.sala.marketplace.Summit.post;
import static org.sala.marketplace.Summit.posted;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sala.embedded.SharedServers;
import org.sala.marketplace.OfferBook.Reservation;
import org.sala.marketplace.OfferBook.Reserved;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.OfferId;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The books in the real PostgreSQL. */
class BooksTest implements OfferBookContract, NeedBookContract, TradeBookContract {

    private static final SharedServers.Database DATABASE = SharedServers.newDatabase("marketplace");
    private static final DriverManagerDataSource SOURCE =
            new DriverManagerDataSource(DATABASE.url("marketplace"), "marketplace", DATABASE.password("marketplace"));

    static {
        Flyway.configure()
                .dataSource(SOURCE)
                .locations("classpath:db/marketplace")
                .load()
                .migrate();
    }

    private final JdbcClient database = JdbcClient.create(SOURCE);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(SOURCE));
    private final OfferTable book = new OfferTable(database);

    @Override
    public OfferBook book() {
        return book;
    }

    @Override
    public OfferBook offers() {
        return book;
    }

    @Override
    public NeedBook needs() {
        return new NeedTable(database);
    }

    @Override
    public TradeBook trades() {
        return new TradeTable(database);
    }

    @BeforeEach
    void emptyTheBooks() {
        database.sql("truncate offer, need, trade, leg, acceptance, promise_step, asked_after")
                .update();
    }

    @Test
    void theTableItselfRefusesToPromiseAUnitTwice() {
        book.enter(posted(post(DRIVERS, CAR, 2)));
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> database.sql("update offer set reserved = 3").update())
                .withMessageContaining("no_unit_is_promised_twice");
    }

    /** 32 at a time, half of them round the ring the other way: each waits for its turn, and none is lost to a deadlock. */
    @Test
    void reservationsThatCrossNeverDeadlockAndNeverPromiseAUnitTwice() throws InterruptedException, ExecutionException {
        var offers = List.of(offer(1), offer(2), offer(3), offer(4));
        var units = 20;
        offers.forEach(offer -> book.enter(posted(post(organization(1), offer, units))));
        var legs = new ArrayList<>(offers.stream().map(BooksTest::oneUnit).toList());
        var backwards = new ArrayList<>(legs);
        Collections.reverse(backwards);
        var racers = 32;
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(racers)) {
            var results = new ArrayList<Future<Reservation>>();
            for (var i = 0; i < racers; i++) {
                var mine = i % 2 == 0 ? legs : backwards;
                results.add(threads.submit(() -> {
                    start.await();
                    return transaction.execute(status -> book.reserve(mine, DAY_THREE));
                }));
            }
            start.countDown();
            var reserved = 0;
            for (var result : results) {
                if (result.get() instanceof Reserved) {
                    reserved++;
                }
            }
            assertThat(reserved).isEqualTo(units);
        }
        assertThat(book.find(offers).values())
                .hasSize(4)
                .allSatisfy(entry -> assertThat(entry.left()).isZero());
    }

    @Test
    void whatARolledBackTransactionReservedIsFree() {
        book.enter(posted(post(DRIVERS, CAR, 1)));
        transaction.executeWithoutResult(status -> {
            assertThat(book.reserve(List.of(oneUnit(CAR)), DAY_THREE)).isEqualTo(new Reserved());
            status.setRollbackOnly();
        });
        assertThat(book.reserve(List.of(oneUnit(CAR)), DAY_THREE)).isEqualTo(new Reserved());
    }

    private static Leg oneUnit(OfferId offer) {
        return new Leg(organization(1), organization(2), offer, 1);
    }
}
