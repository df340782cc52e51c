package org.sala.marketplace.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
            List<Unserved> unserved) {

        public Run {
            exchanges = List.copyOf(exchanges);
            unserved = List.copyOf(unserved);
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
    record Question(String seed, List<Organization> organizations, List<Offer> offers, List<Need> needs) {

        public Question {
            organizations = List.copyOf(organizations);
            offers = List.copyOf(offers);
            needs = List.copyOf(needs);
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
