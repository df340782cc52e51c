package org.sala.marketplace.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds what could be traded best: the swaps, rings and gift-started chains over everything open at a summit that together
 * serve the most needs. A run is watched while it searches, and stopped when it is good enough. It proposes nothing by
 * itself: each exchange that it found is proposed by {@link MarketplaceCommand.ProposeTrade}.
 */
public interface MatchingWorkbench {

    /** The longest seed, in characters. */
    int LONGEST_SEED = 200;

    /** The longest that a run may search, in seconds. */
    int MOST_SECONDS = 600;

    /**
     * Begins a run over what is open now: offers with units left, and needs that nobody has promised to serve. It takes the
     * place of the summit's last run, which is stopped. For staff.
     *
     * @param seed what decides between solutions that serve as many; published, so that anybody can find the same again
     * @param seconds after which the best found so far is the answer, from 1 to {@value #MOST_SECONDS}
     * @throws MarketplaceRejected {@code MALFORMED}, {@code NOT_ALLOWED}
     */
    Run begin(SummitId summit, String seed, int seconds, String accessToken);

    /**
     * Begins a run after somebody withdrew: agreed trades stay, but those that can't be kept any more, and what these set
     * free is matched anew with everything else that is open. A trade can't be kept where the offer or the need of a leg that
     * is still owed was withdrawn, or where its giver or receiver leaves. Nothing is called off by asking. For staff.
     *
     * @param leaving organisations that take no part any more, whatever their stalls say
     * @throws MarketplaceRejected {@code MALFORMED}, {@code NOT_ALLOWED}
     */
    Run repair(SummitId summit, String seed, int seconds, Set<OrganizationId> leaving, String accessToken);

    /**
     * The summit's last run as it stands. Empty where there was none since the marketplace was started: over the same
     * offers and needs the same seed finds the same again. For staff, facilitators and auditors.
     *
     * @throws MarketplaceRejected {@code NOT_ALLOWED}
     */
    Optional<Run> last(SummitId summit, String accessToken);

    /**
     * What the summit's last run was asked, as {@code infra/bin/match} takes it: whoever has it can find the same answer, or
     * check it. Who may look at the run may have it.
     *
     * @throws MarketplaceRejected {@code NOT_ALLOWED}
     */
    Optional<Question> question(SummitId summit, String accessToken);

    /**
     * Ends the summit's run with the best found so far; changes nothing where it has ended. For staff.
     *
     * @throws MarketplaceRejected {@code NOT_ALLOWED}
     */
    void stop(SummitId summit, String accessToken);

    /** How far a run is, and what its answer is worth. */
    enum State {
        SEARCHING,
        /** Nothing serves more, and where others serve as many the seed has decided. */
        OPTIMAL,
        /** Nothing serves more; it ended before the seed had decided everything. */
        COUNTS_OPTIMAL,
        /** Time was over, or somebody stopped it: something between what is served and the bound may be possible. */
        STOPPED,
        /** It broke; what it had found is lost. */
        FAILED
    }

    /** How many are served, in the order in which it matters. */
    record Served(int needs, int organizations, int smallOrganizations) {
        public static final Served NONE = new Served(0, 0, 0);
    }

    /**
     * A run.
     *
     * @param ended absent while it searches
     * @param needs how many it is to serve
     * @param offers how many it has to serve them with
     * @param best what the best found so far serves
     * @param bound what can't be surpassed, as far as is proved
     * @param exchanges what it found; none while it searches
     * @param unserved the needs that none of these serves, and why; none while it searches
     * @param repair which agreed trades stay; absent where it is a run over what is open alone
     */
    record Run(
            UUID run,
            SummitId summit,
            String seed,
            Instant begun,
            @Nullable Instant ended,
            State state,
            int needs,
            int offers,
            Served best,
            Served bound,
            List<Exchange> exchanges,
            List<Unserved> unserved,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Repair repair) {

        public Run {
            exchanges = List.copyOf(exchanges);
            unserved = List.copyOf(unserved);
        }
    }

    /**
     * What becomes of agreed trades. What stays counts among what is served, as far as it is one unit for one need; what is
     * lost has to be called off before what it would set free can be proposed.
     */
    record Repair(List<TradeId> kept, List<Lost> lost) {

        public Repair {
            kept = List.copyOf(kept);
            lost = List.copyOf(lost);
        }
    }

    /**
     * An agreed trade that can't be kept.
     *
     * @param legs the numbers of those in the way
     * @param because why it is to be called off
     */
    record Lost(TradeId trade, List<Integer> legs, CancelReason because) {

        public Lost {
            legs = List.copyOf(legs);
        }
    }

    /**
     * Trades that only make sense together.
     *
     * @param trade the id to propose it by, so that it is proposed once, whoever does
     */
    record Exchange(TradeId trade, List<Leg> legs) {

        public Exchange {
            legs = List.copyOf(legs);
        }

        /** The id of a run's exchange. */
        public static TradeId id(UUID run, int number) {
            return new TradeId(
                    UUID.nameUUIDFromBytes(("exchange:" + run + ":" + number).getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** A market and its seed. Ids and categories as everywhere; nothing in it tells of a person. */
    record Question(
            String seed,
            List<Organization> organizations,
            List<Offer> offers,
            List<Need> needs,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Agreed> agreed) {

        public Question {
            organizations = List.copyOf(organizations);
            offers = List.copyOf(offers);
            needs = List.copyOf(needs);
            agreed = List.copyOf(agreed);
        }

        /** Who gives and receives. */
        public record Organization(OrganizationId id, boolean small) {}

        /**
         * What is given.
         *
         * @param units that were left
         */
        public record Offer(OfferId id, OrganizationId organization, Category category, int units, boolean gift) {}

        /** What is needed. */
        public record Need(NeedId id, OrganizationId organization, Category category) {}

        /**
         * What a repair keeps.
         *
         * @param kind {@code ring} or {@code chain}
         */
        public record Agreed(String kind, List<Step> legs) {

            public Agreed {
                legs = List.copyOf(legs);
            }
        }

        /** One unit of an offer for a need. */
        public record Step(OfferId offer, NeedId need) {}
    }

    /** Why a need is not served. */
    enum Why {
        /** No other organisation offers anything of its category. */
        NOBODY_OFFERS,
        /** Only {@code givers} offer it, who make no gift of it and need nothing that anybody offers. */
        GIVERS_NEED_NOTHING,
        /** {@code givers} offer it, but no ring and no chain leads through one of them to the need. */
        OUT_OF_REACH,
        /** Every unit that could serve it serves one of {@code lostTo}. */
        LOST_TO,
        /** Serving it would take away elsewhere: at the most {@code most} would be served then. */
        OUTWEIGHED,
        /** The run ended before it was decided. */
        UNDECIDED
    }

    /** A need that is not served. */
    record Unserved(
            NeedId need,
            OrganizationId organization,
            Category category,
            Why why,
            List<OrganizationId> givers,
            List<NeedId> lostTo,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Served most) {

        public Unserved {
            givers = List.copyOf(givers);
            lostTo = List.copyOf(lostTo);
        }
    }
}
