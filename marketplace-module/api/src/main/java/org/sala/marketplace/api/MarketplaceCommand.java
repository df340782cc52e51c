package org.sala.marketplace.api;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of the marketplace. Each record checks its form when it is made and refuses with {@link
 * MarketplaceRejected.Reason#MALFORMED}; its {@link JsonTypeName} is its name over HTTP.
 */
public sealed interface MarketplaceCommand {

    /** Asks something of the stall that an organisation has at a summit. */
    sealed interface StallCommand extends MarketplaceCommand {
        SummitId summit();

        OrganizationId organization();

        /** Which stall; follows from summit and organisation, and is no field of the JSON. */
        default StallId stall() {
            return StallId.of(summit(), organization());
        }
    }

    /** Asks something of a trade. */
    sealed interface TradeCommand extends MarketplaceCommand {
        TradeId trade();
    }

    /** Asks something of the floor of a summit, where organisations meet. */
    sealed interface FloorCommand extends MarketplaceCommand {
        SummitId summit();

        /** Which floor; follows from the summit, and is no field of the JSON. */
        default FloorId floor() {
            return FloorId.of(summit());
        }
    }

    /** Asks something of what organisations do together. */
    sealed interface JointActionCommand extends MarketplaceCommand {
        JointActionId action();
    }

    /** Asks something of the taxonomy, which all summits share. */
    sealed interface CategoryCommand extends MarketplaceCommand {
        Category category();

        /** Which entry of the taxonomy; follows from the code, and is no field of the JSON. */
        default CategoryId entry() {
            return CategoryId.of(category());
        }
    }

    /**
     * Puts an offer on an organisation's stall. Three may be open at a time; one is open while it is good and has units
     * that are promised to nobody.
     *
     * @param terms what goes with it: who pays for fuel, how long before it must be asked for
     * @param units how many there are, 1 to 10,000
     * @param unit what one of them is, such as "half day"
     * @param languages in which it can be had, at least one
     * @param category what it is about; of the taxonomy, and of that kind
     * @param goodUntil the moment from which on it can't be agreed on any more; later than now
     * @param gift whether nothing is asked back for it, so that a chain may begin with it
     */
    @JsonTypeName("post-offer")
    record PostOffer(
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

            @JsonSetter(nulls = Nulls.AS_EMPTY) boolean gift)
            implements StallCommand {

        public PostOffer {
            Form.required("summit", summit);
            Form.required("organization", organization);
            Form.required("offer", offer);
            Form.required("kind", kind);
            languages = Form.offer(category, title, terms, units, unit, languages, place, goodUntil);
        }
    }

    /**
     * Says an offer of which no open trade makes use anew, whole but its kind. What was agreed on it stays as it was agreed.
     *
     * @param units not fewer than are promised
     */
    @JsonTypeName("revise-offer")
    record ReviseOffer(
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

            @JsonSetter(nulls = Nulls.AS_EMPTY) boolean gift)
            implements StallCommand {

        public ReviseOffer {
            Form.required("summit", summit);
            Form.required("organization", organization);
            Form.required("offer", offer);
            languages = Form.offer(category, title, terms, units, unit, languages, place, goodUntil);
        }
    }

    /** Takes an offer off the stall. What was agreed on it stays promised; open trades over it lapse. */
    @JsonTypeName("withdraw-offer")
    record WithdrawOffer(SummitId summit, OrganizationId organization, OfferId offer) implements StallCommand {

        public WithdrawOffer {
            Form.required("summit", summit);
            Form.required("organization", organization);
            Form.required("offer", offer);
        }
    }

    /**
     * Says at an organisation's stall what it needs. Ten needs may be open at a time.
     *
     * @param kind a thing, or something that people can do for it
     * @param title what, in a line
     * @param details what for, when, where; no names of people
     */
    @JsonTypeName("voice-need")
    record VoiceNeed(
            SummitId summit,
            OrganizationId organization,
            NeedId need,
            OfferKind kind,
            Category category,
            BilingualText title,
            BilingualText details,
            Urgency urgency)
            implements StallCommand {

        public VoiceNeed {
            Form.required("summit", summit);
            Form.required("organization", organization);
            Form.required("need", need);
            Form.required("kind", kind);
            Form.category("category", category);
            Form.text("title", title, 120);
            Form.text("details", details, 2_000);
            Form.required("urgency", urgency);
        }
    }

    /** Takes a need back: nobody is asked to serve it any more. What is promised for it stays promised. */
    @JsonTypeName("withdraw-need")
    record WithdrawNeed(SummitId summit, OrganizationId organization, NeedId need) implements StallCommand {

        public WithdrawNeed {
            Form.required("summit", summit);
            Form.required("organization", organization);
            Form.required("need", need);
        }
    }

    /**
     * Proposes a trade between two organisations or more.
     *
     * @param proposer a party, which accepts by proposing; absent where the programme proposes it (a ring that was found
     *     by matching, say): then nobody has accepted yet
     * @param legs one for a gift; for a swap and a ring (up to 12) in their order, each receiver being the next giver
     *     and the last giving to the first; for a chain of up to five the same without the last, beginning with an offer
     *     that is marked as a gift
     * @param expiresAt until when everybody must have accepted; absent: as long as the offers are good
     */
    @JsonTypeName("propose-trade")
    record ProposeTrade(
            TradeId trade,
            SummitId summit,
            @Nullable OrganizationId proposer,
            List<Leg> legs,
            @Nullable Instant expiresAt)
            implements TradeCommand {

        public ProposeTrade {
            Form.required("trade", trade);
            Form.required("summit", summit);
            legs = Form.legs("legs", legs);
            if (expiresAt != null) {
                Form.instant("expiresAt", expiresAt);
            }
        }
    }

    /**
     * Proposes other legs in place of those of an open trade. Whoever counters has accepted what it proposes, and nobody
     * else has.
     *
     * @param organization a party of the trade as it is and as it would be
     * @param round what it answers: 1 for the proposal, 2 for the first counter, and so on
     * @param legs all of them, as in {@link ProposeTrade}
     */
    @JsonTypeName("counter-trade")
    record CounterTrade(
            TradeId trade,
            OrganizationId organization,
            int round,
            List<Leg> legs,
            @Nullable Instant expiresAt) implements TradeCommand {

        public CounterTrade {
            Form.required("trade", trade);
            Form.required("organization", organization);
            Form.that("round", round >= 1);
            legs = Form.legs("legs", legs);
            if (expiresAt != null) {
                Form.instant("expiresAt", expiresAt);
            }
        }
    }

    /**
     * Accepts a trade for one of its parties. The last acceptance decides it: every leg's units are reserved and the
     * trade is agreed, or, where one leg's can't be, none are and the trade lapses.
     *
     * @param round what is accepted: 1 for the proposal, 2 for the first counter, and so on. Nobody accepts legs that
     *     they haven't seen
     */
    @JsonTypeName("accept-trade")
    record AcceptTrade(TradeId trade, OrganizationId organization, int round) implements TradeCommand {

        public AcceptTrade {
            Form.required("trade", trade);
            Form.required("organization", organization);
            Form.that("round", round >= 1);
        }
    }

    /** Says for a party that it does not want a trade that is not agreed. That ends it. */
    @JsonTypeName("decline-trade")
    record DeclineTrade(TradeId trade, OrganizationId organization, DeclineReason reason) implements TradeCommand {

        public DeclineTrade {
            Form.required("trade", trade);
            Form.required("organization", organization);
            Form.required("reason", reason);
        }
    }

    /**
     * Calls a trade off, agreed or not. The units of legs that were not delivered can be had again.
     *
     * @param organization a party of it; absent where staff call it off
     */
    @JsonTypeName("cancel-trade")
    record CancelTrade(TradeId trade, @Nullable OrganizationId organization, CancelReason reason)
            implements TradeCommand {

        public CancelTrade {
            Form.required("trade", trade);
            Form.required("reason", reason);
        }
    }

    /**
     * Says for the giver of a leg that it was delivered.
     *
     * @param leg its number, from 1
     * @param organization the giver
     * @param on the day; not in the future
     */
    @JsonTypeName("deliver-leg")
    record DeliverLeg(
            TradeId trade,
            int leg,
            OrganizationId organization,
            LocalDate on,
            @Nullable FreeText note) implements TradeCommand {

        public DeliverLeg {
            Form.required("trade", trade);
            Form.legNumber("leg", leg);
            Form.required("organization", organization);
            Form.day("on", on);
            Form.words("note", note);
        }
    }

    /**
     * Says for the receiver of a leg that it was delivered as promised; the trade is completed with the last of them.
     *
     * @param leg its number, from 1
     * @param organization the receiver
     * @param on the day; not in the future
     * @param evidence what shows it: a list, a photograph and where it is kept
     */
    @JsonTypeName("confirm-leg")
    record ConfirmLeg(
            TradeId trade,
            int leg,
            OrganizationId organization,
            LocalDate on,
            @Nullable FreeText evidence) implements TradeCommand {

        public ConfirmLeg {
            Form.required("trade", trade);
            Form.legNumber("leg", leg);
            Form.required("organization", organization);
            Form.day("on", on);
            Form.words("evidence", evidence);
        }
    }

    /**
     * Says for the receiver of a leg that is not confirmed that it was not delivered as promised. Staff resolve it.
     *
     * @param leg its number, from 1
     * @param organization the receiver
     * @param complaint what is wrong
     */
    @JsonTypeName("dispute-leg")
    record DisputeLeg(TradeId trade, int leg, OrganizationId organization, FreeText complaint) implements TradeCommand {

        public DisputeLeg {
            Form.required("trade", trade);
            Form.legNumber("leg", leg);
            Form.required("organization", organization);
            Form.words("complaint", Form.required("complaint", complaint));
        }
    }

    /**
     * Says what was true of a leg that is disputed.
     *
     * @param leg its number, from 1
     * @param on the day on which it was delivered, or on which that was found out; not in the future
     */
    @JsonTypeName("resolve-leg")
    record ResolveLeg(
            TradeId trade,
            int leg,
            LegResolution resolution,
            LocalDate on,
            @Nullable FreeText note) implements TradeCommand {

        public ResolveLeg {
            Form.required("trade", trade);
            Form.legNumber("leg", leg);
            Form.required("resolution", resolution);
            Form.day("on", on);
            Form.words("note", note);
        }
    }

    /** Forgets what people wrote about a trade's legs, for good. What was promised and kept stays. */
    @JsonTypeName("erase-trade-words")
    record EraseTradeWords(TradeId trade) implements TradeCommand {

        public EraseTradeWords {
            Form.required("trade", trade);
        }
    }

    /**
     * Plans networking rounds: who meets whom. Whoever has something to give each other, by offers and needs that are
     * open now, meets first; nobody meets anybody twice.
     *
     * @param organizations who takes part, 2 to 400
     * @param rounds how many, at most half of those who take part
     */
    @JsonTypeName("plan-networking-rounds")
    record PlanNetworkingRounds(SummitId summit, RoundsPlanId plan, Set<OrganizationId> organizations, int rounds)
            implements FloorCommand {

        public PlanNetworkingRounds {
            Form.required("summit", summit);
            Form.required("plan", plan);
            organizations = Set.copyOf(Form.all("organizations", organizations));
            Form.that("organizations", organizations.size() >= 2 && organizations.size() <= 400);
            Form.that("rounds", rounds >= 1 && rounds <= (organizations.size() + 1) / 2);
        }
    }

    /**
     * Notes that two organisations met, planned or not; told once of two.
     *
     * @param round of the plan; absent where they met otherwise
     */
    @JsonTypeName("record-meeting")
    record RecordMeeting(
            SummitId summit,
            OrganizationId one,
            OrganizationId other,
            @Nullable Integer round) implements FloorCommand {

        public RecordMeeting {
            Form.required("summit", summit);
            Form.required("one", one);
            Form.that("other", !Form.required("other", other).equals(one));
            Form.that("round", round == null || round >= 1);
        }
    }

    /**
     * Pledges something that organisations will do together.
     *
     * @param organizations 2 to 12
     * @param title what, in a line; no names of people
     * @param dueBy by when they will have reported on it
     */
    @JsonTypeName("pledge-joint-action")
    record PledgeJointAction(
            JointActionId action,
            SummitId summit,
            Set<OrganizationId> organizations,
            BilingualText title,
            LocalDate dueBy)
            implements JointActionCommand {

        public PledgeJointAction {
            Form.required("action", action);
            Form.required("summit", summit);
            organizations = Ordered.of(Form.all("organizations", organizations));
            Form.that("organizations", organizations.size() >= 2 && organizations.size() <= 12);
            Form.text("title", title, 200);
            Form.day("dueBy", dueBy);
        }
    }

    /**
     * Reports on a joint action, any number of times until it is done or given up.
     *
     * @param organization one of those who pledged it
     * @param on the day of which it speaks; not in the future
     */
    @JsonTypeName("report-joint-action")
    record ReportJointAction(
            JointActionId action,
            OrganizationId organization,
            ActionProgress progress,
            LocalDate on,
            @Nullable FreeText note)
            implements JointActionCommand {

        public ReportJointAction {
            Form.required("action", action);
            Form.required("organization", organization);
            Form.required("progress", progress);
            Form.day("on", on);
            Form.words("note", note);
        }
    }

    /** Forgets what people wrote about a joint action, for good. How far it came stays. */
    @JsonTypeName("erase-joint-action-words")
    record EraseJointActionWords(JointActionId action) implements JointActionCommand {

        public EraseJointActionWords {
            Form.required("action", action);
        }
    }

    /** Adds a category to the taxonomy; its code and kind never change. */
    @JsonTypeName("add-category")
    record AddCategory(Category category, OfferKind kind, BilingualText name) implements CategoryCommand {

        public AddCategory {
            Form.category("category", category);
            Form.required("kind", kind);
            Form.text("name", name, 80);
        }
    }

    /** Gives a category another name. */
    @JsonTypeName("rename-category")
    record RenameCategory(Category category, BilingualText name) implements CategoryCommand {

        public RenameCategory {
            Form.category("category", category);
            Form.text("name", name, 80);
        }
    }
}
