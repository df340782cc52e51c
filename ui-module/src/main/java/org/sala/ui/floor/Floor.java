package org.sala.ui.floor;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.ActionProgress;
import org.sala.marketplace.api.LegStatus;
import org.sala.marketplace.api.Occasion;
import org.sala.marketplace.api.OfferKind;
import org.sala.marketplace.api.TradeShape;
import org.sala.marketplace.api.TradeStatus;
import org.sala.marketplace.api.Urgency;
import org.sala.ui.shell.Summit;

/**
 * The floor of a summit, as it is known here.
 *
 * @param names of its organisations, by id
 * @param offers all that ever were, the one that is good longest last
 * @param needs all that ever were, the most urgent first
 * @param trades the one that was last told of first
 * @param actions by when they are due
 * @param pairs the latest plan of who meets whom, by round
 */
public record Floor(
        Map<UUID, Summit.Text> names,
        List<Category> categories,
        List<Offer> offers,
        List<Need> needs,
        List<Trade> trades,
        List<Action> actions,
        List<Pair> pairs,
        List<Meeting> meetings) {

    private static final Set<LegStatus> RESERVED =
            EnumSet.of(LegStatus.OWED, LegStatus.DELIVERED, LegStatus.CONFIRMED, LegStatus.DISPUTED);

    public Floor {
        names = Map.copyOf(names);
        categories = List.copyOf(categories);
        offers = List.copyOf(offers);
        needs = List.copyOf(needs);
        trades = List.copyOf(trades);
        actions = List.copyOf(actions);
        pairs = List.copyOf(pairs);
        meetings = List.copyOf(meetings);
    }

    /** An entry of the taxonomy. */
    public record Category(String code, OfferKind kind, Summit.Text name) {}

    /**
     * Something that an organisation offers.
     *
     * @param promised how many of its units are promised in agreed trades
     * @param languages codes, at least one
     */
    public record Offer(
            UUID id,
            UUID organization,
            OfferKind kind,
            String category,
            Summit.Text title,
            Summit.Text terms,
            int units,
            int promised,
            Summit.Text unit,
            List<String> languages,
            boolean remote,
            Summit.@Nullable Text venue,
            Instant goodUntil,
            boolean gift,
            boolean withdrawn) {

        public Offer {
            languages = List.copyOf(languages);
        }

        public int free() {
            return Math.max(0, units - promised);
        }

        /** Whether it can be agreed on. */
        public boolean isOpen(Instant now) {
            return !withdrawn && free() > 0 && goodUntil.isAfter(now);
        }
    }

    /**
     * Something that an organisation needs.
     *
     * @param promised whether a leg of an agreed trade will serve it
     */
    public record Need(
            UUID id,
            UUID organization,
            OfferKind kind,
            String category,
            Summit.Text title,
            Summit.Text details,
            Urgency urgency,
            NeedState state,
            boolean promised) {}

    /**
     * A trade.
     *
     * @param proposer whose proposal its legs are; null where it is the programme's
     * @param accepted who has accepted these legs
     */
    record Trade(
            UUID id,
            TradeStatus status,
            int round,
            @Nullable UUID proposer,
            List<Leg> legs,
            Set<UUID> accepted,
            @Nullable Instant expiresAt,
            Instant changedAt) {

        Trade {
            legs = List.copyOf(legs);
            accepted = Set.copyOf(accepted);
        }

        TradeShape shape() {
            return TradeShape.of(
                    legs.size(),
                    legs.getLast().receiver().equals(legs.getFirst().giver()));
        }

        /** Givers and receivers, in the order of its legs. */
        List<UUID> parties() {
            return legs.stream()
                    .flatMap(leg -> Stream.of(leg.giver(), leg.receiver()))
                    .distinct()
                    .toList();
        }

        boolean isOf(UUID organization) {
            return parties().contains(organization);
        }

        Optional<Leg> leg(int number) {
            return legs.stream().filter(leg -> leg.number() == number).findFirst();
        }
    }

    /**
     * One promise of a trade.
     *
     * @param number from 1
     * @param on the day that was last named of it
     * @param asked on which occasions it was asked after
     */
    record Leg(
            int number,
            UUID giver,
            UUID receiver,
            UUID offer,
            int units,
            @Nullable UUID need,
            @Nullable Instant dueBy,
            LegStatus status,
            @Nullable LocalDate on,
            Set<Occasion> asked) {

        Leg {
            asked = Set.copyOf(asked);
        }

        boolean isOverdue(Instant now) {
            return status == LegStatus.OWED && dueBy != null && dueBy.isBefore(now);
        }
    }

    /** A promise that is still to be looked after. */
    record Promise(Trade trade, Leg leg) {

        UUID id() {
            var of = trade.id() + ":" + leg.number();
            return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.US_ASCII));
        }

        Standing standing(Instant now) {
            return switch (leg.status()) {
                case DISPUTED -> Standing.DISPUTED;
                case DELIVERED -> Standing.UNCONFIRMED;
                case PROPOSED, OWED, CONFIRMED, RELEASED -> leg.isOverdue(now) ? Standing.OVERDUE : Standing.TO_COME;
            };
        }
    }

    /** What a promise that is not kept waits for; what is most urgent first. */
    enum Standing {
        OVERDUE,
        DISPUTED,
        /** Its giver says that it was delivered. */
        UNCONFIRMED,
        TO_COME
    }

    /** That a promise was asked after. */
    record Asked(UUID trade, int leg, Occasion occasion, Instant at) {}

    /**
     * Something that organisations do together.
     *
     * @param progress null where nobody has reported
     */
    record Action(
            UUID id,
            Summit.Text title,
            LocalDate dueBy,
            @Nullable ActionProgress progress,
            @Nullable LocalDate reportedOn,
            List<UUID> organizations) {

        Action {
            organizations = List.copyOf(organizations);
        }

        boolean isEnded() {
            return progress == ActionProgress.DONE || progress == ActionProgress.GIVEN_UP;
        }
    }

    /** Two organisations that are to meet in a round, and whether one has what the other needs. */
    record Pair(int round, UUID one, UUID other, boolean gives, boolean takes) {}

    record Meeting(UUID one, UUID other) {}

    /** What happened to a trade. */
    public record Moment(
            Instant at,
            String type,
            @Nullable UUID organization,
            @Nullable Integer leg,
            @Nullable LocalDate on,
            @Nullable String detail) {}

    /** An organisation's name; its id where registration has not told of it yet. */
    String name(UUID organization, Locale locale) {
        var name = names.get(organization);
        return name == null ? organization.toString().substring(0, 8) : name.in(locale);
    }

    String category(String code, Locale locale) {
        return categories.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .map(each -> each.name().in(locale))
                .orElse(code);
    }

    public Optional<Offer> offer(UUID id) {
        return offers.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    public Optional<Need> need(@Nullable UUID id) {
        return needs.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    Optional<Trade> trade(UUID id) {
        return trades.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    Optional<Action> action(UUID id) {
        return actions.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** What trades say of offers: the same as long as none is called otherwise. */
    List<Object> titles() {
        return offers.stream()
                .<Object>map(offer -> List.of(offer.id(), offer.title(), offer.unit()))
                .toList();
    }

    List<Offer> openOffers(Instant now) {
        return offers.stream().filter(each -> each.isOpen(now)).toList();
    }

    List<Need> openNeeds() {
        return needs.stream().filter(each -> each.state() == NeedState.OPEN).toList();
    }

    /** What is promised and not yet kept, the most urgent first, then by when it is due. */
    List<Promise> promises(Instant now) {
        return trades.stream()
                .filter(trade -> trade.status() == TradeStatus.AGREED)
                .flatMap(trade -> trade.legs().stream()
                        .filter(leg -> leg.status() != LegStatus.CONFIRMED)
                        .map(leg -> new Promise(trade, leg)))
                .sorted(Comparator.<Promise, Standing>comparing(promise -> promise.standing(now))
                        .thenComparing(promise ->
                                Optional.ofNullable(promise.leg().dueBy()).orElse(Instant.MAX))
                        .thenComparing(promise -> promise.trade().id())
                        .thenComparingInt(promise -> promise.leg().number()))
                .toList();
    }

    /** Legs that are promised or were kept, of all trades that were ever agreed. */
    List<Leg> given() {
        return trades.stream()
                .flatMap(trade -> trade.legs().stream())
                .filter(leg -> RESERVED.contains(leg.status()))
                .toList();
    }

    boolean haveMet(Pair pair) {
        var both = new HashSet<>(List.of(pair.one(), pair.other()));
        return meetings.stream().anyMatch(met -> both.contains(met.one()) && both.contains(met.other()));
    }
}
