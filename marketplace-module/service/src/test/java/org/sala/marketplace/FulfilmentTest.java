package org.sala.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.marketplace.Summit.trade;
import static org.sala.marketplace.TradeFixture.DRIVERS;
import static org.sala.marketplace.TradeFixture.GIFT;
import static org.sala.marketplace.TradeFixture.SWAP;
import static org.sala.marketplace.TradeFixture.WRITERS;
import static org.sala.marketplace.TradeFixture.accepted;
import static org.sala.marketplace.TradeFixture.agreed;
import static org.sala.marketplace.TradeFixture.completed;
import static org.sala.marketplace.TradeFixture.confirmed;
import static org.sala.marketplace.TradeFixture.delivered;
import static org.sala.marketplace.TradeFixture.proposed;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.sala.embedded.SharedServers;
import org.sala.marketplace.api.CancelReason;
import org.sala.marketplace.api.FreeText;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceEvent.TradeAgreed;
import org.sala.marketplace.api.MarketplaceEvent.TradeCancelled;
import org.sala.marketplace.api.MarketplaceEvent.TradeEvent;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegDisputed;
import org.sala.marketplace.api.MarketplaceEvent.TradeProposed;
import org.sala.marketplace.api.MarketplaceQueries.Fulfilment;
import org.sala.personal.Personal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** How promises stood on days that are over, in the real PostgreSQL: what was told by then counts, what came later doesn't. */
class FulfilmentTest {

    private static final Instant ENDS = Instant.parse("2022-06-09T17:00:00Z");

    private final SharedServers.Database server = SharedServers.newDatabase("marketplace");
    private final DriverManagerDataSource source =
            new DriverManagerDataSource(server.url("marketplace"), "marketplace", server.password("marketplace"));
    private final JdbcClient database = JdbcClient.create(source);
    private final TradeTable trades = new TradeTable(database);

    private static Instant day(int number) {
        return ENDS.plus(Duration.ofDays(number));
    }

    private void told(int day, TradeEvent... events) {
        for (var event : events) {
            trades.tell(event, day(day));
        }
    }

    private void agreedOnTheLastDay(int number, List<Leg> legs) {
        told(
                -1,
                new TradeProposed(trade(number), Summit.ID, null, legs, null),
                new TradeAgreed(trade(number), Summit.ID, legs));
    }

    private List<Fulfilment> asOf(Instant now) {
        var noEvents = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        return new TradeReader(database, noEvents).fulfilment(Summit.ID, now).orElseThrow();
    }

    @Test
    void whatWasToldByADayCountsThenAndWhatCameLaterCountsLater() {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/marketplace")
                .load()
                .migrate();
        database.sql("insert into summit (summit, ends) values (:summit, :ends)")
                .param("summit", Summit.ID.value())
                .param("ends", ENDS.atOffset(ZoneOffset.UTC))
                .update();
        told(-1, proposed(DRIVERS, SWAP), accepted(WRITERS), agreed(SWAP));
        agreedOnTheLastDay(2, Summit.due(GIFT));
        agreedOnTheLastDay(3, List.of(GIFT.getFirst().dueBy(day(20))));
        told(5, delivered(1));
        told(10, confirmed(1));
        told(40, delivered(2));
        told(50, confirmed(2), completed());
        told(60, new TradeCancelled(trade(2), Summit.ID, null, CancelReason.OTHER, Summit.due(GIFT)));
        told(100, new TradeLegDisputed(trade(3), Summit.ID, 1, Personal.of(new FreeText("It never came"))));

        assertThat(asOf(day(120)))
                .containsExactly(
                        new Fulfilment(30, day(30), true, 3, 0, 0, 4, 1, 1, 0, 1),
                        new Fulfilment(90, day(90), true, 3, 1, 1, 3, 2, 2, 0, 1),
                        new Fulfilment(180, day(120), false, 3, 1, 1, 3, 2, 2, 1, 0));
        assertThat(asOf(day(200)).getLast().reached()).isTrue();
    }
}
