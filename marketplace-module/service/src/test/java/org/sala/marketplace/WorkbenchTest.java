package org.sala.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.sala.marketplace.Summit.need;
import static org.sala.marketplace.Summit.offer;
import static org.sala.marketplace.Summit.organization;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.sala.marketplace.api.BilingualText;
import org.sala.marketplace.api.CancelReason;
import org.sala.marketplace.api.Category;
import org.sala.marketplace.api.Language;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceCommand.AcceptTrade;
import org.sala.marketplace.api.MarketplaceCommand.CancelTrade;
import org.sala.marketplace.api.MarketplaceCommand.PostOffer;
import org.sala.marketplace.api.MarketplaceCommand.ProposeTrade;
import org.sala.marketplace.api.MarketplaceCommand.VoiceNeed;
import org.sala.marketplace.api.MarketplaceCommand.WithdrawNeed;
import org.sala.marketplace.api.MarketplaceQueries;
import org.sala.marketplace.api.MarketplaceQueries.LegSummary;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.marketplace.api.MarketplaceRejected.Reason;
import org.sala.marketplace.api.MatchingWorkbench;
import org.sala.marketplace.api.MatchingWorkbench.Lost;
import org.sala.marketplace.api.MatchingWorkbench.Question;
import org.sala.marketplace.api.MatchingWorkbench.Run;
import org.sala.marketplace.api.MatchingWorkbench.Served;
import org.sala.marketplace.api.MatchingWorkbench.State;
import org.sala.marketplace.api.MatchingWorkbench.Unserved;
import org.sala.marketplace.api.MatchingWorkbench.Why;
import org.sala.marketplace.api.NeedId;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OfferKind;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.Place;
import org.sala.marketplace.api.TradeId;
import org.sala.marketplace.api.Urgency;
import org.sala.ports.Role;

