package org.sala.marketplace;

import java.util.List;
import java.util.UUID;
import org.sala.marketplace.api.MarketplaceQueries;
import org.sala.marketplace.api.MarketplaceQueries.OfferUnits;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.SummitId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The marketplace's queries over HTTP. */
@RestController
final class OfferQueries {

    private final MarketplaceQueries queries;

    OfferQueries(MarketplaceQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/summits/{summit}/open-offers")
    List<OfferUnits> openOffers(@PathVariable UUID summit, @AuthenticationPrincipal Jwt token) {
        return queries.openOffers(new SummitId(summit), token.getTokenValue());
    }

    @GetMapping("/offers/{offer}/units")
    OfferUnits units(@PathVariable UUID offer, @AuthenticationPrincipal Jwt token) {
        return queries.units(new OfferId(offer), token.getTokenValue());
    }
}
