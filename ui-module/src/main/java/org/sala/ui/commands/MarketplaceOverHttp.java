package org.sala.ui.commands;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.MarketplaceQueries;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;
import org.sala.marketplace.api.TradeId;
import org.sala.ports.CommandClient;
import tools.jackson.core.type.TypeReference;

/** The marketplace's queries over HTTP. */
final class MarketplaceOverHttp implements MarketplaceQueries {

    private final CommandClient client;

    MarketplaceOverHttp(CommandClient client) {
        this.client = client;
    }

    @Override
    public List<CategoryEntry> categories(String accessToken) {
        return client.ask("/categories", new TypeReference<>() {}, accessToken);
    }

    @Override
    public List<Stall> stalls(SummitId summit, String accessToken) {
        return client.ask(of(summit, "stalls"), new TypeReference<>() {}, accessToken);
    }

    @Override
    public List<OfferUnits> openOffers(SummitId summit, String accessToken) {
        return client.ask(of(summit, "open-offers"), new TypeReference<>() {}, accessToken);
    }

    @Override
    public OfferUnits units(OfferId offer, String accessToken) {
        return client.ask("/offers/" + offer + "/units", new TypeReference<>() {}, accessToken);
    }

    @Override
    public List<OpenNeed> openNeeds(SummitId summit, String accessToken) {
        return client.ask(of(summit, "open-needs"), new TypeReference<>() {}, accessToken);
    }

    @Override
    public List<TradeSummary> trades(SummitId summit, @Nullable OrganizationId organization, String accessToken) {
        var whose = organization == null ? "" : "?organization=" + organization;
        return client.ask(of(summit, "trades") + whose, new TypeReference<>() {}, accessToken);
    }

    @Override
    public TradeFile trade(TradeId trade, String accessToken) {
        return client.ask("/trades/" + trade, new TypeReference<>() {}, accessToken);
    }

    @Override
    public List<PromiseDue> promisesDue(SummitId summit, String accessToken) {
        return client.ask(of(summit, "promises-due"), new TypeReference<>() {}, accessToken);
    }

    @Override
    public List<Fulfilment> fulfilment(SummitId summit, String accessToken) {
        return client.ask(of(summit, "fulfilment"), new TypeReference<>() {}, accessToken);
    }

    @Override
    public Optional<RoundsPlan> rounds(SummitId summit, String accessToken) {
        List<RoundsPlan> plans = client.ask(of(summit, "rounds"), new TypeReference<>() {}, accessToken);
        return plans.stream().findFirst();
    }

    @Override
    public List<JointAction> jointActions(SummitId summit, String accessToken) {
        return client.ask(of(summit, "joint-actions"), new TypeReference<>() {}, accessToken);
    }

    private static String of(SummitId summit, String what) {
        return "/summits/" + summit + "/" + what;
    }
}