/** From what stalls say to a ring that its parties agree on, and why a need is left over. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorkbenchTest {

    private static final Category CAR = new Category("vehicle");
    private static final Category ROOM = new Category("space");
    private static final Category BUDGETING = new Category("budgeting");

    private RunningMarketplace marketplace;
    private MatchingWorkbench workbench;

    @BeforeAll
    void threeWhoNeedOneAnother(@TempDir Path folder) {
        marketplace = new RunningMarketplace(folder);
        workbench = marketplace.service().beans(MatchingWorkbench.class).getFirst();
        marketplace.enrol(organization(1), organization(2), organization(3));
        offers(organization(1), offer(1), OfferKind.GOOD, CAR);
        offers(organization(2), offer(2), OfferKind.GOOD, ROOM);
        offers(organization(3), offer(3), OfferKind.CAPACITY, BUDGETING);
        needs(organization(2), need(1), OfferKind.GOOD, CAR);
        needs(organization(3), need(2), OfferKind.GOOD, ROOM);
        needs(organization(1), need(3), OfferKind.CAPACITY, BUDGETING);
        needs(organization(1), need(4), OfferKind.CAPACITY, new Category("translation"));
    }

    @AfterAll
    void stop() {
        marketplace.close();
    }

    private void offers(OrganizationId organization, OfferId offer, OfferKind kind, Category category) {
        marketplace.ask(new PostOffer(
                Summit.ID,
                organization,
                offer,
                kind,
                category,
                new BilingualText("អ្វីមួយ", "Something"),
                new BilingualText("ដោយសេរី", "Freely"),
                1,
                new BilingualText("ថ្ងៃ", "day"),
                Set.of(Language.KM),
                new Place(true, null),
                Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS),
                false));
    }

    private void needs(OrganizationId organization, NeedId need, OfferKind kind, Category category) {
        marketplace.ask(new VoiceNeed(
                Summit.ID,
                organization,
                need,
                kind,
                category,
                new BilingualText("អ្វីមួយ", "Something"),
                new BilingualText("ឆាប់ៗ", "Soon"),
                Urgency.SOON));
    }

    private String staff() {
        return marketplace.token(Role.STAFF);
    }

    private Run ended() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> workbench.last(Summit.ID, staff()).orElseThrow(), run -> run.state() != State.SEARCHING);
    }

    @Test
    @Order(1)
    void theRingIsFoundProvedAndAgreed() {
        assertThat(workbench.last(Summit.ID, staff())).isEmpty();
        workbench.begin(Summit.ID, "2022-06-08", 60, staff());
        var run = ended();
        assertThat(run.state()).isEqualTo(State.OPTIMAL);
        assertThat(run.best()).isEqualTo(new Served(3, 3, 3)).isEqualTo(run.bound());
        assertThat(run.exchanges())
                .singleElement()
                .satisfies(ring -> assertThat(ring.legs())
                        .extracting(Leg::giver, Leg::receiver, Leg::need)
                        .containsExactlyInAnyOrder(
                                tuple(organization(1), organization(2), need(1)),
                                tuple(organization(2), organization(3), need(2)),
                                tuple(organization(3), organization(1), need(3))));
        assertThat(run.unserved())
                .extracting(Unserved::need, Unserved::why)
                .containsExactly(tuple(need(4), Why.NOBODY_OFFERS));

        var ring = run.exchanges().getFirst();
        var proposal = new ProposeTrade(ring.trade(), Summit.ID, null, ring.legs(), null);
        marketplace.ask(proposal);
        marketplace.ask(proposal);
        for (var number = 1; number <= 3; number++) {
            marketplace.ask(new AcceptTrade(ring.trade(), organization(number), 1));
        }
        assertThat(marketplace.history(ring.trade())).endsWith("marketplace.trade-agreed");
    }

    @Test
    @Order(2)
    void whatWasAskedCanBeHadToFindTheSameAgain() {
        var question =
                workbench.question(Summit.ID, marketplace.token(Role.AUDITOR)).orElseThrow();
        assertThat(question.seed()).isEqualTo("2022-06-08");
        assertThat(question.offers())
                .extracting(Question.Offer::id)
                .containsExactlyInAnyOrder(offer(1), offer(2), offer(3));
        assertThat(question.needs())
                .extracting(Question.Need::id)
                .containsExactlyInAnyOrder(need(1), need(2), need(3), need(4));
        assertThat(question.organizations()).hasSize(3).allMatch(Question.Organization::small);
    }

    @Test
    @Order(3)
    void whatIsPromisedIsNotMatchedAgain() {
        workbench.begin(Summit.ID, "2022-06-08", 60, staff());
        var run = ended();
        assertThat(run.exchanges()).isEmpty();
        assertThat(run.needs()).isEqualTo(1);
        assertThat(run.offers()).isZero();
    }

    /** One and Two are in the ring with Three, who leaves; Four and Five swap, and go on doing so. */
    @Test
    @Order(4)
    void whenSomebodyWithdrawsWhatCanStayStaysAndTheRestIsMatchedAnew() {
        var ring = agreed();
        marketplace.enrol(organization(4), organization(5));
        offers(organization(4), offer(4), OfferKind.CAPACITY, BUDGETING);
        offers(organization(5), offer(5), OfferKind.GOOD, CAR);
        needs(organization(5), need(5), OfferKind.CAPACITY, BUDGETING);
        needs(organization(4), need(6), OfferKind.GOOD, CAR);
        var swap = new ProposeTrade(
                Summit.trade(1),
                Summit.ID,
                organization(4),
                List.of(
                        new Leg(organization(4), organization(5), offer(4), 1, need(5), null),
                        new Leg(organization(5), organization(4), offer(5), 1, need(6), null)),
                null);
        marketplace.ask(swap);
        marketplace.ask(new AcceptTrade(swap.trade(), organization(5), 1));
        // what One and Two could do without Three
        needs(organization(1), need(7), OfferKind.GOOD, ROOM);

        workbench.repair(Summit.ID, "2022-06-09", 60, Set.of(organization(3)), staff());
        var run = ended();

        var repair = Objects.requireNonNull(run.repair());
        assertThat(repair.kept()).containsExactly(swap.trade());
        assertThat(repair.lost())
                .containsExactly(new Lost(ring, legsWith(ring, organization(3)), CancelReason.CANNOT_DELIVER));
        assertThat(run.exchanges())
                .singleElement()
                .satisfies(instead -> assertThat(instead.legs())
                        .extracting(Leg::giver, Leg::receiver, Leg::need)
                        .containsExactlyInAnyOrder(
                                tuple(organization(1), organization(2), need(1)),
                                tuple(organization(2), organization(1), need(7))));
        assertThat(run.best().needs()).as("what is kept counts").isEqualTo(4);
        assertThat(workbench.question(Summit.ID, staff()).orElseThrow().agreed())
                .singleElement()
                .satisfies(kept -> assertThat(kept.kind()).isEqualTo("ring"));

        marketplace.ask(new CancelTrade(ring, null, CancelReason.CANNOT_DELIVER));
        var instead = run.exchanges().getFirst();
        marketplace.ask(new ProposeTrade(instead.trade(), Summit.ID, null, instead.legs(), null));
        assertThat(marketplace.history(instead.trade())).containsExactly("marketplace.trade-proposed");
    }

    @Test
    @Order(5)
    void aNeedThatIsTakenBackBreaksItsTradeAndNothingElse() {
        marketplace.ask(new WithdrawNeed(Summit.ID, organization(5), need(5)));
        workbench.repair(Summit.ID, "2022-06-09", 60, Set.of(), staff());
        var repair = Objects.requireNonNull(ended().repair());
        assertThat(repair.kept()).isEmpty();
        assertThat(repair.lost())
                .containsExactly(new Lost(Summit.trade(1), List.of(1), CancelReason.NOT_NEEDED_ANY_MORE));
    }

    private TradeId agreed() {
        return marketplace
                .service()
                .bean(MarketplaceQueries.class)
                .trades(Summit.ID, organization(3), staff())
                .getFirst()
                .trade();
    }

    /** The numbers of a trade's legs in which somebody gives or receives. */
    private List<Integer> legsWith(TradeId trade, OrganizationId organization) {
        return marketplace.service().bean(MarketplaceQueries.class).trade(trade, staff()).summary().legs().stream()
                .filter(leg -> leg.leg().giver().equals(organization)
                        || leg.leg().receiver().equals(organization))
                .map(LegSummary::number)
                .toList();
    }

    @Test
    @Order(6)
    void whoMayLooksAtItOverHttp() {
        var service = marketplace.service();
        var path = "/summits/" + Summit.ID + "/matching";
        assertThat(service.get(path, marketplace.token(Role.AUDITOR)).body()).contains("\"seed\":\"2022-06-09\"");
        assertThat(service.get(path, marketplace.token(Role.DONOR)).statusCode())
                .isEqualTo(403);
    }

    @Test
    @Order(7)
    void whatHasNoFormAndWhoMayNotAreRefused() {
        assertThatThrownBy(() -> workbench.begin(Summit.ID, " ", 60, staff()))
                .isInstanceOfSatisfying(MarketplaceRejected.class, no -> {
                    assertThat(no.reason()).isEqualTo(Reason.MALFORMED);
                    assertThat(no.details()).isEqualTo(Map.of("field", "seed"));
                });
        for (var seconds : List.of(0, MatchingWorkbench.MOST_SECONDS + 1)) {
            assertThatThrownBy(() -> workbench.begin(Summit.ID, "lot", seconds, staff()))
                    .isInstanceOfSatisfying(
                            MarketplaceRejected.class,
                            no -> assertThat(no.details()).isEqualTo(Map.of("field", "seconds")));
        }
        for (var role : List.of(Role.FACILITATOR, Role.DONOR, Role.AUDITOR)) {
            assertThatThrownBy(() -> workbench.begin(Summit.ID, "lot", 60, marketplace.token(role)))
                    .isInstanceOfSatisfying(
                            MarketplaceRejected.class,
                            no -> assertThat(no.reason()).isEqualTo(Reason.NOT_ALLOWED));
        }
        assertThat(workbench.last(Summit.ID, staff()).orElseThrow().seed()).isEqualTo("2022-06-09");
    }
}
