package org.sala.marketplace.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sala.personal.Personal;
import org.sala.personal.PersonalDataOf;

/** What the marketplace has found to be true. A {@link JsonTypeName} is the event's name on the wire and never changes. */
public sealed interface MarketplaceEvent {

    /** About an organisation's stall at a summit; on the wire its subject is the {@link StallId}. */
    sealed interface StallEvent extends MarketplaceEvent {
        SummitId summit();

        OrganizationId organization();

        default StallId stall() {
            return StallId.of(summit(), organization());
        }
    }

    /** About a trade; on the wire its subject is the {@link TradeId}. */
    sealed interface TradeEvent extends MarketplaceEvent {
        TradeId trade();

        SummitId summit();
    }

    /** About one leg of an agreed trade. */
    sealed interface LegEvent extends TradeEvent {
        /** Its number in the trade, from 1. */
        int leg();
    }

    /** About the floor of a summit, where organisations meet; on the wire its subject is the {@link FloorId}. */
    sealed interface FloorEvent extends MarketplaceEvent {
        SummitId summit();

        default FloorId floor() {
            return FloorId.of(summit());
        }
    }

    /** About what organisations do together; on the wire its subject is the {@link JointActionId}. */
    sealed interface JointActionEvent extends MarketplaceEvent {
        JointActionId action();

        SummitId summit();
    }

    /** About the taxonomy, which all summits share; on the wire its subject is the {@link CategoryId}. */
    sealed interface CategoryEvent extends MarketplaceEvent {
        Category category();

        default CategoryId entry() {
            return CategoryId.of(category());
        }
    }

    /**
     * An organisation offers this to the others of the summit; trades may be proposed over it until it is good no more.
     *
     * @param gift whether nothing is asked back for it; absent from JSON where something is
     */
    @JsonTypeName("marketplace.offer-posted")
    record OfferPosted(
            SummitId summit,
            OrganizationId organization,
            OfferId offer,
            OfferKind kind,
            Category category,
            BilingualText title,
            BilingualText terms,
            int units,
            BilingualText unit,
            Set<Language> languages,
            Place place,
            Instant goodUntil,

            @JsonSetter(nulls = Nulls.AS_EMPTY) @JsonInclude(JsonInclude.Include.NON_DEFAULT)
            boolean gift)
            implements StallEvent {

        public OfferPosted {
            // in a fixed order, since the JSON of equal values must be equal
            languages = Collections.unmodifiableSet(new TreeSet<>(languages));
        }
    }

    /**
     * An offer is otherwise from now on; it says everything again but the kind. What was agreed before is as it was.
     *
     * @param units never fewer than are promised
     */
    @JsonTypeName("marketplace.offer-revised")
    record OfferRevised(
            SummitId summit,
            OrganizationId organization,
            OfferId offer,
            Category category,
            BilingualText title,
            BilingualText terms,
            int units,
            BilingualText unit,
            Set<Language> languages,
            Place place,
            Instant goodUntil,

            @JsonSetter(nulls = Nulls.AS_EMPTY) @JsonInclude(JsonInclude.Include.NON_DEFAULT)
            boolean gift)
            implements StallEvent {

        public OfferRevised {
            languages = Collections.unmodifiableSet(new TreeSet<>(languages));
        }
    }

    /** Nobody can trade over that offer any more. What was agreed stays promised; open trades over it lapse soon. */
    @JsonTypeName("marketplace.offer-withdrawn")
    record OfferWithdrawn(SummitId summit, OrganizationId organization, OfferId offer) implements StallEvent {}

    /** An organisation needs this; whoever offers, or matches, may serve it until it is met or withdrawn. */
    @JsonTypeName("marketplace.need-voiced")
    record NeedVoiced(
            SummitId summit,
            OrganizationId organization,
            NeedId need,
            OfferKind kind,
            Category category,
            BilingualText title,
            BilingualText details,
            Urgency urgency)
            implements StallEvent {}

    /** Nobody is asked to serve that need any more. */
    @JsonTypeName("marketplace.need-withdrawn")
    record NeedWithdrawn(SummitId summit, OrganizationId organization, NeedId need) implements StallEvent {}

