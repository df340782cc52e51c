package org.sala.marketplace;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.MarketplaceQueries;
import org.sala.marketplace.api.MarketplaceQueries.CategoryEntry;
import org.sala.marketplace.api.MarketplaceQueries.Fulfilment;
import org.sala.marketplace.api.MarketplaceQueries.JointAction;
import org.sala.marketplace.api.MarketplaceQueries.OfferUnits;
import org.sala.marketplace.api.MarketplaceQueries.OpenNeed;
import org.sala.marketplace.api.MarketplaceQueries.PromiseDue;
import org.sala.marketplace.api.MarketplaceQueries.RoundsPlan;
import org.sala.marketplace.api.MarketplaceQueries.TradeFile;
import org.sala.marketplace.api.MarketplaceQueries.TradeSummary;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;
import org.sala.marketplace.api.TradeId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The marketplace's queries over HTTP. */
@RestController
final class QueryController {

    private final MarketplaceQueries queries;

    QueryController(MarketplaceQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/categories")
    List<CategoryEntry> categories(@AuthenticationPrincipal Jwt token) {
        return queries.categories(token.getTokenValue());
    }

    @GetMapping("/summits/{summit}/stalls")
    List<MarketplaceQueries.Stall> stalls(@PathVariable UUID summit, @AuthenticationPrincipal Jwt token) {
        return queries.stalls(new SummitId(summit), token.getTokenValue());
    }

    @GetMapping("/summits/{summit}/open-offers")
    List<OfferUnits> openOffers(@PathVariable UUID summit, @AuthenticationPrincipal Jwt token) {
        return queries.openOffers(new SummitId(summit), token.getTokenValue());
    }

    @GetMapping("/offers/{offer}/units")
    OfferUnits units(@PathVariable UUID offer, @AuthenticationPrincipal Jwt token) {
        return queries.units(new OfferId(offer), token.getTokenValue());
    }

    @GetMapping("/summits/{summit}/open-needs")
    List<OpenNeed> openNeeds(@PathVariable UUID summit, @AuthenticationPrincipal Jwt token) {
        return queries.openNeeds(new SummitId(summit), token.getTokenValue());
    }

    @GetMapping("/summits/{summit}/trades")
    List<TradeSummary> trades(
            @PathVariable UUID summit,
            @RequestParam(required = false) @Nullable UUID organization,
            @AuthenticationPrincipal Jwt token) {
        return queries.trades(
                new SummitId(summit),
                organization == null ? null : new OrganizationId(organization),
                token.getTokenValue());
    }

    @GetMapping("/trades/{trade}")
    TradeFile trade(@PathVariable UUID trade, @AuthenticationPrincipal Jwt token) {
        return queries.trade(new TradeId(trade), token.getTokenValue());
    }

    @GetMapping("/summits/{summit}/promises-due")
    List<PromiseDue> promisesDue(@PathVariable UUID summit, @AuthenticationPrincipal Jwt token) {
        return queries.promisesDue(new SummitId(summit), token.getTokenValue());
    }

    @GetMapping("/summits/{summit}/fulfilment")
    List<Fulfilment> fulfilment(@PathVariable UUID summit, @AuthenticationPrincipal Jwt token) {
        return queries.fulfilment(new SummitId(summit), token.getTokenValue());
    }

    /** A list of one, or of none where nothing was planned. */
    @GetMapping("/summits/{summit}/rounds")
    List<RoundsPlan> rounds(@PathVariable UUID summit, @AuthenticationPrincipal Jwt token) {
        return queries.rounds(new SummitId(summit), token.getTokenValue()).stream()
                .toList();
    }

    @GetMapping("/summits/{summit}/joint-actions")
    List<JointAction> jointActions(@PathVariable UUID summit, @AuthenticationPrincipal Jwt token) {
        return queries.jointActions(new SummitId(summit), token.getTokenValue());
    }
}
