package org.sala.marketplace;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.sala.marketplace.api.TradeId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The open trades in PostgreSQL. Takes part in whatever transaction it is called in. */
final class OpenTradeTable implements OpenTrades {

    private final JdbcClient database;

    OpenTradeTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void opened(TradeId trade, Instant lapsesAt) {
        // There already: the same proposal was asked of another instance meanwhile. The sequence of the trade's events,
        // which only one of both can continue, decides; here is nothing to fail at.
        database.sql("""
                        insert into open_trade (trade, lapses_at) values (:trade, :lapsesAt)
                        on conflict (trade) do nothing
                        """)
                .param("trade", trade.value())
                .param("lapsesAt", lapsesAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void closed(TradeId trade) {
        database.sql("delete from open_trade where trade = :trade")
                .param("trade", trade.value())
                .update();
    }

    @Override
    public List<TradeId> overdue(Instant now) {
        return database.sql("select trade from open_trade where lapses_at <= :now order by lapses_at, trade limit 100")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new TradeId(row.getObject("trade", UUID.class)))
                .list();
    }
}
