package org.sala.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.marketplace.Summit.offer;
import static org.sala.marketplace.Summit.organization;
import static org.sala.marketplace.Summit.trade;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sala.marketplace.api.CancelReason;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceCommand;
import org.sala.marketplace.api.MarketplaceCommand.AcceptTrade;
import org.sala.marketplace.api.MarketplaceCommand.CancelTrade;
import org.sala.marketplace.api.MarketplaceCommand.ProposeTrade;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OrganizationId;

/** Many at a time, on the real PostgreSQL: every trade is decided, and no unit is promised twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TradeRaceTest {

    private static final int RACERS = 64;

    private RunningMarketplace marketplace;

    /** How many instances of the marketplace are asked in turn. */
    int instances() {
        return 1;
    }

    @BeforeAll
    void start(@TempDir Path folder) {
        marketplace = new RunningMarketplace(folder, instances());
        marketplace.enrol(
                IntStream.rangeClosed(1, 240).mapToObj(Summit::organization).toArray(OrganizationId[]::new));
    }

    @AfterAll
    void stop() {
        marketplace.close();
    }

    /** The books are written beside the events: after every race they say the same. */
    @AfterEach
    void theBooksSayWhatTheEventsSay() {
        var database = marketplace.sql();
        assertThat(database.sql("""
                        select o.offer from offer o left join (
                            select (leg ->> 'offer')::uuid as offer, sum((leg ->> 'units')::int) as units
                            from event_history, jsonb_array_elements(payload -> 'legs') leg
                            where type = 'marketplace.trade-agreed' group by 1) agreed using (offer) left join (
                            select (leg ->> 'offer')::uuid as offer, sum((leg ->> 'units')::int) as units
                            from event_history, jsonb_array_elements(payload -> 'givenBack') leg
                            where type = 'marketplace.trade-cancelled' group by 1) cancelled using (offer)
                        where o.reserved <> coalesce(agreed.units, 0) - coalesce(cancelled.units, 0)
                        """).query((row, number) -> row.getString(1)).list())
                .isEmpty();
        assertThat(database.sql("select trade::text from trade where status = 'OPEN'")
                        .query((row, number) -> row.getString(1))
                        .set())
                .isEqualTo(database.sql("""
                                select aggregate_id from event_history where type = 'marketplace.trade-proposed'
                                except
                                select aggregate_id from event_history
                                where type in ('marketplace.trade-agreed', 'marketplace.trade-lapsed', 'marketplace.trade-cancelled',
                                  'marketplace.trade-declined')
                                """)
                        .query((row, number) -> row.getString(1))
                        .set());
    }

    @Test
    void sixtyFourTradesRaceForTheLastUnitsOfOneOffer() throws Exception {
        var giver = organization(1);
        post(giver, offer(1), 10);
        var accepts = new ArrayList<MarketplaceCommand>();
        for (var i = 0; i < RACERS; i++) {
            var receiver = organization(2 + i);
            marketplace.ask(propose(100 + i, giver, List.of(new Leg(giver, receiver, offer(1), 1))));
            accepts.add(new AcceptTrade(trade(100 + i), receiver, 1));
        }

        assertThat(race(accepts)).isEmpty();

        assertThat(marketplace.reserved(offer(1))).isEqualTo(10);
        assertThat(endings(100, RACERS)).containsOnly("marketplace.trade-agreed", "marketplace.trade-lapsed");
        assertThat(endings(100, RACERS))
                .filteredOn("marketplace.trade-agreed"::equals)
                .hasSize(10);
    }

    /** Agreed, called off, and asked for anew, over and over: the units come back each time, and no more than there are. */
    @Test
    void unitsThatAreGivenBackAndRacedForAgainAreNeverOversold() throws Exception {
        var giver = organization(211);
        post(giver, offer(211), 3);
        var number = 2_000;
        for (var lap = 0; lap < 3; lap++) {
            var moves = new ArrayList<MarketplaceCommand>();
            var first = number;
            for (var i = 0; i < RACERS; i++) {
                var receiver = organization(2 + i);
                marketplace.ask(propose(number, giver, List.of(new Leg(giver, receiver, offer(211), 1))));
                moves.add(new AcceptTrade(trade(number), receiver, 1));
                number++;
            }
            assertThat(race(moves)).isEmpty();
            assertThat(marketplace.reserved(offer(211))).isEqualTo(3);
            var agreed = IntStream.range(first, number)
                    .filter(trade -> marketplace.history(trade(trade)).contains("marketplace.trade-agreed"))
                    .boxed()
                    .toList();
            assertThat(agreed).hasSize(3);
            var cancels = new ArrayList<MarketplaceCommand>();
            for (var trade : agreed) {
                var cancel = new CancelTrade(trade(trade), giver, CancelReason.BY_AGREEMENT);
                cancels.addAll(Collections.nCopies(8, cancel));
            }
            assertThat(race(cancels)).isEmpty();
            assertThat(marketplace.reserved(offer(211))).isZero();
        }
    }

    @Test
    void ringsThatCrossAreAllDecided() throws Exception {
        var ring =
                IntStream.rangeClosed(201, 204).mapToObj(Summit::organization).toList();
        for (var i = 0; i < ring.size(); i++) {
            post(ring.get(i), offer(41 + i), 20);
        }
        var accepts = new ArrayList<MarketplaceCommand>();
        for (var i = 0; i < RACERS; i++) {
            // half of them the other way round, each beginning with another organisation
            var order = new ArrayList<>(IntStream.range(0, 4).boxed().toList());
            if (i % 2 == 1) {
                Collections.reverse(order);
            }
            Collections.rotate(order, i / 2);
            var legs = new ArrayList<Leg>();
            for (var k = 0; k < 4; k++) {
                var giver = order.get(k);
                legs.add(new Leg(ring.get(giver), ring.get(order.get((k + 1) % 4)), offer(41 + giver), 1));
            }
            var proposer = legs.getFirst().giver();
            marketplace.ask(propose(200 + i, proposer, legs));
            for (var party : ring) {
                if (!party.equals(proposer)) {
                    accepts.add(new AcceptTrade(trade(200 + i), party, 1));
                }
            }
        }
        Collections.shuffle(accepts, new Random(7));

        assertThat(race(accepts)).isEmpty();

        assertThat(endings(200, RACERS)).containsOnly("marketplace.trade-agreed", "marketplace.trade-lapsed");
        assertThat(endings(200, RACERS))
                .filteredOn("marketplace.trade-agreed"::equals)
                .hasSize(20);
        for (var i = 0; i < ring.size(); i++) {
            assertThat(marketplace.reserved(offer(41 + i))).isEqualTo(20);
        }
    }

    @Test
    void swapsThatCrossAreAllDecided() throws Exception {
        var left = organization(205);
        var right = organization(206);
        post(left, offer(51), 80);
        post(right, offer(52), 80);
        var accepts = new ArrayList<MarketplaceCommand>();
        for (var i = 0; i < RACERS; i++) {
            var there = new Leg(left, right, offer(51), 1);
            var back = new Leg(right, left, offer(52), 1);
            marketplace.ask(propose(300 + i, left, i % 2 == 0 ? List.of(there, back) : List.of(back, there)));
            accepts.add(new AcceptTrade(trade(300 + i), right, 1));
        }

        assertThat(race(accepts)).isEmpty();

        assertThat(endings(300, RACERS)).containsOnly("marketplace.trade-agreed");
        assertThat(marketplace.reserved(offer(51))).isEqualTo(RACERS);
        assertThat(marketplace.reserved(offer(52))).isEqualTo(RACERS);
    }

    @Test
    void theSameAcceptanceFromManySidesIsOne() throws Exception {
        var giver = organization(207);
        var receiver = organization(208);
        post(giver, offer(61), 5);
        var propose = propose(400, giver, List.of(new Leg(giver, receiver, offer(61), 1)));
        assertThat(race(Collections.nCopies(RACERS, propose))).isEmpty();
        assertThat(marketplace.history(trade(400))).containsExactly("marketplace.trade-proposed");

        assertThat(race(Collections.nCopies(RACERS, new AcceptTrade(trade(400), receiver, 1))))
                .isEmpty();

        assertThat(marketplace.history(trade(400)))
                .containsExactly(
                        "marketplace.trade-proposed", "marketplace.trade-accepted", "marketplace.trade-agreed");
        assertThat(marketplace.reserved(offer(61))).isEqualTo(1);
    }

    @Test
    void theSameOfferFromManySidesIsOne() throws Exception {
        var post = offerCommand(organization(209), offer(66), 2);
        assertThat(race(Collections.nCopies(RACERS, post))).isEmpty();
        assertThat(marketplace.history(post.stall())).containsExactly("marketplace.offer-posted");
    }

    @Test
    void offersThatRaceForTheLastPlaceOnAStallLeaveThree() throws Exception {
        var organization = organization(210);
        var posts = IntStream.range(0, RACERS)
                .mapToObj(i -> offerCommand(organization, offer(71_000 + i), 1))
                .toList();

        var refused = race(posts);

        assertThat(refused).hasSize(RACERS - 3).containsOnly("TOO_MANY_OFFERS");
        assertThat(marketplace.history(posts.getFirst().stall())).hasSize(3);
    }

    @Test
    void oneIdIsTakenByOneOfManyStalls() throws Exception {
        var posts = IntStream.range(0, RACERS)
                .mapToObj(i -> offerCommand(organization(100 + i), offer(100), 1))
                .toList();

        var refused = race(posts);

        assertThat(refused).hasSize(RACERS - 1).containsOnly("ID_TAKEN");
    }

    /** Asks everything at once; gives back what was thrown. */
    private List<String> race(List<? extends MarketplaceCommand> commands)
            throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        var thrown = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(RACERS)) {
            var results = new ArrayList<Future<String>>();
            for (var command : commands) {
                results.add(threads.submit(() -> {
                    start.await();
                    try {
                        marketplace.ask(command);
                        return "";
                    } catch (RuntimeException refused) {
                        return String.valueOf(refused.getMessage());
                    }
                }));
            }
            start.countDown();
            for (var result : results) {
                if (!result.get().isEmpty()) {
                    thrown.add(result.get());
                }
            }
        }
        return thrown;
    }

    private List<String> endings(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(number -> marketplace.history(trade(number)).getLast())
                .toList();
    }

    private void post(OrganizationId organization, OfferId offer, int units) {
        marketplace.ask(offerCommand(organization, offer, units));
    }

    private static MarketplaceCommand.PostOffer offerCommand(OrganizationId organization, OfferId offer, int units) {
        return Summit.post(Summit.ID, organization, offer, units, Instant.now().plus(Duration.ofDays(30)));
    }

    private static ProposeTrade propose(int number, OrganizationId proposer, List<Leg> legs) {
        return new ProposeTrade(trade(number), Summit.ID, proposer, legs, null);
    }
}
