package org.sala.marketplace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sala.marketplace.api.LapseReason;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceEvent.OfferPosted;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The offer book in PostgreSQL. Takes part in whatever transaction it is called in. */
final class OfferTable implements OfferBook {

    private static final String ENTRY = "select offer, summit, organization, units, reserved, good_until from offer ";

    private final JdbcClient database;

    OfferTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public boolean enter(OfferPosted offer) {
        // The update changes nothing: it counts the row as entered where the stall is the same.
        return database.sql("""
                                insert into offer (offer, summit, organization, units, good_until)
                                values (:offer, :summit, :organization, :units, :goodUntil)
                                on conflict (offer) do update set offer = excluded.offer
                                where offer.summit = excluded.summit and offer.organization = excluded.organization
                                """)
                        .param("offer", offer.offer().value())
                        .param("summit", offer.summit().value())
                        .param("organization", offer.organization().value())
                        .param("units", offer.units())
                        .param("goodUntil", utc(offer.goodUntil()))
                        .update()
                == 1;
    }

    @Override
    public int openOffers(SummitId summit, OrganizationId organization, Instant now) {
        return database.sql("""
                        select count(*) from offer
                        where summit = :summit and organization = :organization
                          and good_until > :now and reserved < units
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
    public List<Entry> open(SummitId summit, Instant now) {
        return database.sql(ENTRY + """
                        where summit = :summit and good_until > :now and reserved < units
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
                row.getInt("units"),
                row.getInt("reserved"),
                row.getObject("good_until", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
