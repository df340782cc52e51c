package org.sala.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.marketplace.Summit.offer;
import static org.sala.marketplace.Summit.organization;
import static org.sala.marketplace.Summit.trade;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceCommand.AcceptTrade;
import org.sala.marketplace.api.MarketplaceCommand.PostOffer;
import org.sala.marketplace.api.MarketplaceCommand.ProposeTrade;
import org.sala.marketplace.api.MarketplaceEvent.TradeAgreed;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.StallId;
import org.sala.ports.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole module: registration's facts come in by Kafka, commands by HTTP; facts go out by Kafka. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarketplaceModuleTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RunningMarketplace marketplace;
    private String staff;

    @BeforeAll
    void start(@TempDir Path folder) {
        marketplace = new RunningMarketplace(folder);
        marketplace.enrol(
                organization(1), organization(2), organization(3), organization(4), organization(5), organization(6));
        staff = marketplace.token(Role.STAFF);
    }

    @AfterAll
    void stop() {
        marketplace.close();
    }

    @Test
    void aSwapIsAgreedAndToldToEverybody() throws Exception {
        var correlation = UUID.randomUUID().toString();
        var car = offer(1);
        var proposal = offer(2);
        accepted(send("post-offer", post(organization(1), car, 6)));
        accepted(send("post-offer", post(organization(2), proposal, 3)));
        var legs = List.of(
                new Leg(organization(1), organization(2), car, 2),
                new Leg(organization(2), organization(1), proposal, 1));
        accepted(send("propose-trade", new ProposeTrade(trade(1), Summit.ID, organization(1), legs, null)));
        accepted(marketplace.post(
                "accept-trade",
                JSON.writeValueAsString(new AcceptTrade(trade(1), organization(2))),
                staff,
                Map.of("X-Correlation-Id", correlation)));

        var told = marketplace.published().stream()
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
                .isEqualTo(new TradeAgreed(trade(1), Summit.ID, legs));
        assertThat(header(agreed, CloudEventHeaders.SUBJECT)).isEqualTo(trade(1).toString());
        assertThat(header(agreed, CloudEventHeaders.SEQUENCE)).isEqualTo("2");
        assertThat(header(agreed, CloudEventHeaders.ACTOR)).isEqualTo("account-of-STAFF");
        assertThat(header(agreed, CloudEventHeaders.ROLE)).isEqualTo("STAFF");
        assertThat(header(agreed, CloudEventHeaders.CORRELATION)).isEqualTo(correlation);

        var units = JSON.readTree(marketplace
                .get("/offers/" + car + "/units", marketplace.token(Role.DONOR))
                .body());
        assertThat(units.path("units").asInt()).isEqualTo(6);
        assertThat(units.path("reserved").asInt()).isEqualTo(2);
    }

    @Test
    void openOffersAreThoseThatCanBeHadNow() throws Exception {
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
        accepted(send("accept-trade", new AcceptTrade(trade(3), organization(4))));

        var answer = marketplace.get("/summits/" + Summit.ID + "/open-offers", marketplace.token(Role.AUDITOR));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).findValuesAsString("offer"))
                .contains(open.toString())
                .doesNotContain(usedUp.toString());
    }

    @Test
    void whatIsAskedTwiceOverHttpChangesNothing() throws Exception {
        var command = post(organization(4), offer(41), 1);
        accepted(send("post-offer", command));
        var before = marketplace.stored();
        accepted(send("post-offer", command));
        assertThat(marketplace.stored()).isEqualTo(before);
    }

    @Test
    void aTradeWhoseTimeIsOverLapsesByItself() throws Exception {
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
        refused(send("accept-trade", new AcceptTrade(trade(5), organization(6))), 409, "TRADE_OVER");
    }

    @Test
    void anOrganizationThatEnrolsLaterIsKnownSoonAfter() throws Exception {
        var late = organization(77);
        refused(send("post-offer", post(late, offer(77), 1)), 404, "ORGANIZATION_UNKNOWN");
        marketplace.enrol(late);
        // told again, as registration may: nothing changes
        marketplace.publishEnrolment(late);
        accepted(send("post-offer", post(late, offer(77), 1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            post-offer    | {}                                          | 422 | MALFORMED
            post-offer    | {"summit": "no uuid"}                       | 422 | MALFORMED
            propose-trade | {"legs": []}                                | 422 | MALFORMED
            accept-trade  | {"trade": "7a000000-0000-4000-8000-0000000000ff", "organization": "0c600000-0000-4000-8000-000000000001"} | 404 | TRADE_UNKNOWN
            """)
    void badInputIsRefusedInTheCallersLanguageAndNothingHappens(String command, String body, int status, String reason)
            throws Exception {
        var before = marketplace.stored();
        var khmer = marketplace.post(command, body, staff, Map.of("Accept-Language", "km"));
        var english = marketplace.post(command, body, staff, Map.of("Accept-Language", "en"));
        assertThat(refused(khmer, status, reason).path("detail").asString()).containsPattern("\\p{InKhmer}");
        assertThat(refused(english, status, reason).path("detail").asString())
                .containsPattern("[a-z]{3}")
                .doesNotContainPattern("\\p{InKhmer}");
        assertThat(marketplace.stored()).isEqualTo(before);
    }

    @Test
    void aBusinessRefusalSaysHowManyUnitsAreLeft() throws Exception {
        accepted(send("post-offer", post(organization(6), offer(61), 2)));
        var tooMany = new ProposeTrade(
                trade(6),
                Summit.ID,
                organization(6),
                List.of(new Leg(organization(6), organization(5), offer(61), 3)),
                null);
        var before = marketplace.stored();
        var refusal = refused(send("propose-trade", tooMany), 409, "OFFER_EXHAUSTED");
        assertThat(refusal.path("detail").asString()).isEqualTo("Only 2 units of the offer are left.");
        assertThat(marketplace.stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"FACILITATOR", "AUDITOR", "DONOR"})
    void onlyStaffChangesAnything(Role role) throws Exception {
        var before = marketplace.stored();
        var answer = marketplace.post(
                "post-offer",
                JSON.writeValueAsString(post(organization(1), offer(99), 1)),
                marketplace.token(role),
                Map.of());
        refused(answer, 403, "NOT_ALLOWED");
        assertThat(marketplace.stored()).isEqualTo(before);
    }

    @Test
    void withoutATokenNothingIsAnswered() throws Exception {
        assertThat(marketplace.get("/summits/" + Summit.ID + "/open-offers", "").statusCode())
                .isEqualTo(401);
        assertThat(marketplace.post("accept-trade", "{}", "", Map.of()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void anOfferThatNobodyPostedIsUnknown() throws Exception {
        refused(marketplace.get("/offers/" + offer(404) + "/units", staff), 404, "OFFER_UNKNOWN");
    }

    @Test
    void openApiTellsCommandsAndQueries() throws Exception {
        var paths = JSON.readTree(marketplace.get("/openapi", "").body()).path("paths");
        assertThat(paths.propertyNames())
                .contains(
                        "/commands/post-offer",
                        "/commands/propose-trade",
                        "/commands/accept-trade",
                        "/summits/{summit}/open-offers",
                        "/offers/{offer}/units");
        assertThat(marketplace.get("/actuator/health", "").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> send(String name, Object command) throws Exception {
        return marketplace.post(name, JSON.writeValueAsString(command), staff, Map.of("Accept-Language", "en"));
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

    private static String header(ConsumerRecord<String, String> record, String name) {
        return Objects.requireNonNull(CloudEventHeaders.read(record.headers(), name), name);
    }

    private static PostOffer post(OrganizationId organization, OfferId offer, int units) {
        var goodUntil = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
        return Summit.post(Summit.ID, organization, offer, units, goodUntil);
    }
}
