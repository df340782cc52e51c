package org.sala.ui.floor;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.intake.Fact;
import org.sala.eventing.intake.Projection;
import org.sala.marketplace.api.BilingualText;
import org.sala.marketplace.api.Category;
import org.sala.marketplace.api.Language;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.LegResolution;
import org.sala.marketplace.api.LegStatus;
import org.sala.marketplace.api.MarketplaceEvent;
import org.sala.marketplace.api.MarketplaceEvent.CategoryAdded;
import org.sala.marketplace.api.MarketplaceEvent.CategoryEvent;
import org.sala.marketplace.api.MarketplaceEvent.CategoryRenamed;
import org.sala.marketplace.api.MarketplaceEvent.FloorEvent;
import org.sala.marketplace.api.MarketplaceEvent.JointActionEvent;
import org.sala.marketplace.api.MarketplaceEvent.JointActionPledged;
import org.sala.marketplace.api.MarketplaceEvent.JointActionReported;
import org.sala.marketplace.api.MarketplaceEvent.JointActionWordsErased;
import org.sala.marketplace.api.MarketplaceEvent.LegEvent;
import org.sala.marketplace.api.MarketplaceEvent.NeedMet;
import org.sala.marketplace.api.MarketplaceEvent.NeedVoiced;
import org.sala.marketplace.api.MarketplaceEvent.NeedWithdrawn;
import org.sala.marketplace.api.MarketplaceEvent.NetworkingRoundsPlanned;
import org.sala.marketplace.api.MarketplaceEvent.OfferPosted;
import org.sala.marketplace.api.MarketplaceEvent.OfferRevised;
import org.sala.marketplace.api.MarketplaceEvent.OfferWithdrawn;
import org.sala.marketplace.api.MarketplaceEvent.OrganizationsMet;
import org.sala.marketplace.api.MarketplaceEvent.StallEvent;
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
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.Place;
import org.sala.marketplace.api.TradeStatus;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stalls, trades with their history, and what organisations do together. Each row is of one subject; how much of an offer
 * is promised is found by who asks, from offers and legs together. Words about promises are sealed, and not kept.
 */
@Component
@Order(40)
class FloorProjection implements Projection {

    @Override
    public String name() {
        return "floor";
    }

    @Override
    public List<String> tables() {
        return List.of(
                "floor_category",
                "floor_offer",
                "floor_need",
                "floor_trade",
                "floor_leg",
                "floor_leg_asked",
                "floor_acceptance",
                "floor_moment",
                "floor_action",
                "floor_pair",
                "floor_meeting");
    }

    @Override
    public void fold(Fact fact, JdbcClient database) {
        if (fact.event() instanceof MarketplaceEvent event) {
            switch (event) {
                case StallEvent ofStall -> fold(ofStall, database);
                case TradeEvent ofTrade -> fold(ofTrade, fact, database);
                case FloorEvent ofFloor -> fold(ofFloor, database);
                case JointActionEvent ofAction -> fold(ofAction, database);
                case CategoryEvent ofCategory -> fold(ofCategory, database);
            }
        }
    }

