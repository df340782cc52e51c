package org.sala.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.marketplace.Summit.DAY_THREE;
import static org.sala.marketplace.Summit.offer;
import static org.sala.marketplace.Summit.organization;
import static org.sala.marketplace.Summit.trade;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.sala.marketplace.api.CancelReason;
import org.sala.marketplace.api.LapseReason;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceCommand.AcceptTrade;
import org.sala.marketplace.api.MarketplaceCommand.CancelTrade;
import org.sala.marketplace.api.MarketplaceCommand.CounterTrade;
import org.sala.marketplace.api.MarketplaceCommand.PostOffer;
import org.sala.marketplace.api.MarketplaceCommand.ProposeTrade;
import org.sala.marketplace.api.MarketplaceEvent;
import org.sala.marketplace.api.MarketplaceEvent.OfferPosted;
import org.sala.marketplace.api.MarketplaceEvent.StallEvent;
import org.sala.marketplace.api.MarketplaceEvent.TradeAccepted;
import org.sala.marketplace.api.MarketplaceEvent.TradeAgreed;
import org.sala.marketplace.api.MarketplaceEvent.TradeCancelled;
import org.sala.marketplace.api.MarketplaceEvent.TradeCountered;
import org.sala.marketplace.api.MarketplaceEvent.TradeEvent;
import org.sala.marketplace.api.MarketplaceEvent.TradeLapsed;
import org.sala.marketplace.api.MarketplaceEvent.TradeProposed;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.StallId;
import org.sala.marketplace.api.TradeId;

/**
 * Whatever is asked in whatever order, promises hold. The decisions run against a model that knows only the events: it
 * adds up what was agreed, and never asks the book.
 */
class PromisesTest {

    private static final int ORGANIZATIONS = 3;
    private static final int OFFERS = 4;
    private static final int TRADES = 10;

