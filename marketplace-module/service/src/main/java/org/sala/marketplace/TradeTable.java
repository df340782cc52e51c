package org.sala.marketplace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.LegStatus;
import org.sala.marketplace.api.MarketplaceEvent.LegEvent;
import org.sala.marketplace.api.MarketplaceEvent.TradeAccepted;
import org.sala.marketplace.api.MarketplaceEvent.TradeAgreed;
import org.sala.marketplace.api.MarketplaceEvent.TradeCancelled;
import org.sala.marketplace.api.MarketplaceEvent.TradeCompleted;
import org.sala.marketplace.api.MarketplaceEvent.TradeCountered;
import org.sala.marketplace.api.MarketplaceEvent.TradeDeclined;
import org.sala.marketplace.api.MarketplaceEvent.TradeEvent;
import org.sala.marketplace.api.MarketplaceEvent.TradeLapsed;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegAskedAfter;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegConfirmed;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegDelivered;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegDisputed;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegResolved;
import org.sala.marketplace.api.MarketplaceEvent.TradeProposed;
import org.sala.marketplace.api.MarketplaceEvent.TradeWordsErased;
import org.sala.marketplace.api.NeedId;
import org.sala.marketplace.api.Occasion;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.TradeId;
import org.sala.marketplace.api.TradeStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The trades in PostgreSQL. Takes part in whatever transaction it is called in. */
final class TradeTable implements TradeBook {

    private static final int AT_ONCE = 100;

    private final JdbcClient database;

    TradeTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void tell(TradeEvent event, Instant now) {
        switch (event) {
            case TradeProposed proposed -> open(proposed, now);
            case TradeCountered countered -> counter(countered, now);
            case TradeAccepted accepted -> {
                accept(accepted.trade(), accepted.organization());
                touch(accepted.trade(), now);
            }
            case TradeAgreed agreed -> {
                status(agreed.trade(), TradeStatus.AGREED, now);
                legs(agreed.trade(), agreed.legs(), LegStatus.OWED, now);
                for (var number = 1; number <= agreed.legs().size(); number++) {
                    step(agreed.trade(), number, LegStatus.OWED.name(), now);
                }
            }
            case TradeDeclined declined -> end(declined.trade(), TradeStatus.DECLINED, now);
            case TradeLapsed lapsed -> end(lapsed.trade(), TradeStatus.LAPSED, now);
            case TradeCancelled cancelled -> end(cancelled.trade(), TradeStatus.CANCELLED, now);
            case TradeCompleted completed -> status(completed.trade(), TradeStatus.COMPLETED, now);
            case TradeWordsErased erased -> touch(erased.trade(), now);
            case TradeLegDelivered delivered -> leg(delivered, LegStatus.DELIVERED, delivered.on(), now);
            case TradeLegConfirmed confirmed -> leg(confirmed, LegStatus.CONFIRMED, confirmed.on(), now);
            case TradeLegDisputed disputed -> leg(disputed, LegStatus.DISPUTED, null, now);
            case TradeLegResolved resolved ->
                leg(
                        resolved,
                        switch (resolved.resolution()) {
                            case CONFIRMED -> LegStatus.CONFIRMED;
                            case STILL_OWED -> LegStatus.OWED;
                        },
                        resolved.on(),
                        now);
            case TradeLegAskedAfter asked ->
                database.sql("insert into asked_after (trade, leg, occasion) values (:trade, :leg, :occasion)"
                                + " on conflict do nothing")
                        .param("trade", asked.trade().value())
                        .param("leg", asked.leg())
                        .param("occasion", asked.occasion().name())
                        .update();
        }
    }