    private static void fold(StallEvent event, JdbcClient database) {
        switch (event) {
            case OfferPosted posted -> {
                database.sql("""
                                insert into floor_offer (offer, summit, organization, kind, category, title_km, title_en,
                                  terms_km, terms_en, units, unit_km, unit_en, languages, remote, good_until, gift)
                                values (:offer, :summit, :organization, :kind, '', '', '', '', '', 0, '', '', '{}', false,
                                  'epoch', false)
                                on conflict (offer) do update set withdrawn = false""")
                        .param("offer", posted.offer().value())
                        .param("summit", posted.summit().value())
                        .param("organization", posted.organization().value())
                        .param("kind", posted.kind().name())
                        .update();
                said(
                        posted.offer(),
                        new Terms(
                                posted.category(),
                                posted.title(),
                                posted.terms(),
                                posted.units(),
                                posted.unit(),
                                posted.languages(),
                                posted.place(),
                                posted.goodUntil(),
                                posted.gift()),
                        database);
            }
            case OfferRevised revised ->
                said(
                        revised.offer(),
                        new Terms(
                                revised.category(),
                                revised.title(),
                                revised.terms(),
                                revised.units(),
                                revised.unit(),
                                revised.languages(),
                                revised.place(),
                                revised.goodUntil(),
                                revised.gift()),
                        database);
            case OfferWithdrawn withdrawn ->
                database.sql("update floor_offer set withdrawn = true where offer = :offer")
                        .param("offer", withdrawn.offer().value())
                        .update();
            case NeedVoiced voiced ->
                database.sql("""
                                insert into floor_need (need, summit, organization, kind, category, title_km, title_en,
                                  details_km, details_en, urgency, state)
                                values (:need, :summit, :organization, :kind, :category, :titleKm, :titleEn, :detailsKm,
                                  :detailsEn, :urgency, 'OPEN')
                                on conflict (need) do update set state = 'OPEN'""")
                        .param("need", voiced.need().value())
                        .param("summit", voiced.summit().value())
                        .param("organization", voiced.organization().value())
                        .param("kind", voiced.kind().name())
                        .param("category", voiced.category().code())
                        .param("titleKm", voiced.title().km())
                        .param("titleEn", voiced.title().en())
                        .param("detailsKm", voiced.details().km())
                        .param("detailsEn", voiced.details().en())
                        .param("urgency", voiced.urgency().name())
                        .update();
            case NeedWithdrawn withdrawn -> need(withdrawn.need().value(), NeedState.WITHDRAWN, database);
            case NeedMet met -> need(met.need().value(), NeedState.MET, database);
        }
    }

    /** What an offer says; a posting and a revision say the same. */
    private record Terms(
            Category category,
            BilingualText title,
            BilingualText terms,
            int units,
            BilingualText unit,
            Set<Language> languages,
            Place place,
            Instant goodUntil,
            boolean gift) {}

    private static void said(OfferId offer, Terms terms, JdbcClient database) {
        var venue = terms.place().venue();
        database.sql("""
                        update floor_offer
                        set category = :category, title_km = :titleKm, title_en = :titleEn, terms_km = :termsKm,
                            terms_en = :termsEn, units = :units, unit_km = :unitKm, unit_en = :unitEn,
                            languages = :languages, remote = :remote, venue_km = :venueKm, venue_en = :venueEn,
                            good_until = :goodUntil, gift = :gift
                        where offer = :offer""")
                .param("offer", offer.value())
                .param("category", terms.category().code())
                .param("titleKm", terms.title().km())
                .param("titleEn", terms.title().en())
                .param("termsKm", terms.terms().km())
                .param("termsEn", terms.terms().en())
                .param("units", terms.units())
                .param("unitKm", terms.unit().km())
                .param("unitEn", terms.unit().en())
                .param(
                        "languages",
                        terms.languages().stream().map(Language::name).toArray(String[]::new))
                .param("remote", terms.place().remote())
                .param("venueKm", venue == null ? null : venue.km(), Types.VARCHAR)
                .param("venueEn", venue == null ? null : venue.en(), Types.VARCHAR)
                .param("goodUntil", at(terms.goodUntil()))
                .param("gift", terms.gift())
                .update();
    }

    private static void need(UUID need, NeedState state, JdbcClient database) {
        database.sql("update floor_need set state = :state where need = :need")
                .param("state", state.name())
                .param("need", need)
                .update();
    }

