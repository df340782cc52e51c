package org.sala.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.sala.marketplace.Summit.offer;
import static org.sala.marketplace.Summit.organization;
import static org.sala.marketplace.Summit.trade;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sala.eventing.publish.CloudEventHeaders;
import org.sala.marketplace.api.BilingualText;
import org.sala.marketplace.api.CancelReason;
import org.sala.marketplace.api.Category;
import org.sala.marketplace.api.FreeText;
import org.sala.marketplace.api.JointActionId;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceCommand.AcceptTrade;
import org.sala.marketplace.api.MarketplaceCommand.AddCategory;
import org.sala.marketplace.api.MarketplaceCommand.CancelTrade;
import org.sala.marketplace.api.MarketplaceCommand.ConfirmLeg;
import org.sala.marketplace.api.MarketplaceCommand.DeliverLeg;
import org.sala.marketplace.api.MarketplaceCommand.PlanNetworkingRounds;
import org.sala.marketplace.api.MarketplaceCommand.PledgeJointAction;
import org.sala.marketplace.api.MarketplaceCommand.PostOffer;
import org.sala.marketplace.api.MarketplaceCommand.ProposeTrade;
import org.sala.marketplace.api.MarketplaceCommand.RecordMeeting;
import org.sala.marketplace.api.MarketplaceEvent.TradeAgreed;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OfferKind;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.RoundsPlanId;
import org.sala.marketplace.api.StallId;
import org.sala.ports.Role;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationEvent.RegistrationCancelled;
import org.sala.testing.RunningService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole module: registration's facts come in by Kafka, commands by HTTP; facts go out by Kafka. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarketplaceModuleTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RunningMarketplace marketplace;
    private RunningService service;
    private String staff;

    @BeforeAll
    void start(@TempDir Path folder) {
        marketplace = new RunningMarketplace(folder);
        service = marketplace.service();
        marketplace.enrol(
                organization(1),
                organization(2),
                organization(3),
                organization(4),
                organization(5),
                organization(6),
                organization(81),
                organization(82),
                organization(83),
                organization(84));
        staff = marketplace.token(Role.STAFF);
    }

    @AfterAll
    void stop() {
        marketplace.close();
    }

    @Test
    void aSwapIsAgreedAndToldToEverybody() {
        var correlation = UUID.randomUUID().toString();
        var car = offer(1);
        var proposal = offer(2);
        accepted(send("post-offer", post(organization(1), car, 6)));
        accepted(send("post-offer", post(organization(2), proposal, 3)));
        var legs = List.of(
                new Leg(organization(1), organization(2), car, 2),
                new Leg(organization(2), organization(1), proposal, 1));
        accepted(send("propose-trade", new ProposeTrade(trade(1), Summit.ID, organization(1), legs, null)));
        accepted(service.post(
                "accept-trade",
                JSON.writeValueAsString(new AcceptTrade(trade(1), organization(2), 1)),
                Map.of("Authorization", "Bearer " + staff, "X-Correlation-Id", correlation)));

        var told = service.published().stream()
                .filter(record -> List.of(
                                trade(1).toString(),
                                StallId.of(Summit.ID, organization(1)).toString(),
                                StallId.of(Summit.ID, organization(2)).toString())
                        .contains(record.key()))
                .toList();
        assertThat(told)
                .extracting(record -> header(record, CloudEventHeaders.TYPE))
                .containsExactlyInAnyOrder(
                        "marketplace.offer-posted",
                        "marketplace.offer-posted",
                        "marketplace.trade-proposed",
                        "marketplace.trade-accepted",
                        "marketplace.trade-agreed");
        var agreed = told.stream()
                .filter(record -> header(record, CloudEventHeaders.TYPE).equals("marketplace.trade-agreed"))
                .findFirst()
                .orElseThrow();
        assertThat(JSON.readValue(agreed.value(), TradeAgreed.class))
                .satisfies(trade -> assertThat(trade.legs())
                        .allSatisfy(leg -> assertThat(leg.dueBy()).isAfter(Instant.now()))
                        .extracting(Leg::offer, Leg::units)
                        .containsExactly(tuple(car, 2), tuple(proposal, 1)));
        assertThat(header(agreed, CloudEventHeaders.SUBJECT)).isEqualTo(trade(1).toString());
        assertThat(header(agreed, CloudEventHeaders.SEQUENCE)).isEqualTo("2");
        assertThat(header(agreed, CloudEventHeaders.ACTOR)).isEqualTo(RunningService.ACCOUNT);
        assertThat(header(agreed, CloudEventHeaders.ROLE)).isEqualTo("STAFF");
        assertThat(header(agreed, CloudEventHeaders.CORRELATION)).isEqualTo(correlation);

        var units = JSON.readTree(service.get("/offers/" + car + "/units", marketplace.token(Role.DONOR))
                .body());
        assertThat(units.path("units").asInt()).isEqualTo(6);
        assertThat(units.path("reserved").asInt()).isEqualTo(2);
    }

    @Test
    void openOffersAreThoseThatCanBeHadNow() {
        var open = offer(31);
        var usedUp = offer(32);
        accepted(send("post-offer", post(organization(3), open, 2)));
        accepted(send("post-offer", post(organization(3), usedUp, 1)));
        accepted(send(
                "propose-trade",
                new ProposeTrade(
                        trade(3),
                        Summit.ID,
                        organization(3),
                        List.of(new Leg(organization(3), organization(4), usedUp, 1)),
                        null)));
        accepted(send("accept-trade", new AcceptTrade(trade(3), organization(4), 1)));

        var answer = service.get("/summits/" + Summit.ID + "/open-offers", marketplace.token(Role.AUDITOR));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).findValuesAsString("offer"))
                .contains(open.toString())
                .doesNotContain(usedUp.toString());
    }

    @Test
    void whatIsAskedTwiceOverHttpChangesNothing() {
        var command = post(organization(4), offer(41), 1);
        accepted(send("post-offer", command));
        var before = service.events();
        accepted(send("post-offer", command));
        assertThat(service.events()).isEqualTo(before);
    }

    @Test
    void aTradeWhoseTimeIsOverLapsesByItself() {
        var soon = Instant.now().plus(Duration.ofSeconds(1)).truncatedTo(ChronoUnit.MILLIS);
        accepted(send("post-offer", post(organization(5), offer(51), 1)));
        accepted(send(
                "propose-trade",
                new ProposeTrade(
                        trade(5),
                        Summit.ID,
                        organization(5),
                        List.of(new Leg(organization(5), organization(6), offer(51), 1)),
                        soon)));
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> marketplace.history(trade(5)).contains("marketplace.trade-lapsed"));
        refused(send("accept-trade", new AcceptTrade(trade(5), organization(6), 1)), 409, "TRADE_OVER");
    }

    @Test
    void anOrganizationThatEnrolsLaterIsKnownSoonAfter() {
        var late = organization(77);
        refused(send("post-offer", post(late, offer(77), 1)), 404, "ORGANIZATION_UNKNOWN");
        marketplace.enrol(late);
        // told again, as registration may: nothing changes
        marketplace.publishEnrolment(late);
        accepted(send("post-offer", post(late, offer(77), 1)));
    }

    @Test
    void aPromiseIsKeptAndTheNeedThatItServesIsMet() {
        var giver = organization(81);
        var receiver = organization(82);
        accepted(send("post-offer", post(giver, offer(81), 2)));
        accepted(send("voice-need", Summit.voice(receiver, Summit.need(81))));
        var leg = new Leg(giver, receiver, offer(81), 1, Summit.need(81), null);
        // nobody has accepted what the programme proposes
        accepted(send("propose-trade", new ProposeTrade(trade(81), Summit.ID, null, List.of(leg), null)));
        accepted(send("accept-trade", new AcceptTrade(trade(81), giver, 1)));
        accepted(send("accept-trade", new AcceptTrade(trade(81), receiver, 1)));
        assertThat(answer("/summits/" + Summit.ID + "/open-needs", Role.FACILITATOR)
                        .toString())
                .contains("\"promised\":true");
        var today = LocalDate.now(ZoneOffset.UTC);
        accepted(send("deliver-leg", new DeliverLeg(trade(81), 1, giver, today, new FreeText("Brought on Monday"))));
        accepted(send(
                "confirm-leg", new ConfirmLeg(trade(81), 1, receiver, today, new FreeText("A list with signatures"))));
        refused(send("confirm-leg", new ConfirmLeg(trade(81), 1, receiver, today, null)), 409, "LEG_CONFIRMED_ALREADY");

        assertThat(marketplace.history(trade(81))).last().isEqualTo("marketplace.trade-completed");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        marketplace.history(StallId.of(Summit.ID, receiver)).contains("marketplace.need-met"));
        var file = answer("/trades/" + trade(81), Role.STAFF);
        assertThat(file.at("/summary/status").asString()).isEqualTo("COMPLETED");
        assertThat(file.at("/history").findValuesAsString("words"))
                .contains("Brought on Monday", "A list with signatures");
        assertThat(answer("/trades/" + trade(81), Role.AUDITOR).toString())
                .doesNotContain("Monday", "signatures")
                .contains("marketplace.trade-leg-confirmed");
        assertThat(marketplace
                        .sql()
                        .sql("select count(*) from event where convert_from(payload, 'UTF8') like '%signatures%'")
                        .query(Integer.class)
                        .single())
                .as("stored in clear")
                .isZero();
        assertThat(answer("/summits/" + Summit.ID + "/trades?organization=" + giver, Role.DONOR)
                        .findValuesAsString("trade"))
                .containsExactly(trade(81).toString());
        assertThat(answer("/summits/" + Summit.ID + "/stalls", Role.DONOR).findValuesAsString("organization"))
                .contains(giver.toString(), receiver.toString());
    }

    @Test
    void peopleActForTheirOwnOrganizationAlone() {
        var own = organization(83);
        var other = organization(84);
        var person = UUID.randomUUID();
        var token = service.tokenOf(person.toString(), Role.PARTICIPANT);
        refused(service.post(post(own, offer(83), 1), token, "en"), 403, "NOT_ALLOWED");
        marketplace.publishPerson(person, 0, RunningMarketplace.registered(person, own));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> service.post(post(own, offer(83), 1), token, "en").statusCode() == 204);
        refused(service.post(post(other, offer(84), 1), token, "en"), 403, "NOT_ALLOWED");
        accepted(send("post-offer", post(other, offer(84), 1)));
        accepted(service.post(
                new ProposeTrade(trade(83), Summit.ID, own, List.of(new Leg(own, other, offer(83), 1)), null),
                token,
                "en"));
        refused(service.post(new AcceptTrade(trade(83), other, 1), token, "en"), 403, "NOT_ALLOWED");
        assertThat(JSON.readTree(service.get("/summits/" + Summit.ID + "/trades", token)
                                .body())
                        .findValuesAsString("trade"))
                .containsExactly(trade(83).toString());
        marketplace.publishPerson(
                person,
                1,
                new RegistrationCancelled(
                        new ParticipantId(person),
                        new org.sala.registration.api.SummitId(Summit.ID.value()),
                        Instant.now()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> service.post(new CancelTrade(trade(83), own, CancelReason.OTHER), token, "en")
                                .statusCode()
                        == 403);
    }

    @Test
    void fulfilmentIsToldOfThirtyNinetyAndAHundredAndEightyDays() {
        refused(service.get("/summits/" + UUID.randomUUID() + "/fulfilment", staff), 404, "SUMMIT_UNKNOWN");
        marketplace.publishSummit(LocalDate.now(ZoneOffset.UTC).minusDays(40));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> service.get("/summits/" + Summit.ID + "/fulfilment", staff)
                                .statusCode()
                        == 200);
        var lines = answer("/summits/" + Summit.ID + "/fulfilment", Role.DONOR);
        assertThat(lines.findValuesAsString("daysAfter")).containsExactly("30", "90", "180");
        assertThat(lines.findValuesAsString("reached")).containsExactly("true", "false", "false");
        // ten days ago nothing was agreed yet
        assertThat(lines.get(0).path("legs").asInt()).isZero();
    }

    @Test
    void theTaxonomyIsThereAndStaffExtendIt() {
        assertThat(answer("/categories", Role.AUDITOR).findValuesAsString("category"))
                .contains("space", "vehicle", "nonviolent-communication", "wellbeing");
        accepted(send(
                "add-category",
                new AddCategory(new Category("honey"), OfferKind.GOOD, new BilingualText("ទឹកឃ្មុំ", "Honey"))));
        assertThat(answer("/categories", Role.STAFF).findValuesAsString("category"))
                .contains("honey");
    }

    @Test
    void whoMeetsWhomIsPlannedAndNoted() {
        var plan = new RoundsPlanId(UUID.randomUUID());
        var facilitator = marketplace.token(Role.FACILITATOR);
        accepted(service.post(
                new PlanNetworkingRounds(
                        Summit.ID, plan, Set.of(organization(81), organization(82), organization(83)), 2),
                facilitator,
                "en"));
        accepted(service.post(new RecordMeeting(Summit.ID, organization(81), organization(82), 1), facilitator, "en"));
        accepted(service.post(
                new PledgeJointAction(
                        new JointActionId(plan.value()),
                        Summit.ID,
                        Set.of(organization(81), organization(82)),
                        new BilingualText("រួមគ្នា", "Together"),
                        LocalDate.now(ZoneOffset.UTC).plusDays(60)),
                facilitator,
                "en"));
        var planned = answer("/summits/" + Summit.ID + "/rounds", Role.STAFF).get(0);
        assertThat(planned.path("rounds")).hasSize(2);
        assertThat(planned.path("met")).hasSize(1);
        assertThat(answer("/summits/" + Summit.ID + "/joint-actions", Role.DONOR))
                .hasSize(1);
    }

    private JsonNode answer(String path, Role role) {
        var answer = service.get(path, marketplace.token(role));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            post-offer    | {}                                          | 422 | MALFORMED
            post-offer    | {"summit": "no uuid"}                       | 422 | MALFORMED
            propose-trade | {"legs": []}                                | 422 | MALFORMED
            accept-trade  | {"trade": "7a000000-0000-4000-8000-0000000000ff", "organization": "0c600000-0000-4000-8000-000000000001", "round": 1} | 404 | TRADE_UNKNOWN
            """)
    void badInputIsRefusedInTheCallersLanguageAndNothingHappens(
            String command, String body, int status, String reason) {
        var before = service.events();
        var khmer = service.post(command, body, staff, "km");
        var english = service.post(command, body, staff, "en");
        assertThat(refused(khmer, status, reason).path("detail").asString()).containsPattern("\\p{InKhmer}");
        assertThat(refused(english, status, reason).path("detail").asString())
                .containsPattern("[a-z]{3}")
                .doesNotContainPattern("\\p{InKhmer}");
        assertThat(service.events()).isEqualTo(before);
    }

    @Test
    void aBusinessRefusalSaysHowManyUnitsAreLeft() {
        accepted(send("post-offer", post(organization(6), offer(61), 2)));
        var tooMany = new ProposeTrade(
                trade(6),
                Summit.ID,
                organization(6),
                List.of(new Leg(organization(6), organization(5), offer(61), 3)),
                null);
        var before = service.events();
        var refusal = refused(send("propose-trade", tooMany), 409, "OFFER_EXHAUSTED");
        assertThat(refusal.path("detail").asString()).isEqualTo("Only 2 units of the offer are left.");
        assertThat(service.events()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"FACILITATOR", "AUDITOR", "DONOR"})
    void onlyStaffChangesAnything(Role role) {
        var before = service.events();
        var answer = service.post(post(organization(1), offer(99), 1), marketplace.token(role), "en");
        refused(answer, 403, "NOT_ALLOWED");
        assertThat(service.events()).isEqualTo(before);
    }

    @Test
    void withoutATokenNothingIsAnswered() {
        assertThat(service.getOpenly("/summits/" + Summit.ID + "/open-offers").statusCode())
                .isEqualTo(401);
        assertThat(service.post("accept-trade", "{}", Map.of()).statusCode()).isEqualTo(401);
    }

    @Test
    void anOfferThatNobodyPostedIsUnknown() {
        refused(service.get("/offers/" + offer(404) + "/units", staff), 404, "OFFER_UNKNOWN");
    }

    @Test
    void openApiTellsCommandsAndQueries() {
        var paths = JSON.readTree(service.getOpenly("/openapi").body()).path("paths");
        assertThat(paths.propertyNames())
                .contains(
                        "/commands/post-offer",
                        "/commands/propose-trade",
                        "/commands/accept-trade",
                        "/summits/{summit}/open-offers",
                        "/offers/{offer}/units");
        assertThat(service.getOpenly("/actuator/health").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> send(String name, Object command) {
        return service.post(name, JSON.writeValueAsString(command), staff, "en");
    }

    private static void accepted(HttpResponse<String> answer) {
        assertThat(answer.body()).isEmpty();
        assertThat(answer.statusCode()).isEqualTo(204);
    }

    private static JsonNode refused(HttpResponse<String> answer, int status, String reason) {
        var problem = JSON.readTree(answer.body());
        assertThat(problem.path("reason").asString()).isEqualTo(reason);
        assertThat(problem.path("type").asString()).isEqualTo("urn:sala:refusal:marketplace:" + reason);
        assertThat(answer.statusCode()).isEqualTo(status);
        return problem;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return Objects.requireNonNull(CloudEventHeaders.read(record.headers(), name), name);
    }

    private static PostOffer post(OrganizationId organization, OfferId offer, int units) {
        var goodUntil = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
        return Summit.post(Summit.ID, organization, offer, units, goodUntil);
    }
}
