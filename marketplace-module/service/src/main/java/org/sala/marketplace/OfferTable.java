package org.sala.marketplace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.modelling.command.ConcurrencyException;
import org.sala.marketplace.api.Category;
import org.sala.marketplace.api.LapseReason;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceEvent.OfferPosted;
import org.sala.marketplace.api.MarketplaceEvent.OfferRevised;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OfferKind;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The offer book in PostgreSQL. Takes part in whatever transaction it is called in. */
final class OfferTable implements OfferBook {

    private static final String ENTRY = """
            select offer, summit, organization, kind, category, units, reserved, good_until, gift, withdrawn from offer
            """;

    private final JdbcClient database;

    OfferTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public boolean enter(OfferPosted offer) {
        // The update changes nothing: it counts the row as entered where the stall is the same.
        return database.sql("""
                                insert into offer (offer, summit, organization, kind, category, units, good_until, gift)
                                values (:offer, :summit, :organization, :kind, :category, :units, :goodUntil, :gift)
                                on conflict (offer) do update set offer = excluded.offer
                                where offer.summit = excluded.summit and offer.organization = excluded.organization
                                """)
                        .param("offer", offer.offer().value())
                        .param("summit", offer.summit().value())
                        .param("organization", offer.organization().value())
                        .param("kind", offer.kind().name())
                        .param("category", offer.category().code())
                        .param("units", offer.units())
                        .param("goodUntil", utc(offer.goodUntil()))
                        .param("gift", offer.gift())
                        .update()
                == 1;
    }

    @Override
    public void revise(OfferRevised offer) {
        database.sql("""
                        update offer set category = :category, units = :units, good_until = :goodUntil, gift = :gift
                        where offer = :offer
                        """)
                .param("offer", offer.offer().value())
                .param("category", offer.category().code())
                .param("units", offer.units())
                .param("goodUntil", utc(offer.goodUntil()))
                .param("gift", offer.gift())
                .update();
    }

    @Override
    public void withdraw(OfferId offer) {
        database.sql("update offer set withdrawn = true where offer = :offer")
                .param("offer", offer.value())
                .update();
    }

    @Override
    public int openOffers(SummitId summit, OrganizationId organization, Instant now) {
        return database.sql("""
                        select count(*) from offer
                        where summit = :summit and organization = :organization
                          and good_until > :now and reserved < units and not withdrawn
                        """)
                .param("summit", summit.value())
                .param("organization", organization.value())
                .param("now", utc(now))
                .query(Integer.class)
                .single();
    }

    @Override
    public Map<OfferId, Entry> find(Collection<OfferId> offers) {
        return byOffer(database.sql(ENTRY + "where offer in (:offers)")
                .param("offers", values(offers))
                .query(OfferTable::entry)
                .list());
    }

    @Override
    public Map<OfferId, Entry> hold(Collection<OfferId> offers) {
        return byOffer(database.sql(ENTRY + "where offer in (:offers) order by offer for share")
                .param("offers", values(offers))
                .query(OfferTable::entry)
                .list());
    }

    @Override
    public Optional<Entry> holdToChange(OfferId offer) {
        return database.sql(ENTRY + "where offer = :offer for update")
                .param("offer", offer.value())
                .query(OfferTable::entry)
                .optional();
    }

    @Override
    public List<Entry> open(SummitId summit, Instant now) {
        return database.sql(ENTRY + """
                        where summit = :summit and good_until > :now and reserved < units and not withdrawn
                        order by good_until, offer
                        """)
                .param("summit", summit.value())
                .param("now", utc(now))
                .query(OfferTable::entry)
                .list();
    }

    @Override
    public Reservation reserve(List<Leg> legs, Instant now) {
        // Locked in one order, whatever the order of the legs, so that trades that cross wait and never deadlock. What
        // is read is what the transaction that was waited for left behind.
        var entries = byOffer(database.sql(ENTRY + "where offer in (:offers) order by offer for update")
                .param("offers", values(legs.stream().map(Leg::offer).toList()))
                .query(OfferTable::entry)
                .list());
        for (var leg : legs) {
            var entry = entries.get(leg.offer());
            if (entry == null || !entry.isGood(now)) {
                return new NotReserved(LapseReason.OFFER_CLOSED, leg.offer());
            }
            if (entry.left() < leg.units()) {
                return new NotReserved(LapseReason.OFFER_EXHAUSTED, leg.offer());
            }
        }
        for (var leg : legs) {
            database.sql("update offer set reserved = reserved + :units where offer = :offer")
                    .param("units", leg.units())
                    .param("offer", leg.offer().value())
                    .update();
        }
        return new Reserved();
    }

    @Override
    public void giveBack(List<Leg> legs) {
        legs.stream()
                .sorted(Comparator.comparing(leg -> leg.offer().value().toString()))
                .forEach(this::giveBack);
    }

    private void giveBack(Leg leg) {
        var given = database.sql(
                        "update offer set reserved = reserved - :units where offer = :offer and reserved >= :units")
                .param("units", leg.units())
                .param("offer", leg.offer().value())
                .update();
        if (given == 0) {
            // another instance called the same trade off in this moment: to be decided anew, by what happened then
            throw new ConcurrencyException("The units of offer " + leg.offer() + " were given back meanwhile");
        }
    }

    private static List<UUID> values(Collection<OfferId> offers) {
        return offers.stream().map(OfferId::value).toList();
    }

    private static Map<OfferId, Entry> byOffer(List<Entry> entries) {
        var byOffer = new LinkedHashMap<OfferId, Entry>();
        entries.forEach(entry -> byOffer.put(entry.offer(), entry));
        return byOffer;
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                new OfferId(row.getObject("offer", UUID.class)),
                new SummitId(row.getObject("summit", UUID.class)),
                new OrganizationId(row.getObject("organization", UUID.class)),
                OfferKind.valueOf(row.getString("kind")),
                new Category(row.getString("category")),
                row.getInt("units"),
                row.getInt("reserved"),
                row.getObject("good_until", OffsetDateTime.class).toInstant(),
                row.getBoolean("gift"),
                row.getBoolean("withdrawn"));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
