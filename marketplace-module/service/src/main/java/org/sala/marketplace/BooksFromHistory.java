package org.sala.marketplace;

import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.sala.marketplace.api.MarketplaceEvent.OfferPosted;
import org.sala.marketplace.api.MarketplaceEvent.TradeEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Fills the books that a newer version brought with it from the events that an older one stored: once, in one
 * transaction, before anybody is answered.
 */
final class BooksFromHistory {

    private final JdbcClient database;
    private final TransactionOperations transaction;
    private final EventStore events;
    private final TradeBook trades;

    BooksFromHistory(JdbcClient database, TransactionOperations transaction, EventStore events, TradeBook trades) {
        this.database = database;
        this.transaction = transaction;
        this.events = events;
        this.trades = trades;
    }

    void fill() {
        transaction.executeWithoutResult(_ -> {
            // whoever starts beside this waits here, and then finds it done
            if (database.sql("update book_state set filled = true where not filled")
                            .update()
                    == 1) {
                of("marketplace.offer-posted").forEach(this::fill);
                of("marketplace.trade-proposed").forEach(this::fill);
            }
        });
    }

    private List<String> of(String firstEvent) {
        return database.sql("select distinct aggregate_id from event_history where type = :type order by 1")
                .param("type", firstEvent)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private void fill(String aggregate) {
        events.readEvents(aggregate).forEachRemaining(stored -> {
            switch (stored.getPayload()) {
                case OfferPosted posted ->
                    database.sql("update offer set kind = :kind, category = :category where offer = :offer")
                            .param("offer", posted.offer().value())
                            .param("kind", posted.kind().name())
                            .param("category", posted.category().code())
                            .update();
                case TradeEvent ofTrade -> trades.tell(ofTrade, stored.getTimestamp());
                default -> {
                    // nothing else was stored by the version before
                }
            }
        });
    }
}