    private static void fold(TradeEvent event, Fact fact, JdbcClient database) {
        switch (event) {
            case TradeProposed proposed -> {
                proposal(proposed, 1, proposed.proposer(), proposed.expiresAt(), fact, database);
                legs(proposed, proposed.legs(), LegStatus.PROPOSED, database);
                moment(fact, event, new Moment(proposed.proposer(), null, null, null), database);
            }
            case TradeCountered countered -> {
                proposal(countered, countered.round(), countered.organization(), countered.expiresAt(), fact, database);
                legs(countered, countered.legs(), LegStatus.PROPOSED, database);
                moment(fact, event, Moment.by(countered.organization()), database);
            }
            case TradeAccepted accepted -> {
                accepted(accepted, accepted.organization(), database);
                moment(fact, event, Moment.by(accepted.organization()), database);
            }
            case TradeAgreed agreed -> {
                state(event, TradeStatus.AGREED, database);
                legs(agreed, agreed.legs(), LegStatus.OWED, database);
                moment(fact, event, Moment.NOTHING_MORE, database);
            }
            case TradeDeclined declined -> {
                over(event, TradeStatus.DECLINED, database);
                moment(
                        fact,
                        event,
                        new Moment(
                                declined.organization(),
                                null,
                                null,
                                declined.reason().name()),
                        database);
            }
            case TradeLapsed lapsed -> {
                over(event, TradeStatus.LAPSED, database);
                moment(fact, event, new Moment(null, null, null, lapsed.reason().name()), database);
            }
            case TradeCancelled cancelled -> {
                state(event, TradeStatus.CANCELLED, database);
                release(cancelled, database);
                moment(
                        fact,
                        event,
                        new Moment(
                                cancelled.organization(),
                                null,
                                null,
                                cancelled.reason().name()),
                        database);
            }
            case TradeCompleted _ -> {
                state(event, TradeStatus.COMPLETED, database);
                moment(fact, event, Moment.NOTHING_MORE, database);
            }
            // nothing of those words is here
            case TradeWordsErased _ -> moment(fact, event, Moment.NOTHING_MORE, database);
            case LegEvent ofLeg -> fold(ofLeg, fact, database);
        }
    }

    private static void fold(LegEvent event, Fact fact, JdbcClient database) {
        switch (event) {
            case TradeLegDelivered delivered -> {
                leg(event, LegStatus.DELIVERED, delivered.on(), database);
                moment(fact, event, Moment.of(event, delivered.on(), null), database);
            }
            case TradeLegConfirmed confirmed -> {
                leg(event, LegStatus.CONFIRMED, confirmed.on(), database);
                moment(fact, event, Moment.of(event, confirmed.on(), null), database);
            }
            case TradeLegDisputed _ -> {
                leg(event, LegStatus.DISPUTED, null, database);
                moment(fact, event, Moment.of(event, null, null), database);
            }
            case TradeLegResolved resolved -> {
                var kept = resolved.resolution() == LegResolution.CONFIRMED;
                leg(event, kept ? LegStatus.CONFIRMED : LegStatus.OWED, resolved.on(), database);
                moment(
                        fact,
                        event,
                        Moment.of(event, resolved.on(), resolved.resolution().name()),
                        database);
            }
            case TradeLegAskedAfter asked -> {
                database.sql("""
                                insert into floor_leg_asked (trade, leg, occasion, summit)
                                values (:trade, :leg, :occasion, :summit) on conflict do nothing""")
                        .param("trade", asked.trade().value())
                        .param("leg", asked.leg())
                        .param("occasion", asked.occasion().name())
                        .param("summit", asked.summit().value())
                        .update();
                moment(fact, event, Moment.of(event, null, asked.occasion().name()), database);
            }
        }
    }

