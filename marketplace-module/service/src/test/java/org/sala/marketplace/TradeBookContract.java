package org.sala.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.marketplace.Summit.DAY_THREE;
import static org.sala.marketplace.Summit.YEAR_END;
import static org.sala.marketplace.Summit.post;
import static org.sala.marketplace.Summit.trade;
import static org.sala.marketplace.TradeFixture.CAR;
import static org.sala.marketplace.TradeFixture.DRIVERS;
import static org.sala.marketplace.TradeFixture.GIFT;
import static org.sala.marketplace.TradeFixture.LISTENERS;
import static org.sala.marketplace.TradeFixture.LISTENING;
import static org.sala.marketplace.TradeFixture.PROPOSAL;
import static org.sala.marketplace.TradeFixture.SWAP;
import static org.sala.marketplace.TradeFixture.WRITERS;
import static org.sala.marketplace.TradeFixture.accepted;
import static org.sala.marketplace.TradeFixture.agreed;
import static org.sala.marketplace.TradeFixture.cancelled;
import static org.sala.marketplace.TradeFixture.countered;
import static org.sala.marketplace.TradeFixture.delivered;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sala.marketplace.TradeBook.AskingAfter;
import org.sala.marketplace.api.DeclineReason;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceEvent.TradeDeclined;
import org.sala.marketplace.api.MarketplaceEvent.TradeEvent;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegAskedAfter;
import org.sala.marketplace.api.MarketplaceEvent.TradeProposed;
import org.sala.marketplace.api.Occasion;

/** What every book of trades does, in PostgreSQL and in the memory of the tests. */
interface TradeBookContract {

    OfferBook offers();

    TradeBook trades();

    private void posted() {
        offers().enter(Summit.posted(post(DRIVERS, CAR, 6)));
        offers().enter(Summit.posted(post(WRITERS, PROPOSAL, 6)));
        offers().enter(Summit.posted(post(LISTENERS, LISTENING, 6)));
    }

    private void told(Instant at, TradeEvent... events) {
        for (var event : events) {
            trades().tell(event, at);
        }
    }

    private static TradeProposed proposed(int number, List<Leg> legs, @Nullable Instant expiresAt) {
        return new TradeProposed(trade(number), Summit.ID, DRIVERS, legs, expiresAt);
    }

    @Test
    default void openTradesAreOverdueWhenTheirTimeOrAnOfferIsOver() {
        posted();
        told(
                DAY_THREE,
                proposed(1, GIFT, DAY_THREE.plusSeconds(1)),
                proposed(2, SWAP, null),
                proposed(3, GIFT, DAY_THREE),
                proposed(4, GIFT, DAY_THREE),
                new TradeDeclined(trade(4), Summit.ID, WRITERS, DeclineReason.OTHER));
        assertThat(trades().overdue(DAY_THREE)).containsExactly(trade(3));
        assertThat(trades().overdue(YEAR_END)).containsExactly(trade(1), trade(2), trade(3));
        offers().withdraw(PROPOSAL);
        assertThat(trades().overdue(DAY_THREE)).containsExactly(trade(2), trade(3));
    }

    @Test
    default void anOfferIsInOpenTradesByTheLegsThatWereProposedLast() {
        posted();
        told(DAY_THREE, proposed(1, SWAP, null));
        assertThat(trades().isInOpenTrades(PROPOSAL)).isTrue();
        told(DAY_THREE, countered(WRITERS, 2, GIFT));
        assertThat(trades().isInOpenTrades(PROPOSAL)).isFalse();
        assertThat(trades().isInOpenTrades(CAR)).isTrue();
        told(DAY_THREE, accepted(DRIVERS), agreed(GIFT));
        assertThat(trades().isInOpenTrades(CAR)).isFalse();
        assertThat(trades().promised(trade(1), 1))
                .isEqualTo(Optional.of(Summit.due(GIFT).getFirst()));
        assertThat(trades().promised(trade(1), 2)).isEmpty();
    }

    @Test
    default void legsAreAskedAfterOnTheirOccasionsEachOnce() {
        posted();
        told(DAY_THREE, proposed(1, SWAP, null), accepted(WRITERS), agreed(SWAP), delivered(2));
        assertThat(trades().toAskAfter(DAY_THREE)).isEmpty();
        assertThat(trades().toAskAfter(DAY_THREE.plus(Duration.ofDays(7))))
                .containsExactly(new AskingAfter(trade(1), 2, Occasion.UNCONFIRMED));
        told(DAY_THREE, new TradeLegAskedAfter(trade(1), Summit.ID, 2, Occasion.UNCONFIRMED));
        assertThat(trades().toAskAfter(YEAR_END.minusSeconds(1))).isEmpty();
        assertThat(trades().toAskAfter(YEAR_END)).containsExactly(new AskingAfter(trade(1), 1, Occasion.DUE));
        assertThat(trades().toAskAfter(YEAR_END.plus(Duration.ofDays(30))))
                .containsExactly(
                        new AskingAfter(trade(1), 1, Occasion.DUE),
                        new AskingAfter(trade(1), 1, Occasion.A_WEEK_OVERDUE),
                        new AskingAfter(trade(1), 1, Occasion.A_MONTH_OVERDUE));
        told(YEAR_END, cancelled(DRIVERS, SWAP));
        assertThat(trades().toAskAfter(YEAR_END)).isEmpty();
    }

    @Test
    default void nobodyIsAskedWhatBecameOfATradeThatWasCalledOff() {
        posted();
        told(DAY_THREE, proposed(1, SWAP, null), accepted(WRITERS), agreed(SWAP), delivered(2));
        told(DAY_THREE, cancelled(DRIVERS, SWAP.subList(0, 1)));
        assertThat(trades().toAskAfter(YEAR_END.plus(Duration.ofDays(30)))).isEmpty();
    }
}