    /**
     * A need was served: the leg that names it was delivered and confirmed. Whoever counts needs that the summit met counts
     * this; a promise alone meets none.
     */
    @JsonTypeName("marketplace.need-met")
    record NeedMet(SummitId summit, OrganizationId organization, NeedId need, TradeId trade, int leg)
            implements StallEvent {}

    /**
     * A trade is proposed; no unit is promised by it yet. Its parties are the givers and receivers of its legs.
     *
     * @param proposer the party that proposes it and has accepted thereby; absent where the programme does, and nobody has
     */
    @JsonTypeName("marketplace.trade-proposed")
    record TradeProposed(
            TradeId trade,
            SummitId summit,
            @Nullable OrganizationId proposer,
            List<Leg> legs,
            @Nullable Instant expiresAt)
            implements TradeEvent {

        public TradeProposed {
            legs = List.copyOf(legs);
        }
    }

    /**
     * A party proposes other legs, which take the place of all that were proposed, and has accepted them; nobody else
     * has, whatever they accepted before.
     *
     * @param round 2 for the first counter, and so on
     */
    @JsonTypeName("marketplace.trade-countered")
    record TradeCountered(
            TradeId trade,
            SummitId summit,
            OrganizationId organization,
            int round,
            List<Leg> legs,
            @Nullable Instant expiresAt)
            implements TradeEvent {

        public TradeCountered {
            legs = List.copyOf(legs);
        }
    }

    /** Another party accepts the legs that were proposed last; told once per party, and nothing is promised by it alone. */
    @JsonTypeName("marketplace.trade-accepted")
    record TradeAccepted(TradeId trade, SummitId summit, OrganizationId organization) implements TradeEvent {}

    /**
     * Every party has accepted and every leg's units are reserved: they are promised to this trade and to no other. An
     * offer's promised units are the sum of its legs in agreed trades, less those that {@link TradeCancelled} gives back,
     * and everybody may count on that.
     *
     * @param legs each with the day by which it is due
     */
    @JsonTypeName("marketplace.trade-agreed")
    record TradeAgreed(TradeId trade, SummitId summit, List<Leg> legs) implements TradeEvent {

        public TradeAgreed {
            legs = List.copyOf(legs);
        }
    }

    /** A party does not want the trade: it came to nothing, for good. */
    @JsonTypeName("marketplace.trade-declined")
    record TradeDeclined(TradeId trade, SummitId summit, OrganizationId organization, DeclineReason reason)
            implements TradeEvent {}

    /**
     * The trade came to nothing, for good, and holds no unit of any offer.
     *
     * @param offer which offer it failed for; absent where it expired
     */
    @JsonTypeName("marketplace.trade-lapsed")
    record TradeLapsed(
            TradeId trade,
            SummitId summit,
            LapseReason reason,
            @Nullable OfferId offer) implements TradeEvent {}

    /**
     * The trade was called off, for good. Nobody owes anything of it any more.
     *
     * @param organization the party that did; absent where staff did
     * @param givenBack the legs whose units are promised to nobody again: of an agreed trade, those that nobody said were
     *     delivered; none where it was not agreed
     */
    @JsonTypeName("marketplace.trade-cancelled")
    record TradeCancelled(
            TradeId trade,
            SummitId summit,
            @Nullable OrganizationId organization,
            CancelReason reason,
            List<Leg> givenBack)
            implements TradeEvent {

        public TradeCancelled {
            givenBack = List.copyOf(givenBack);
        }
    }

    /**
     * The giver of a leg says that it was delivered.
     *
     * @param note sealed for everybody but the marketplace, with a key of the trade
     */
    @JsonTypeName("marketplace.trade-leg-delivered")
    @PersonalDataOf("/trade")
    record TradeLegDelivered(
            TradeId trade,
            SummitId summit,
            int leg,
            LocalDate on,
            @Nullable Personal<FreeText> note) implements LegEvent {}

    /**
     * The receiver of a leg says that it was delivered as promised: it counts as kept.
     *
     * @param evidence sealed for everybody but the marketplace, with a key of the trade
     */
    @JsonTypeName("marketplace.trade-leg-confirmed")
    @PersonalDataOf("/trade")
    record TradeLegConfirmed(
            TradeId trade,
            SummitId summit,
            int leg,
            LocalDate on,
            @Nullable Personal<FreeText> evidence) implements LegEvent {}

