package org.sala.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.ActionProgress;
import org.sala.marketplace.api.BilingualText;
import org.sala.marketplace.api.CancelReason;
import org.sala.marketplace.api.Category;
import org.sala.marketplace.api.DeclineReason;
import org.sala.marketplace.api.FreeText;
import org.sala.marketplace.api.JointActionId;
import org.sala.marketplace.api.Language;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.LegResolution;
import org.sala.marketplace.api.MarketplaceEvent;
import org.sala.marketplace.api.MarketplaceEvent.CategoryAdded;
import org.sala.marketplace.api.MarketplaceEvent.CategoryEvent;
import org.sala.marketplace.api.MarketplaceEvent.CategoryRenamed;
import org.sala.marketplace.api.MarketplaceEvent.FloorEvent;
import org.sala.marketplace.api.MarketplaceEvent.JointActionEvent;
import org.sala.marketplace.api.MarketplaceEvent.JointActionPledged;
import org.sala.marketplace.api.MarketplaceEvent.JointActionReported;
import org.sala.marketplace.api.MarketplaceEvent.JointActionWordsErased;
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
import org.sala.marketplace.api.OfferKind;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.Place;
import org.sala.marketplace.api.Round;
import org.sala.marketplace.api.RoundsPlanId;
import org.sala.marketplace.api.SummitId;
import org.sala.marketplace.api.TradeId;
import org.sala.marketplace.api.Urgency;
import org.sala.personal.Personal;

/** What the first three organisations of a sample summit do on its floor: every type of event of the marketplace. */
final class SampleFloor {

