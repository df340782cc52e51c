package org.sala.marketplace.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the marketplace answers at once, from its own books: ids, numbers and states. What offers and needs say in words is
 * in their events. Every role may ask, if nothing else is said; a participant of their own summit alone.
 */
public interface MarketplaceQueries {

    /** The taxonomy, goods first, by code. */
    List<CategoryEntry> categories(String accessToken);

    /**
     * Every stall of a summit that ever had an offer or a need, by organisation; with offers that are open, and needs that
     * are.
     *
     * @throws MarketplaceRejected {@code NOT_ALLOWED}
     */
    List<Stall> stalls(SummitId summit, String accessToken);

    /**
     * The offers of a summit that are good now and have a unit left, by when they end. Empty where there are none.
     *
     * @throws MarketplaceRejected {@code NOT_ALLOWED}
     */
    List<OfferUnits> openOffers(SummitId summit, String accessToken);

    /**
     * How many of an offer's units are promised.
     *
     * @throws MarketplaceRejected {@code OFFER_UNKNOWN}, {@code NOT_ALLOWED}
     */
    OfferUnits units(OfferId offer, String accessToken);

    /**
     * The needs of a summit that are neither met nor withdrawn, the most urgent first.
     *
     * @throws MarketplaceRejected {@code NOT_ALLOWED}
     */
    List<OpenNeed> openNeeds(SummitId summit, String accessToken);

    /**
     * The trades of a summit, the latest first. A participant is shown those of their own organisation.
     *
     * @param organization of whom; absent: of everybody
     * @throws MarketplaceRejected {@code NOT_ALLOWED}
     */
    List<TradeSummary> trades(SummitId summit, @Nullable OrganizationId organization, String accessToken);

    /**
     * One trade with its history. Staff, and people of its parties, see what was written about its legs; nobody else does.
     *
     * @throws MarketplaceRejected {@code TRADE_UNKNOWN}, {@code NOT_ALLOWED}
     */
    TradeFile trade(TradeId trade, String accessToken);

    /**
     * Legs that are due and not delivered, delivered and not confirmed, or disputed, by when they were due. For staff and
     * facilitators.
     *
     * @throws MarketplaceRejected {@code NOT_ALLOWED}
     */
    List<PromiseDue> promisesDue(SummitId summit, String accessToken);

    /**
     * How far promises were kept 30, 90 and 180 days after the summit's last day, each as of that day, or as of now where
     * it has not come.
     *
     * @throws MarketplaceRejected {@code SUMMIT_UNKNOWN}, {@code NOT_ALLOWED}
     */
    List<Fulfilment> fulfilment(SummitId summit, String accessToken);

    /**
     * The latest plan of a summit's networking rounds; empty where there is none.
     *
     * @throws MarketplaceRejected {@code NOT_ALLOWED}
     */
    Optional<RoundsPlan> rounds(SummitId summit, String accessToken);

    /**
     * What organisations of a summit pledged to do together, by when it is due.
     *
     * @throws MarketplaceRejected {@code NOT_ALLOWED}
     */
    List<JointAction> jointActions(SummitId summit, String accessToken);

    /** A category and its name. */
    record CategoryEntry(Category category, OfferKind kind, BilingualText name) {}

    /** What an organisation offers and needs now. */
    record Stall(OrganizationId organization, List<OfferUnits> offers, List<OpenNeed> needs) {}

    /**
     * An offer's units.
     *
     * @param units how many were offered
     * @param reserved how many of them are promised in agreed trades; never more than {@code units}
     * @param goodUntil until when the rest can be agreed on
     * @param gift whether a chain may begin with it
     * @param withdrawn whether it was taken off the stall
     */
    record OfferUnits(
            OfferId offer,
            OrganizationId organization,
            OfferKind kind,
            Category category,
            int units,
            int reserved,
            Instant goodUntil,
            boolean gift,
            boolean withdrawn) {

        /** How many are promised to nobody. */
        public int left() {
            return units - reserved;
        }
    }

    /**
     * A need that is open.
     *
     * @param promised whether a leg of an agreed trade will serve it
     */
    record OpenNeed(
            NeedId need,
            OrganizationId organization,
            OfferKind kind,
            Category category,
            Urgency urgency,
            boolean promised) {}

    /**
     * A trade as it stands.
     *
     * @param round which proposal its legs are of: 1 for the first
     * @param proposer whose proposal that is; absent where it is the programme's
     * @param accepted who has accepted these legs
     * @param expiresAt until when everybody must have; absent where nothing was said
     * @param lastChange when it was last told of
     */
    record TradeSummary(
            TradeId trade,
            SummitId summit,
            TradeStatus status,
            TradeShape shape,
            int round,
            @Nullable OrganizationId proposer,
            List<LegSummary> legs,
            Set<OrganizationId> accepted,
            @Nullable Instant expiresAt,
            Instant lastChange) {}

    /**
     * A leg as it stands.
     *
     * @param number from 1
     * @param on the day on which it was last said to be delivered, or confirmed; absent before
     */
    record LegSummary(
            int number, Leg leg, LegStatus status, @Nullable LocalDate on) {}

    /** A trade and all that happened to it, in order. */
    record TradeFile(TradeSummary summary, List<TradeMoment> history) {}

    /**
     * Something that happened to a trade.
     *
     * @param type the event's wire name
     * @param organization who did it; absent where nobody of its parties did
     * @param leg of which leg it tells; absent where of the whole
     * @param on the day that was named
     * @param words what was written; absent where nothing was, where it was erased, and for whoever may not see it
     */
    record TradeMoment(
            Instant at,
            String type,
            @Nullable OrganizationId organization,
            @Nullable Integer leg,
            @Nullable LocalDate on,
            @Nullable FreeText words) {}

    /**
     * A promise that somebody should look after.
     *
     * @param dueBy by when it was to be delivered
     * @param asked the occasions on which it was asked after, in their order
     */
    record PromiseDue(TradeId trade, int number, Leg leg, LegStatus status, Instant dueBy, List<Occasion> asked) {}

    /**
     * How far promises were kept, as of a day. Legs are counted by what was true then: {@code legs} is all that were
     * promised and not released; the others are parts of it, of which {@code delivered} includes {@code confirmed}.
     *
     * @param daysAfter how long after the summit's last day
     * @param asOf the end of that day, or now where it has not come
     * @param reached whether that day has come
     * @param overdue due by then, and neither delivered nor disputed
     */
    record Fulfilment(
            int daysAfter,
            Instant asOf,
            boolean reached,
            int tradesAgreed,
            int tradesCompleted,
            int tradesCancelled,
            int legs,
            int delivered,
            int confirmed,
            int disputed,
            int overdue) {}

    /**
     * A plan of rounds.
     *
     * @param met which of its pairs have met, and others who have
     */
    record RoundsPlan(RoundsPlanId plan, List<Round> rounds, List<Meeting> met) {}

    /** Two organisations that met. */
    record Meeting(
            OrganizationId one,
            OrganizationId other,
            @Nullable Integer round) {}

    /**
     * What was pledged, and how far it has come.
     *
     * @param progress absent where nobody has reported
     * @param reportedOn the day of which the last report speaks
     */
    record JointAction(
            JointActionId action,
            Set<OrganizationId> organizations,
            BilingualText title,
            LocalDate dueBy,
            @Nullable ActionProgress progress,
            @Nullable LocalDate reportedOn) {}
}