    private void open(TradeProposed proposed, Instant now) {
        // There already: the same proposal was asked of another instance meanwhile. The sequence of the trade's events,
        // which only one of both can continue, decides; here is nothing to fail at.
        database.sql("""
                        insert into trade (trade, summit, status, round, proposer, expires_at, last_change)
                        values (:trade, :summit, 'OPEN', 1, :proposer, :expires, :now)
                        on conflict (trade) do nothing
                        """)
                .param("trade", proposed.trade().value())
                .param("summit", proposed.summit().value())
                .param("proposer", value(proposed.proposer()), Types.OTHER)
                .param("expires", utc(proposed.expiresAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", utc(now))
                .update();
        legs(proposed.trade(), proposed.legs(), LegStatus.PROPOSED, now);
        if (proposed.proposer() != null) {
            accept(proposed.trade(), proposed.proposer());
        }
    }

    private void counter(TradeCountered countered, Instant now) {
        database.sql("""
                        update trade set round = :round, proposer = :proposer, expires_at = :expires, last_change = :now
                        where trade = :trade
                        """)
                .param("trade", countered.trade().value())
                .param("round", countered.round())
                .param("proposer", countered.organization().value())
                .param("expires", utc(countered.expiresAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", utc(now))
                .update();
        database.sql("delete from acceptance where trade = :trade")
                .param("trade", countered.trade().value())
                .update();
        legs(countered.trade(), countered.legs(), LegStatus.PROPOSED, now);
        accept(countered.trade(), countered.organization());
    }

    private void accept(TradeId trade, OrganizationId organization) {
        database.sql(
                        "insert into acceptance (trade, organization) values (:trade, :organization) on conflict do nothing")
                .param("trade", trade.value())
                .param("organization", organization.value())
                .update();
    }

    /** In place of those that were there. */
    private void legs(TradeId trade, List<Leg> legs, LegStatus status, Instant now) {
        database.sql("delete from leg where trade = :trade and number > :legs")
                .param("trade", trade.value())
                .param("legs", legs.size())
                .update();
        var number = 0;
        for (var leg : legs) {
            database.sql("""
                            insert into leg (trade, number, giver, receiver, offer, units, need, due_by, status, status_since)
                            values (:trade, :number, :giver, :receiver, :offer, :units, :need, :due, :status, :now)
                            on conflict (trade, number) do update set
                              giver = excluded.giver, receiver = excluded.receiver, offer = excluded.offer,
                              units = excluded.units, need = excluded.need, due_by = excluded.due_by,
                              status = excluded.status, status_since = excluded.status_since
                            """)
                    .param("trade", trade.value())
                    .param("number", ++number)
                    .param("giver", leg.giver().value())
                    .param("receiver", leg.receiver().value())
                    .param("offer", leg.offer().value())
                    .param("units", leg.units())
                    .param("need", leg.need() == null ? null : leg.need().value(), Types.OTHER)
                    .param("due", utc(leg.dueBy()), Types.TIMESTAMP_WITH_TIMEZONE)
                    .param("status", status.name())
                    .param("now", utc(now))
                    .update();
        }
    }

    private void leg(LegEvent event, LegStatus status, @Nullable LocalDate on, Instant now) {
        database.sql("""
                        update leg set status = :status, status_since = :now, happened_on = coalesce(:on, happened_on)
                        where trade = :trade and number = :leg
                        """)
                .param("trade", event.trade().value())
                .param("leg", event.leg())
                .param("status", status.name())
                .param("now", utc(now))
                .param("on", on, Types.DATE)
                .update();
        touch(event.trade(), now);
        step(event.trade(), event.leg(), status.name(), now);
    }

    /** Nothing is owed any more; what was delivered stays so. */
    private void end(TradeId trade, TradeStatus status, Instant now) {
        status(trade, status, now);
        database.sql("""
                        update leg set status = 'RELEASED', status_since = :now
                        where trade = :trade and status in ('PROPOSED', 'OWED', 'DISPUTED')
                        """).param("trade", trade.value()).param("now", utc(now)).update();
    }

    private void status(TradeId trade, TradeStatus status, Instant now) {
        database.sql("update trade set status = :status, last_change = :now where trade = :trade")
                .param("trade", trade.value())
                .param("status", status.name())
                .param("now", utc(now))
                .update();
        step(trade, 0, status.name(), now);
    }

    private void touch(TradeId trade, Instant now) {
        database.sql("update trade set last_change = :now where trade = :trade")
                .param("trade", trade.value())
                .param("now", utc(now))
                .update();
    }

    private void step(TradeId trade, int leg, String step, Instant now) {
        database.sql("insert into promise_step (trade, leg, step, at) values (:trade, :leg, :step, :at)")
                .param("trade", trade.value())
                .param("leg", leg)
                .param("step", step)
                .param("at", utc(now))
                .update();
    }

    @Override
    public boolean knows(TradeId trade) {
        return database.sql("select exists (select from trade where trade = :trade)")
                .param("trade", trade.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean isInOpenTrades(OfferId offer) {
        return database.sql("""
                        select exists (
                            select from leg join trade using (trade) where offer = :offer and trade.status = 'OPEN')
                        """)
                .param("offer", offer.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<TradeId> overdue(Instant now) {
        return database.sql("""
                        select trade from trade
                        where status = 'OPEN' and (expires_at <= :now or exists (
                            select from leg join offer using (offer)
                            where leg.trade = trade.trade and (withdrawn or good_until <= :now)))
                        order by trade limit :most
                        """)
                .param("now", utc(now))
                .param("most", AT_ONCE)
                .query((row, n) -> new TradeId(row.getObject("trade", UUID.class)))
                .list();
    }

    @Override
    public List<AskingAfter> toAskAfter(Instant now) {
        return database.sql("""
                        select l.trade, l.number, o.occasion
                        from leg l join (values ('DUE', 'OWED', interval '0'),
                                                ('A_WEEK_OVERDUE', 'OWED', interval '7 days'),
                                                ('A_MONTH_OVERDUE', 'OWED', interval '30 days'),
                                                ('UNCONFIRMED', 'DELIVERED', interval '7 days'))
                            o (occasion, status, after)
                          on l.status = o.status
                            and case o.status when 'OWED' then l.due_by else l.status_since end + o.after <= :now
                        where exists (select from trade where trade.trade = l.trade and trade.status = 'AGREED')
                          and not exists (
                            select from asked_after a
                            where a.trade = l.trade and a.leg = l.number and a.occasion = o.occasion)
                        order by l.due_by, l.trade, l.number, o.after limit :most
                        """)
                .param("now", utc(now))
                .param("most", AT_ONCE)
                .query((row, n) -> new AskingAfter(
                        new TradeId(row.getObject("trade", UUID.class)),
                        row.getInt("number"),
                        Occasion.valueOf(row.getString("occasion"))))
                .list();
    }

    @Override
    public Optional<Leg> promised(TradeId trade, int leg) {
        return database.sql("select * from leg where trade = :trade and number = :leg and status <> 'PROPOSED'")
                .param("trade", trade.value())
                .param("leg", leg)
                .query(TradeTable::leg)
                .optional();
    }

    static Leg leg(ResultSet row, int number) throws SQLException {
        var need = row.getObject("need", UUID.class);
        var due = row.getObject("due_by", OffsetDateTime.class);
        return new Leg(
                new OrganizationId(row.getObject("giver", UUID.class)),
                new OrganizationId(row.getObject("receiver", UUID.class)),
                new OfferId(row.getObject("offer", UUID.class)),
                row.getInt("units"),
                need == null ? null : new NeedId(need),
                due == null ? null : due.toInstant());
    }

    private static @Nullable UUID value(@Nullable OrganizationId organization) {
        return organization == null ? null : organization.value();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