    private static void proposal(
            TradeEvent event,
            int round,
            @Nullable OrganizationId proposer,
            @Nullable Instant expiresAt,
            Fact fact,
            JdbcClient database) {
        database.sql("""
                        insert into floor_trade (trade, summit, state, round, proposer, expires_at, changed_at)
                        values (:trade, :summit, 'OPEN', :round, :proposer, :expires, :at)
                        on conflict (trade) do update
                        set state = 'OPEN', round = excluded.round, proposer = excluded.proposer,
                            expires_at = excluded.expires_at""")
                .param("trade", event.trade().value())
                .param("summit", event.summit().value())
                .param("round", round)
                .param("proposer", proposer == null ? null : proposer.value(), Types.OTHER)
                .param("expires", expiresAt == null ? null : at(expiresAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("at", at(fact.time()))
                .update();
        database.sql("delete from floor_acceptance where trade = :trade")
                .param("trade", event.trade().value())
                .update();
        if (proposer != null) {
            accepted(event, proposer, database);
        }
    }

    private static void accepted(TradeEvent event, OrganizationId organization, JdbcClient database) {
        database.sql("""
                        insert into floor_acceptance (trade, organization, summit)
                        values (:trade, :organization, :summit) on conflict do nothing""")
                .param("trade", event.trade().value())
                .param("organization", organization.value())
                .param("summit", event.summit().value())
                .update();
    }

    private static void legs(TradeEvent event, List<Leg> legs, LegStatus state, JdbcClient database) {
        database.sql("delete from floor_leg where trade = :trade")
                .param("trade", event.trade().value())
                .update();
        for (var i = 0; i < legs.size(); i++) {
            var leg = legs.get(i);
            var need = leg.need();
            var due = leg.dueBy();
            database.sql("""
                            insert into floor_leg (trade, number, summit, giver, receiver, offer, units, need, due_by, state)
                            values (:trade, :number, :summit, :giver, :receiver, :offer, :units, :need, :due, :state)""")
                    .param("trade", event.trade().value())
                    .param("number", i + 1)
                    .param("summit", event.summit().value())
                    .param("giver", leg.giver().value())
                    .param("receiver", leg.receiver().value())
                    .param("offer", leg.offer().value())
                    .param("units", leg.units())
                    .param("need", need == null ? null : need.value(), Types.OTHER)
                    .param("due", due == null ? null : at(due), Types.TIMESTAMP_WITH_TIMEZONE)
                    .param("state", state.name())
                    .update();
        }
    }

    private static void state(TradeEvent event, TradeStatus state, JdbcClient database) {
        database.sql("update floor_trade set state = :state where trade = :trade")
                .param("state", state.name())
                .param("trade", event.trade().value())
                .update();
    }

    private static void over(TradeEvent event, TradeStatus state, JdbcClient database) {
        state(event, state, database);
        database.sql("update floor_leg set state = 'RELEASED' where trade = :trade")
                .param("trade", event.trade().value())
                .update();
    }

    /** Of what was called off nobody owes anything; what was delivered before stays used. */
    private static void release(TradeCancelled cancelled, JdbcClient database) {
        database.sql("""
                        update floor_leg set state = 'RELEASED'
                        where trade = :trade and state in ('PROPOSED', 'OWED')""").param("trade", cancelled.trade().value()).update();
        // a giver is in a trade once: giver and offer name the leg
        for (var leg : cancelled.givenBack()) {
            database.sql("""
                            update floor_leg set state = 'RELEASED'
                            where trade = :trade and giver = :giver and receiver = :receiver and offer = :offer""")
                    .param("trade", cancelled.trade().value())
                    .param("giver", leg.giver().value())
                    .param("receiver", leg.receiver().value())
                    .param("offer", leg.offer().value())
                    .update();
        }
    }

    private static void leg(LegEvent event, LegStatus state, @Nullable LocalDate on, JdbcClient database) {
        database.sql("""
                        update floor_leg
                        set state = :state, said_on = coalesce(:on, said_on)
                        where trade = :trade and number = :number""")
                .param("state", state.name())
                .param("on", on, Types.DATE)
                .param("trade", event.trade().value())
                .param("number", event.leg())
                .update();
    }

    /** What a moment of a trade's history says beyond what it was. */
    private record Moment(
            @Nullable OrganizationId by,
            @Nullable Integer leg,
            @Nullable LocalDate on,
            @Nullable String detail) {

        static final Moment NOTHING_MORE = new Moment(null, null, null, null);

        static Moment by(OrganizationId organization) {
            return new Moment(organization, null, null, null);
        }

        static Moment of(LegEvent event, @Nullable LocalDate on, @Nullable String detail) {
            return new Moment(null, event.leg(), on, detail);
        }
    }

    private static void moment(Fact fact, TradeEvent event, Moment moment, JdbcClient database) {
        database.sql("""
                        insert into floor_moment (trade, sequence, at, type, organization, leg, said_on, detail)
                        values (:trade, :sequence, :at, :type, :organization, :leg, :on, :detail)
                        on conflict do nothing""")
                .param("trade", event.trade().value())
                .param("sequence", fact.sequence())
                .param("at", at(fact.time()))
                .param("type", fact.type())
                .param("organization", moment.by() == null ? null : moment.by().value(), Types.OTHER)
                .param("leg", moment.leg(), Types.INTEGER)
                .param("on", moment.on(), Types.DATE)
                .param("detail", moment.detail(), Types.VARCHAR)
                .update();
        database.sql("update floor_trade set changed_at = greatest(changed_at, :at) where trade = :trade")
                .param("at", at(fact.time()))
                .param("trade", event.trade().value())
                .update();
    }

    private static void fold(FloorEvent event, JdbcClient database) {
        switch (event) {
            case NetworkingRoundsPlanned planned -> {
                database.sql("delete from floor_pair where summit = :summit")
                        .param("summit", planned.summit().value())
                        .update();
                for (var round : planned.rounds()) {
                    for (var pair : round.pairs()) {
                        database.sql("""
                                        insert into floor_pair (summit, round, one, other, gives, takes)
                                        values (:summit, :round, :one, :other, :gives, :takes)""")
                                .param("summit", planned.summit().value())
                                .param("round", round.number())
                                .param("one", pair.one().value())
                                .param("other", pair.other().value())
                                .param("gives", pair.gives())
                                .param("takes", pair.takes())
                                .update();
                    }
                }
            }
            case OrganizationsMet met ->
                database.sql("""
                                insert into floor_meeting (summit, one, other, round)
                                values (:summit, :one, :other, :round) on conflict do nothing""")
                        .param("summit", met.summit().value())
                        .param("one", met.one().value())
                        .param("other", met.other().value())
                        .param("round", met.round(), Types.INTEGER)
                        .update();
        }
    }

    private static void fold(JointActionEvent event, JdbcClient database) {
        switch (event) {
            case JointActionPledged pledged ->
                database.sql("""
                                insert into floor_action (action, summit, title_km, title_en, due_by, organizations)
                                values (:action, :summit, :km, :en, :due, cast(:organizations as uuid[]))
                                on conflict (action) do update set progress = null, reported_on = null""")
                        .param("action", pledged.action().value())
                        .param("summit", pledged.summit().value())
                        .param("km", pledged.title().km())
                        .param("en", pledged.title().en())
                        .param("due", pledged.dueBy())
                        .param(
                                "organizations",
                                pledged.organizations().stream()
                                        .map(OrganizationId::toString)
                                        .toArray(String[]::new))
                        .update();
            case JointActionReported reported ->
                database.sql("update floor_action set progress = :progress, reported_on = :on where action = :action")
                        .param("progress", reported.progress().name())
                        .param("on", reported.on())
                        .param("action", reported.action().value())
                        .update();
            case JointActionWordsErased _ -> {
                // nothing of those words is here
            }
        }
    }

    private static void fold(CategoryEvent event, JdbcClient database) {
        switch (event) {
            case CategoryAdded added ->
                database.sql("""
                                insert into floor_category (category, kind, name_km, name_en)
                                values (:category, :kind, :km, :en)
                                on conflict (category) do update
                                set name_km = excluded.name_km, name_en = excluded.name_en""")
                        .param("category", added.category().code())
                        .param("kind", added.kind().name())
                        .param("km", added.name().km())
                        .param("en", added.name().en())
                        .update();
            case CategoryRenamed renamed ->
                database.sql("update floor_category set name_km = :km, name_en = :en where category = :category")
                        .param("category", renamed.category().code())
                        .param("km", renamed.name().km())
                        .param("en", renamed.name().en())
                        .update();
        }
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