    /**
     * The receiver of a leg says that it was not delivered as promised; staff find out what was true.
     *
     * @param complaint sealed for everybody but the marketplace, with a key of the trade
     */
    @JsonTypeName("marketplace.trade-leg-disputed")
    @PersonalDataOf("/trade")
    record TradeLegDisputed(TradeId trade, SummitId summit, int leg, Personal<FreeText> complaint)
            implements LegEvent {}

    /**
     * It is known what was true of a disputed leg: it counts as confirmed, or as owed, from now on.
     *
     * @param note sealed for everybody but the marketplace, with a key of the trade
     */
    @JsonTypeName("marketplace.trade-leg-resolved")
    @PersonalDataOf("/trade")
    record TradeLegResolved(
            TradeId trade,
            SummitId summit,
            int leg,
            LegResolution resolution,
            LocalDate on,
            @Nullable Personal<FreeText> note)
            implements LegEvent {}

    /** It is time to ask what became of a leg; whoever sends reminders does, or shows it to who looks after promises. */
    @JsonTypeName("marketplace.trade-leg-asked-after")
    record TradeLegAskedAfter(TradeId trade, SummitId summit, int leg, Occasion occasion) implements LegEvent {}

    /** Every leg was confirmed: the trade's promises were kept. */
    @JsonTypeName("marketplace.trade-completed")
    record TradeCompleted(TradeId trade, SummitId summit) implements TradeEvent {}

    /** What people wrote about a trade's legs can't be known any more: whoever keeps some of it removes it. */
    @JsonTypeName("marketplace.trade-words-erased")
    record TradeWordsErased(TradeId trade, SummitId summit) implements TradeEvent {}

    /** Who is to meet whom, round by round; the latest plan of a summit holds. */
    @JsonTypeName("marketplace.networking-rounds-planned")
    record NetworkingRoundsPlanned(SummitId summit, RoundsPlanId plan, List<Round> rounds) implements FloorEvent {

        public NetworkingRoundsPlanned {
            rounds = List.copyOf(rounds);
        }
    }

    /**
     * Two organisations met; told once of two, whoever says it.
     *
     * @param one of both, the one whose id comes first
     * @param round of the plan that held then; absent where they met otherwise
     */
    @JsonTypeName("marketplace.organizations-met")
    record OrganizationsMet(
            SummitId summit,
            OrganizationId one,
            OrganizationId other,
            @Nullable Integer round) implements FloorEvent {}

    /** Organisations pledged to do something together, and to report on it by that day. */
    @JsonTypeName("marketplace.joint-action-pledged")
    record JointActionPledged(
            JointActionId action,
            SummitId summit,
            Set<OrganizationId> organizations,
            BilingualText title,
            LocalDate dueBy)
            implements JointActionEvent {

        public JointActionPledged {
            organizations = Ordered.of(organizations);
        }
    }

    /**
     * One of those who pledged a joint action says how far it has come; the latest report counts.
     *
     * @param note sealed for everybody but the marketplace, with a key of the action
     */
    @JsonTypeName("marketplace.joint-action-reported")
    @PersonalDataOf("/action")
    record JointActionReported(
            JointActionId action,
            SummitId summit,
            OrganizationId organization,
            ActionProgress progress,
            LocalDate on,
            @Nullable Personal<FreeText> note)
            implements JointActionEvent {}

    /** What people wrote about a joint action can't be known any more: whoever keeps some of it removes it. */
    @JsonTypeName("marketplace.joint-action-words-erased")
    record JointActionWordsErased(JointActionId action, SummitId summit) implements JointActionEvent {}

    /** There is a category by which like is found with like, in every summit. Its code and kind never change. */
    @JsonTypeName("marketplace.category-added")
    record CategoryAdded(Category category, OfferKind kind, BilingualText name) implements CategoryEvent {}

    /** A category has another name from now on. */
    @JsonTypeName("marketplace.category-renamed")
    record CategoryRenamed(Category category, BilingualText name) implements CategoryEvent {}
}