    @Property(tries = 1_000)
    void noUnitIsPromisedTwiceInWhateverOrderThingsAreAsked(@ForAll("steps") List<Step> steps) {
        var floor = new Floor();
        for (var step : steps) {
            var first = floor.ask(step);
            floor.model.learn(first, floor.now);
            floor.model.agreesWith(floor.book);
            assertThat(floor.ask(step)).as("asked again: " + step).isEmpty();
        }
        floor.model.everyTradeThatAllAcceptedIsDecidedOnce();
        Statistics.label("agreed")
                .collect(Math.min(4, floor.model.agreed.size()))
                .coverage(checker -> checker.check(1).percentage(percentage -> percentage > 5));
        Statistics.label("lapsed for want of units")
                .collect(floor.model.exhausted > 0)
                .coverage(checker -> checker.check(true).percentage(percentage -> percentage > 2));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        var organizations = Arbitraries.integers().between(1, ORGANIZATIONS);
        var trades = Arbitraries.integers().between(1, TRADES);
        var posts = Combinators.combine(
                        Arbitraries.integers().between(1, OFFERS),
                        Arbitraries.integers().between(1, 4))
                .as((offer, units) -> (Step) new Post(owner(offer), offer(offer), units));
        var accepts = Combinators.combine(trades, organizations)
                .as((trade, by) -> (Step) new Accept(trade(trade), organization(by)));
        var proposals = Combinators.combine(
                        trades,
                        Arbitraries.shuffle(
                                IntStream.rangeClosed(1, ORGANIZATIONS).boxed().toList()),
                        Arbitraries.integers().between(1, ORGANIZATIONS),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(1, 3))
                .as((trade, order, size, which, units) ->
                        (Step) new Propose(trade(trade), legs(order, size, which, units)));
        var cancels = Combinators.combine(trades, organizations)
                .as((trade, by) -> (Step) new Cancel(trade(trade), organization(by)));
        var counters = Combinators.combine(
                        trades,
                        Arbitraries.shuffle(
                                IntStream.rangeClosed(1, ORGANIZATIONS).boxed().toList()),
                        Arbitraries.integers().between(1, ORGANIZATIONS),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, 2))
                .as((trade, order, size, units, round) ->
                        (Step) new Counter(trade(trade), round, legs(order, size, 0, units)));
        var passes = Arbitraries.integers().between(1, 12).map(hours -> (Step) new TimePasses(Duration.ofHours(hours)));
        var offersFirst = posts.list().ofMinSize(3).ofMaxSize(OFFERS);
        var thenTrades = Arbitraries.frequencyOf(
                        Tuple.of(2, posts),
                        Tuple.of(8, proposals),
                        Tuple.of(16, accepts),
                        Tuple.of(2, counters),
                        Tuple.of(1, cancels),
                        Tuple.of(1, passes))
                .list()
                .ofMinSize(40)
                .ofMaxSize(160);
        return Combinators.combine(offersFirst, thenTrades).as((first, then) -> {
            var all = new ArrayList<>(first);
            all.addAll(then);
            return all;
        });
    }

    /** A gift where {@code size} is 1, else a circle through the first organisations of the order. */
    private static List<Leg> legs(List<Integer> order, int size, int which, int units) {
        var legs = new ArrayList<Leg>();
        for (var i = 0; i < size; i++) {
            var giver = order.get(i);
            var receiver = order.get(size == 1 ? 1 : (i + 1) % size);
            var offer = which == 0 || giver + ORGANIZATIONS > OFFERS ? giver : giver + ORGANIZATIONS;
            legs.add(new Leg(organization(giver), organization(receiver), offer(offer), units));
        }
        return legs;
    }

    private static OrganizationId owner(int offer) {
        return organization((offer - 1) % ORGANIZATIONS + 1);
    }

    /** Something that happens on the marketplace floor. */
    sealed interface Step {}

    record Post(OrganizationId by, OfferId offer, int units) implements Step {}

    record Propose(TradeId trade, List<Leg> legs) implements Step {}

    record Accept(TradeId trade, OrganizationId by) implements Step {}

    record Counter(TradeId trade, int round, List<Leg> legs) implements Step {}

    record Cancel(TradeId trade, OrganizationId by) implements Step {}

    record TimePasses(Duration by) implements Step {}

    /** The decisions with their state, as the aggregates hold it. */
    private static final class Floor {

        private final BookInMemory book = new BookInMemory();
        private final Map<StallId, StallState> stalls = new HashMap<>();
        private final Map<TradeId, TradeState> trades = new HashMap<>();
        private final Model model = new Model();
        private Instant now = DAY_THREE;

        Floor() {
            for (var number = 1; number <= ORGANIZATIONS; number++) {
                book.enrol(Summit.ID, organization(number));
            }
        }

        /** What comes of a step; nothing where it is refused. */
        List<? extends MarketplaceEvent> ask(Step step) {
            try {
                return switch (step) {
                    case Post post -> post(goodForADay(post));
                    case Propose propose ->
                        decide(
                                propose.trade(),
                                trade -> trade.decide(
                                        new ProposeTrade(
                                                propose.trade(),
                                                Summit.ID,
                                                propose.legs().getFirst().giver(),
                                                propose.legs(),
                                                null),
                                        book.books(),
                                        now));
                    case Accept accept ->
                        decide(
                                accept.trade(),
                                trade -> trade.decide(
                                        new AcceptTrade(accept.trade(), accept.by(), 1), book.books(), now));
                    case Counter counter ->
                        decide(
                                counter.trade(),
                                trade -> trade.decide(
                                        new CounterTrade(
                                                counter.trade(),
                                                counter.legs().getFirst().giver(),
                                                counter.round(),
                                                counter.legs(),
                                                null),
                                        book.books(),
                                        now));
                    case Cancel cancel ->
                        decide(
                                cancel.trade(),
                                trade -> trade.decide(
                                        new CancelTrade(cancel.trade(), cancel.by(), CancelReason.BY_AGREEMENT),
                                        book.books(),
                                        now));
                    case TimePasses(var by) -> {
                        now = now.plus(by);
                        yield List.of();
                    }
                };
            } catch (MarketplaceRejected refused) {
                return List.of();
            }
        }

        private PostOffer goodForADay(Post post) {
            return Summit.post(Summit.ID, post.by(), post.offer(), post.units(), DAY_THREE.plus(Duration.ofDays(1)));
        }

        private List<StallEvent> post(PostOffer command) {
            var stall = stalls.getOrDefault(command.stall(), StallState.EMPTY);
            var events = stall.post(command, book.books(), now);
            for (var event : events) {
                stall = stall.evolve(event);
                book.enter((OfferPosted) event);
            }
            stalls.put(command.stall(), stall);
            return events;
        }

        private List<TradeEvent> decide(TradeId id, Function<TradeState, List<TradeEvent>> decision) {
            var trade = trades.getOrDefault(id, new TradeState.NotProposed());
            var events = decision.apply(trade);
            for (var event : events) {
                trade = trade.evolve(event);
                book.trades().tell(event, now);
                if (event instanceof TradeCancelled cancelled) {
                    book.giveBack(cancelled.givenBack());
                }
            }
            trades.put(id, trade);
            return events;
        }
    }

    /** What may be true after these events, worked out from them alone. */
    private static final class Model {

        private final Map<OfferId, OfferPosted> offers = new HashMap<>();
        private final Map<OfferId, Integer> promised = new HashMap<>();
        private final Map<TradeId, TradeProposed> proposals = new HashMap<>();
        private final Map<TradeId, Set<OrganizationId>> acceptances = new HashMap<>();
        private final Map<TradeId, List<Leg>> terms = new HashMap<>();
        private final Map<TradeId, Integer> rounds = new HashMap<>();
        private final Set<TradeId> ended = new HashSet<>();
        private final Set<TradeId> agreed = new HashSet<>();
        private final Set<TradeId> lapsed = new HashSet<>();
        private int exhausted;

        void learn(List<? extends MarketplaceEvent> events, Instant now) {
            for (var event : events) {
                switch (event) {
                    case OfferPosted posted ->
                        assertThat(offers.put(posted.offer(), posted))
                                .as("posted before")
                                .isNull();
                    case TradeProposed proposed -> {
                        assertThat(proposals.put(proposed.trade(), proposed))
                                .as("proposed before")
                                .isNull();
                        terms.put(proposed.trade(), proposed.legs());
                        acceptances.put(proposed.trade(), new HashSet<>(Set.of(proposerOf(proposed))));
                    }
                    case TradeCountered countered -> {
                        assertThat(countered.round()).isEqualTo(rounds.merge(countered.trade(), 1, Integer::sum) + 1);
                        terms.put(countered.trade(), countered.legs());
                        acceptances.put(countered.trade(), new HashSet<>(Set.of(countered.organization())));
                    }
                    case TradeCancelled cancelled -> {
                        assertThat(ended.add(cancelled.trade())).isTrue();
                        for (var leg : cancelled.givenBack()) {
                            promised.merge(leg.offer(), -leg.units(), Integer::sum);
                        }
                        assertThat(cancelled.givenBack().isEmpty()).isNotEqualTo(agreed.remove(cancelled.trade()));
                    }
                    case TradeAccepted accepted ->
                        assertThat(acceptedBy(accepted.trade()).add(accepted.organization()))
                                .as("accepted for the first time")
                                .isTrue();
                    case TradeAgreed trade -> learnAgreement(trade, now);
                    case TradeLapsed trade -> learnLapse(trade, now);
                    default -> throw new AssertionError("nobody asked for " + event);
                }
            }
        }

        private void learnAgreement(TradeAgreed trade, Instant now) {
            assertThat(acceptedBy(trade.trade())).isEqualTo(TradeTerms.parties(trade.legs()));
            assertThat(trade.legs().stream().map(leg -> new Leg(leg.giver(), leg.receiver(), leg.offer(), leg.units())))
                    .isEqualTo(termsOf(trade.trade()));
            assertThat(agreed.add(trade.trade())).isTrue();
            for (var leg : trade.legs()) {
                var offer = offered(leg.offer());
                assertThat(offer.organization()).isEqualTo(leg.giver());
                assertThat(now).isBefore(offer.goodUntil());
                assertThat(promised.merge(leg.offer(), leg.units(), Integer::sum))
                        .isLessThanOrEqualTo(offer.units());
            }
        }

        private void learnLapse(TradeLapsed trade, Instant now) {
            assertThat(lapsed.add(trade.trade())).isTrue();
            var leg = termsOf(trade.trade()).stream()
                    .filter(each -> each.offer().equals(trade.offer()))
                    .findFirst()
                    .orElseThrow();
            if (trade.reason() == LapseReason.OFFER_EXHAUSTED) {
                exhausted++;
                var left = offered(leg.offer()).units() - promised.getOrDefault(leg.offer(), 0);
                assertThat(left).as("it could have been agreed").isLessThan(leg.units());
            } else {
                assertThat(trade.reason()).isEqualTo(LapseReason.OFFER_CLOSED);
                assertThat(offered(leg.offer()).goodUntil()).isBeforeOrEqualTo(now);
            }
        }

        void agreesWith(BookInMemory book) {
            assertThat(book.entries().keySet()).isEqualTo(offers.keySet());
            assertThat(book.entries().values())
                    .allSatisfy(
                            entry -> assertThat(entry.reserved()).isEqualTo(promised.getOrDefault(entry.offer(), 0)));
        }

        void everyTradeThatAllAcceptedIsDecidedOnce() {
            terms.forEach((trade, legs) -> {
                var all = acceptedBy(trade).equals(TradeTerms.parties(legs));
                var decisions = (agreed.contains(trade) ? 1 : 0) + (lapsed.contains(trade) ? 1 : 0);
                if (!ended.contains(trade)) {
                    assertThat(decisions).isEqualTo(all ? 1 : 0);
                }
            });
        }

        private Set<OrganizationId> acceptedBy(TradeId trade) {
            return acceptances.getOrDefault(trade, Set.of());
        }

        private List<Leg> termsOf(TradeId trade) {
            return Objects.requireNonNull(terms.get(trade));
        }

        private static OrganizationId proposerOf(TradeProposed proposed) {
            return Objects.requireNonNull(proposed.proposer());
        }

        private OfferPosted offered(OfferId offer) {
            return Objects.requireNonNull(offers.get(offer));
        }
    }
}
