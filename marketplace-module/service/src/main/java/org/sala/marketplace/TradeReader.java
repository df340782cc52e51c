package org.sala.marketplace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.EventNames;
import org.sala.marketplace.api.FreeText;
import org.sala.marketplace.api.LegStatus;
import org.sala.marketplace.api.MarketplaceEvent;
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
import org.sala.marketplace.api.MarketplaceQueries.Fulfilment;
import org.sala.marketplace.api.MarketplaceQueries.LegSummary;
import org.sala.marketplace.api.MarketplaceQueries.PromiseDue;
import org.sala.marketplace.api.MarketplaceQueries.TradeMoment;
import org.sala.marketplace.api.MarketplaceQueries.TradeSummary;
import org.sala.marketplace.api.NeedId;
import org.sala.marketplace.api.Occasion;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;
import org.sala.marketplace.api.TradeId;
import org.sala.marketplace.api.TradeShape;
import org.sala.marketplace.api.TradeStatus;
import org.sala.personal.Personal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers questions about trades, from the tables that {@link TradeTable} writes and from their own events. */
final class TradeReader {

    /** After how many days it is asked how promises were kept. */
    private static final List<Integer> DAYS_AFTER = List.of(30, 90, 180);

    private final JdbcClient database;
    private final EventStore events;
    private final EventNames names = EventNames.of(MarketplaceEvent.class);

    TradeReader(JdbcClient database, EventStore events) {
        this.database = database;
        this.events = events;
    }

    /** Who ever had an offer or a need. */
    List<OrganizationId> stalls(SummitId summit) {
        return database.sql("""
                        select organization from offer where summit = :summit
                        union select organization from need where summit = :summit
                        """)
                .param("summit", summit.value())
                .query((row, number) -> organization(row, "organization"))
                .list();
    }

    /** The needs that a leg of an agreed trade will serve. */
    Set<NeedId> promisedNeeds(SummitId summit) {
        return database.sql("""
                        select need from leg join trade using (trade)
                        where summit = :summit and need is not null and leg.status in ('OWED', 'DELIVERED', 'DISPUTED')
                        """)
                .param("summit", summit.value())
                .query((row, number) -> new NeedId(row.getObject("need", UUID.class)))
                .set();
    }

    /** The trades of a summit, or those in which an organisation gives or receives, the latest first. */
    List<TradeSummary> of(SummitId summit, @Nullable OrganizationId organization) {
        return summaries(database.sql("""
                        select * from trade
                        where summit = :summit and (:organization::uuid is null or exists (
                            select from leg where leg.trade = trade.trade and :organization in (giver, receiver)))
                        order by last_change desc, trade
                        """)
                .param("summit", summit.value())
                .param("organization", organization == null ? null : organization.value(), Types.OTHER));
    }

    Optional<TradeSummary> of(TradeId trade) {
        return summaries(
                        database.sql("select * from trade where trade = :trade").param("trade", trade.value()))
                .stream()
                .findFirst();
    }

    private record Row(
            TradeId trade,
            SummitId summit,
            TradeStatus status,
            int round,
            @Nullable OrganizationId proposer,
            @Nullable Instant expiresAt,
            Instant lastChange) {}

    private record LegOf(UUID trade, LegSummary leg) {}

    private record AcceptanceOf(UUID trade, OrganizationId organization) {}

