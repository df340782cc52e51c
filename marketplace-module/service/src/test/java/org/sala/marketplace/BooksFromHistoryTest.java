package org.sala.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.marketplace.Summit.organization;
import static org.sala.marketplace.Summit.trade;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.marketplace.api.CancelReason;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceCommand.CancelTrade;
import org.sala.marketplace.api.MarketplaceCommand.ConfirmLeg;
import org.sala.marketplace.api.MarketplaceCommand.DeliverLeg;
import org.sala.marketplace.api.MarketplaceCommand.ProposeTrade;

/** A newer version starts on what an older one stored: its books are as if it had been there from the beginning. */
class BooksFromHistoryTest {

    /** What is compared: all that the older version did not have, but the order in which it was written. */
    private static final Map<String, String> BOOKS = new LinkedHashMap<>(Map.of(
            "offer", "select offer, kind, category from offer order by 1",
            "trade", "select trade, summit, status, round, proposer, expires_at from trade order by 1",
            "acceptance", "select * from acceptance order by 1, 2",
            "leg",
                    "select trade, number, giver, receiver, offer, units, need, due_by, status, happened_on from leg order by 1, 2",
            "promise_step", "select trade, leg, step from promise_step order by trade, leg, seq",
            "asked_after", "select * from asked_after order by 1, 2, 3"));

    @Test
    void whatIsNewIsFilledFromWhatWasStoredByWhoeverStartsFirst(@TempDir Path folder) {
        try (var marketplace = new RunningMarketplace(folder, 2)) {
            marketplace.enrol(
                    organization(2),
                    organization(3),
                    organization(4),
                    organization(5),
                    organization(6),
                    organization(7));
            var kept = Swap.proposed(marketplace, 2);
            marketplace.ask(kept.accept());
            var today = LocalDate.now(ZoneOffset.UTC).minusDays(1);
            marketplace.ask(new DeliverLeg(kept.id(), 1, kept.giver(), today, null));
            marketplace.ask(new ConfirmLeg(kept.id(), 1, kept.taker(), today, null));
            var calledOff = Swap.proposed(marketplace, 4);
            marketplace.ask(calledOff.accept());
            marketplace.ask(new CancelTrade(calledOff.id(), null, CancelReason.BY_AGREEMENT));
            var open = Swap.proposed(marketplace, 6);
            marketplace.ask(new ProposeTrade(
                    trade(99),
                    Summit.ID,
                    null,
                    List.of(new Leg(open.giver(), open.taker(), open.first(), 1)),
                    Instant.now().plusSeconds(86_400)));
            var before = books(marketplace);

            asTheOlderVersionLeftIt(marketplace);
            assertThat(books(marketplace)).isNotEqualTo(before);
            marketplace.restart();

            assertThat(books(marketplace)).isEqualTo(before);
            marketplace.ask(open.accept());
            assertThat(open.isWhole(marketplace)).as("it goes on from there").isTrue();
        }
    }

    private static Map<String, List<Map<String, Object>>> books(RunningMarketplace marketplace) {
        var books = new LinkedHashMap<String, List<Map<String, Object>>>();
        BOOKS.forEach((table, query) ->
                books.put(table, marketplace.sql().sql(query).query().listOfRows()));
        return books;
    }

    private static void asTheOlderVersionLeftIt(RunningMarketplace marketplace) {
        var database = marketplace.sql();
        database.sql("truncate trade, acceptance, leg, promise_step, asked_after")
                .update();
        database.sql("update offer set kind = 'GOOD', category = ''").update();
        database.sql("update book_state set filled = false").update();
    }
}