    private static final Instant LONG = Instant.parse("2190-01-01T00:00:00Z");
    private static final Instant OVER = Instant.parse("2022-07-01T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2022, 6, 20);
    private static final Category VEHICLE = new Category("vehicle");
    private static final Category COACHING = new Category("proposal-writing");

    private final SummitId summit;
    private final List<OrganizationId> organizations;
    private final Supplier<UUID> ids;
    private final BiConsumer<UUID, MarketplaceEvent> teller;

    SampleFloor(UUID summit, List<UUID> organizations, Supplier<UUID> ids, BiConsumer<UUID, MarketplaceEvent> teller) {
        this.summit = new SummitId(summit);
        this.organizations = organizations.stream().map(OrganizationId::new).toList();
        this.ids = ids;
        this.teller = teller;
    }

    private void tell(MarketplaceEvent event) {
        teller.accept(
                switch (event) {
                    case StallEvent of -> of.stall().value();
                    case TradeEvent of -> of.trade().value();
                    case FloorEvent of -> of.floor().value();
                    case JointActionEvent of -> of.action().value();
                    case CategoryEvent of -> of.entry().value();
                },
                event);
    }

    private static BilingualText text(String km, String en) {
        return new BilingualText(km, en);
    }

    void play() {
        var first = organizations.get(0);
        var second = organizations.get(1);
        var third = organizations.get(2);
        tell(new CategoryAdded(VEHICLE, OfferKind.GOOD, text("យានយន្ត", "Car")));
        tell(new CategoryRenamed(VEHICLE, text("យានយន្ត", "Vehicle")));
        tell(new CategoryAdded(COACHING, OfferKind.CAPACITY, text("ការសរសេរសំណើ", "Proposal writing")));
        var van = offer(first, OfferKind.GOOD, VEHICLE, "A van", 4, false);
        var coaching = offer(second, OfferKind.CAPACITY, COACHING, "Proposal coaching", 5, true);
        var hall = offer(third, OfferKind.GOOD, VEHICLE, "A motorbike", 2, false);
        var gone = offer(third, OfferKind.GOOD, VEHICLE, "A bicycle", 1, false);
        tell(new OfferWithdrawn(summit, third, gone));
        var ride = need(second, OfferKind.GOOD, VEHICLE, "A ride to Kratie", Urgency.NOW);
        var advice = need(first, OfferKind.CAPACITY, COACHING, "Help with a proposal", Urgency.SOON);
        var dropped = need(third, OfferKind.CAPACITY, COACHING, "A translator", Urgency.WHENEVER);
        tell(new NeedWithdrawn(summit, third, dropped));
        kept(first, second, van, coaching, ride);
        owed(first, second, third, van, coaching, hall, advice);
        cameToNothing(first, third, van, hall);
        open(first, second, third, van, coaching, hall);
        together(first, second, third);
    }

    private OfferId offer(OrganizationId of, OfferKind kind, Category category, String title, int units, boolean gift) {
        var offer = new OfferId(ids.get());
        var unit = text("ថ្ងៃ", "day");
        var place = new Place(false, text("ភ្នំពេញ", "Phnom Penh"));
        tell(new OfferPosted(
                summit,
                of,
                offer,
                kind,
                category,
                text("ដំបូង", "First said"),
                text("ដំបូង", "First said"),
                1,
                unit,
                Set.of(Language.KM),
                place,
                LONG,
                false));
        tell(new OfferRevised(
                summit,
                of,
                offer,
                category,
                text(title, title),
                text("តាមការព្រមព្រៀង", "As agreed"),
                units,
                unit,
                Set.of(Language.KM, Language.EN),
                place,
                LONG,
                gift));
        return offer;
    }

    private NeedId need(OrganizationId of, OfferKind kind, Category category, String title, Urgency urgency) {
        var need = new NeedId(ids.get());
        tell(new NeedVoiced(
                summit, of, need, kind, category, text(title, title), text("ខែក្រោយ", "Next month"), urgency));
        return need;
    }

    private static Leg leg(
            OrganizationId giver, OrganizationId receiver, OfferId offer, int units, @Nullable NeedId need) {
        return new Leg(giver, receiver, offer, units, need, null);
    }

    private TradeId agreed(OrganizationId proposer, List<Leg> legs) {
        var trade = new TradeId(ids.get());
        tell(new TradeProposed(trade, summit, proposer, legs, null));
        legs.stream()
                .map(Leg::receiver)
                .filter(party -> !party.equals(proposer))
                .forEach(party -> tell(new TradeAccepted(trade, summit, party)));
        tell(new TradeAgreed(
                trade, summit, legs.stream().map(each -> each.dueBy(OVER)).toList()));
        return trade;
    }

    /** A swap of which everything was kept. */
    private void kept(OrganizationId first, OrganizationId second, OfferId van, OfferId coaching, NeedId ride) {
        var trade = agreed(first, List.of(leg(first, second, van, 1, ride), leg(second, first, coaching, 1, null)));
        tell(new TradeLegDelivered(trade, summit, 1, DAY, Personal.of(new FreeText(SampleFacts.SECRET_NAME))));
        tell(new TradeLegConfirmed(trade, summit, 1, DAY, null));
        tell(new NeedMet(summit, second, ride, trade, 1));
        tell(new TradeLegDelivered(trade, summit, 2, DAY, null));
        tell(new TradeLegConfirmed(trade, summit, 2, DAY, Personal.of(new FreeText("a list"))));
        tell(new TradeCompleted(trade, summit));
        tell(new TradeWordsErased(trade, summit));
    }

    /** A ring that is overdue, disputed, and delivered. */
    private void owed(
            OrganizationId first,
            OrganizationId second,
            OrganizationId third,
            OfferId van,
            OfferId coaching,
            OfferId hall,
            NeedId advice) {
        var trade = agreed(
                first,
                List.of(
                        leg(first, third, van, 1, null),
                        leg(third, second, hall, 1, null),
                        leg(second, first, coaching, 2, advice)));
        tell(new TradeLegAskedAfter(trade, summit, 1, Occasion.DUE));
        tell(new TradeLegDisputed(trade, summit, 2, Personal.of(new FreeText("It did not start"))));
        tell(new TradeLegResolved(trade, summit, 2, LegResolution.STILL_OWED, DAY, null));
        tell(new TradeLegDisputed(trade, summit, 2, Personal.of(new FreeText("It still does not"))));
        tell(new TradeLegDelivered(trade, summit, 3, DAY, null));
    }

    private void cameToNothing(OrganizationId first, OrganizationId third, OfferId van, OfferId hall) {
        var cancelled = agreed(third, List.of(leg(third, first, hall, 1, null), leg(first, third, van, 1, null)));
        tell(new TradeLegDelivered(cancelled, summit, 2, DAY, null));
        tell(new TradeCancelled(
                cancelled,
                summit,
                third,
                CancelReason.CANNOT_DELIVER,
                List.of(leg(third, first, hall, 1, null).dueBy(OVER))));
        var declined = new TradeId(ids.get());
        tell(new TradeProposed(declined, summit, first, List.of(leg(first, third, van, 2, null)), OVER));
        tell(new TradeDeclined(declined, summit, third, DeclineReason.NOT_NEEDED));
    }

    /** A ring that the programme proposed and a party countered. */
    private void open(
            OrganizationId first,
            OrganizationId second,
            OrganizationId third,
            OfferId van,
            OfferId coaching,
            OfferId hall) {
        var trade = new TradeId(ids.get());
        tell(new TradeProposed(
                trade,
                summit,
                null,
                List.of(leg(first, second, van, 2, null), leg(second, first, coaching, 1, null)),
                null));
        tell(new TradeAccepted(trade, summit, first));
        tell(new TradeCountered(
                trade,
                summit,
                second,
                2,
                List.of(
                        leg(first, second, van, 1, null),
                        leg(second, third, coaching, 1, null),
                        leg(third, first, hall, 1, null)),
                LONG));
        tell(new TradeAccepted(trade, summit, third));
    }

    private void together(OrganizationId first, OrganizationId second, OrganizationId third) {
        tell(new NetworkingRoundsPlanned(
                summit,
                new RoundsPlanId(ids.get()),
                List.of(new Round(1, List.of(new Round.Pair(second, third, false, false)), List.of(first)))));
        tell(new NetworkingRoundsPlanned(
                summit,
                new RoundsPlanId(ids.get()),
                List.of(
                        new Round(1, List.of(new Round.Pair(first, second, true, true)), List.of(third)),
                        new Round(2, List.of(new Round.Pair(first, third, true, false)), List.of(second)))));
        tell(new OrganizationsMet(summit, first, second, 1));
        var action = new JointActionId(ids.get());
        tell(new JointActionPledged(
                action, summit, Set.of(first, third), text("វគ្គរួម", "A joint training"), LocalDate.of(2022, 9, 1)));
        tell(new JointActionReported(
                action,
                summit,
                first,
                ActionProgress.UNDER_WAY,
                DAY,
                Personal.of(new FreeText(SampleFacts.SECRET_NAME))));
        tell(new JointActionWordsErased(action, summit));
    }
}