    private List<TradeSummary> summaries(JdbcClient.StatementSpec select) {
        var rows = select.query((row, number) -> new Row(
                        new TradeId(row.getObject("trade", UUID.class)),
                        new SummitId(row.getObject("summit", UUID.class)),
                        TradeStatus.valueOf(row.getString("status")),
                        row.getInt("round"),
                        row.getObject("proposer") == null ? null : organization(row, "proposer"),
                        instant(row, "expires_at"),
                        Objects.requireNonNull(instant(row, "last_change"))))
                .list();
        if (rows.isEmpty()) {
            return List.of();
        }
        var ids = rows.stream().map(row -> row.trade().value()).toArray(UUID[]::new);
        var legs = database
                .sql("select * from leg where trade = any(:trades) order by trade, number")
                .param("trades", ids)
                .query((row, number) -> new LegOf(row.getObject("trade", UUID.class), summary(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(LegOf::trade, Collectors.mapping(LegOf::leg, Collectors.toList())));
        var accepted = database
                .sql("select * from acceptance where trade = any(:trades)")
                .param("trades", ids)
                .query((row, number) ->
                        new AcceptanceOf(row.getObject("trade", UUID.class), organization(row, "organization")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        AcceptanceOf::trade, Collectors.mapping(AcceptanceOf::organization, Collectors.toSet())));
        return rows.stream()
                .map(row -> {
                    var its = legs.getOrDefault(row.trade().value(), List.of());
                    return new TradeSummary(
                            row.trade(),
                            row.summit(),
                            row.status(),
                            TradeShape.of(its.stream().map(LegSummary::leg).toList()),
                            row.round(),
                            row.proposer(),
                            its,
                            accepted.getOrDefault(row.trade().value(), Set.of()),
                            row.expiresAt(),
                            row.lastChange());
                })
                .toList();
    }

    private static LegSummary summary(ResultSet row) throws SQLException {
        return new LegSummary(
                row.getInt("number"),
                TradeTable.leg(row, 0),
                LegStatus.valueOf(row.getString("status")),
                row.getObject("happened_on", LocalDate.class));
    }

    /**
     * All that happened to a trade, in order.
     *
     * @param withWords whether to tell what was written
     */
    List<TradeMoment> history(TradeId trade, boolean withWords) {
        return events.readEvents(trade.toString())
                .asStream()
                .filter(stored -> stored.getPayload() instanceof TradeEvent)
                .map(stored -> moment(stored.getTimestamp(), (TradeEvent) stored.getPayload(), withWords))
                .toList();
    }

    private TradeMoment moment(Instant at, TradeEvent event, boolean withWords) {
        var type = names.nameOf(event.getClass());
        return switch (event) {
            case TradeProposed proposed -> new TradeMoment(at, type, proposed.proposer(), null, null, null);
            case TradeCountered countered -> new TradeMoment(at, type, countered.organization(), null, null, null);
            case TradeAccepted accepted -> new TradeMoment(at, type, accepted.organization(), null, null, null);
            case TradeDeclined declined -> new TradeMoment(at, type, declined.organization(), null, null, null);
            case TradeCancelled cancelled -> new TradeMoment(at, type, cancelled.organization(), null, null, null);
            case TradeAgreed _, TradeLapsed _, TradeCompleted _, TradeWordsErased _ ->
                new TradeMoment(at, type, null, null, null, null);
            case TradeLegDelivered delivered ->
                ofLeg(at, type, delivered, delivered.on(), withWords ? delivered.note() : null);
            case TradeLegConfirmed confirmed ->
                ofLeg(at, type, confirmed, confirmed.on(), withWords ? confirmed.evidence() : null);
            case TradeLegDisputed disputed -> ofLeg(at, type, disputed, null, withWords ? disputed.complaint() : null);
            case TradeLegResolved resolved ->
                ofLeg(at, type, resolved, resolved.on(), withWords ? resolved.note() : null);
            case TradeLegAskedAfter asked -> ofLeg(at, type, asked, null, null);
        };
    }

    private static TradeMoment ofLeg(
            Instant at, String type, LegEvent event, @Nullable LocalDate on, @Nullable Personal<FreeText> words) {
        var shown = words == null ? null : words.shown().orElse(null);
        return new TradeMoment(at, type, null, event.leg(), on, shown);
    }

    /** Legs that somebody should look after. */
    List<PromiseDue> due(SummitId summit, Instant now) {
        return database.sql("""
                        select l.*, coalesce((
                            select array_agg(a.occasion order by a.occasion) from asked_after a
                            where a.trade = l.trade and a.leg = l.number), '{}') as asked
                        from leg l join trade t using (trade)
                        where t.summit = :summit and t.status = 'AGREED' and (l.status = 'DISPUTED'
                            or l.status in ('OWED', 'DELIVERED') and l.due_by <= :now)
                        order by l.due_by, l.trade, l.number
                        """)
                .param("summit", summit.value())
                .param("now", utc(now))
                .query((row, number) -> new PromiseDue(
                        new TradeId(row.getObject("trade", UUID.class)),
                        row.getInt("number"),
                        TradeTable.leg(row, 0),
                        LegStatus.valueOf(row.getString("status")),
                        Objects.requireNonNull(instant(row, "due_by")),
                        Arrays.stream((String[]) row.getArray("asked").getArray())
                                .map(Occasion::valueOf)
                                .sorted()
                                .toList()))
                .list();
    }

    /** How promises were kept; empty where the summit isn't known. */
    Optional<List<Fulfilment>> fulfilment(SummitId summit, Instant now) {
        return database.sql("select ends from summit where summit = :summit")
                .param("summit", summit.value())
                .query((row, number) -> Objects.requireNonNull(instant(row, "ends")))
                .optional()
                .map(ends -> DAYS_AFTER.stream()
                        .map(days -> fulfilment(summit, days, ends.plus(Duration.ofDays(days)), now))
                        .toList());
    }

    /** What the last step of each leg and trade was by then says how it stood. */
    private Fulfilment fulfilment(SummitId summit, int days, Instant day, Instant now) {
        var reached = !now.isBefore(day);
        var asOf = reached ? day : now;
        return database.sql("""
                        with stood as (
                            select distinct on (trade, leg) trade, leg, step
                            from promise_step join trade using (trade)
                            where summit = :summit and at <= :asOf
                            order by trade, leg, at desc, seq desc),
                        agreed as (
                            select distinct trade from promise_step join trade using (trade)
                            where summit = :summit and step = 'AGREED' and at <= :asOf),
                        promised as (
                            select stood.step, due_by from stood join leg on leg.trade = stood.trade and leg.number = stood.leg
                            where stood.leg > 0 and (stood.step in ('DELIVERED', 'CONFIRMED') or not exists (
                                select from stood whole
                                where whole.trade = stood.trade and whole.leg = 0 and whole.step = 'CANCELLED')))
                        select
                            (select count(*) from agreed) as agreed,
                            (select count(*) from stood where leg = 0 and step = 'COMPLETED') as completed,
                            (select count(*) from stood join agreed using (trade)
                              where leg = 0 and step = 'CANCELLED') as cancelled,
                            (select count(*) from promised) as legs,
                            (select count(*) from promised where step in ('DELIVERED', 'CONFIRMED')) as delivered,
                            (select count(*) from promised where step = 'CONFIRMED') as confirmed,
                            (select count(*) from promised where step = 'DISPUTED') as disputed,
                            (select count(*) from promised where step = 'OWED' and due_by <= :asOf) as overdue
                        """)
                .param("summit", summit.value())
                .param("asOf", utc(asOf))
                .query((row, number) -> new Fulfilment(
                        days,
                        asOf,
                        reached,
                        row.getInt("agreed"),
                        row.getInt("completed"),
                        row.getInt("cancelled"),
                        row.getInt("legs"),
                        row.getInt("delivered"),
                        row.getInt("confirmed"),
                        row.getInt("disputed"),
                        row.getInt("overdue")))
                .single();
    }

    private static OrganizationId organization(ResultSet row, String column) throws SQLException {
        return new OrganizationId(row.getObject(column, UUID.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
