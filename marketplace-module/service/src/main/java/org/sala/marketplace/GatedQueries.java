package org.sala.marketplace;

import java.time.Clock;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.Members.Membership;
import org.sala.marketplace.api.MarketplaceQueries;
import org.sala.marketplace.api.MarketplaceQueries.CategoryEntry;
import org.sala.marketplace.api.MarketplaceQueries.Fulfilment;
import org.sala.marketplace.api.MarketplaceQueries.JointAction;
import org.sala.marketplace.api.MarketplaceQueries.LegSummary;
import org.sala.marketplace.api.MarketplaceQueries.OfferUnits;
import org.sala.marketplace.api.MarketplaceQueries.OpenNeed;
import org.sala.marketplace.api.MarketplaceQueries.PromiseDue;
import org.sala.marketplace.api.MarketplaceQueries.RoundsPlan;
import org.sala.marketplace.api.MarketplaceQueries.TradeFile;
import org.sala.marketplace.api.MarketplaceQueries.TradeSummary;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.marketplace.api.MarketplaceRejected.Reason;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;
import org.sala.marketplace.api.TradeId;
import org.sala.ports.CommandGate;
import org.sala.ports.Role;

/** Answers from the books that the commands write, so that what is answered is never behind what was decided. */
final class GatedQueries implements MarketplaceQueries {

    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> WHO_LOOKS_AFTER = Set.of(Role.STAFF, Role.FACILITATOR);

    private final CommandGate gate;
    private final Books books;
    private final TradeReader trades;
    private final Members members;
    private final Clock clock;

    GatedQueries(CommandGate gate, Books books, TradeReader trades, Members members, Clock clock) {
        this.gate = gate;
        this.books = books;
        this.trades = trades;
        this.members = members;
        this.clock = clock;
    }

    @Override
    public List<CategoryEntry> categories(String accessToken) {
        gate.admit(accessToken, EVERYBODY, GatedQueries::notAllowed);
        return books.categories().all();
    }

    @Override
    public List<MarketplaceQueries.Stall> stalls(SummitId summit, String accessToken) {
        admit(summit, accessToken);
        var offers = books.offers().open(summit, clock.instant()).stream()
                .map(GatedQueries::units)
                .collect(Collectors.groupingBy(OfferUnits::organization));
        var needs = openNeeds(summit).stream().collect(Collectors.groupingBy(OpenNeed::organization));
        var organizations = new TreeSet<OrganizationId>(Comparator.comparing(OrganizationId::value));
        organizations.addAll(trades.stalls(summit));
        return organizations.stream()
                .map(organization -> new MarketplaceQueries.Stall(
                        organization,
                        offers.getOrDefault(organization, List.of()),
                        needs.getOrDefault(organization, List.of())))
                .toList();
    }

    @Override
    public List<OfferUnits> openOffers(SummitId summit, String accessToken) {
        admit(summit, accessToken);
        return books.offers().open(summit, clock.instant()).stream()
                .map(GatedQueries::units)
                .toList();
    }

    @Override
    public OfferUnits units(OfferId offer, String accessToken) {
        var pass = gate.admit(accessToken, EVERYBODY, GatedQueries::notAllowed);
        var entry = books.offers().find(List.of(offer)).get(offer);
        if (entry == null) {
            throw new MarketplaceRejected(Reason.OFFER_UNKNOWN, Map.of("offer", offer.toString()));
        }
        own(pass, entry.summit());
        return units(entry);
    }

    @Override
    public List<OpenNeed> openNeeds(SummitId summit, String accessToken) {
        admit(summit, accessToken);
        return openNeeds(summit);
    }

    private List<OpenNeed> openNeeds(SummitId summit) {
        var promised = trades.promisedNeeds(summit);
        return books.needs().open(summit).stream()
                .map(need -> new OpenNeed(
                        need.need(),
                        need.organization(),
                        need.kind(),
                        need.category(),
                        need.urgency(),
                        promised.contains(need.need())))
                .toList();
    }

    @Override
    public List<TradeSummary> trades(SummitId summit, @Nullable OrganizationId organization, String accessToken) {
        var own = admit(summit, accessToken);
        return trades.of(summit, own.map(Membership::organization).orElse(organization));
    }

    @Override
    public TradeFile trade(TradeId trade, String accessToken) {
        var pass = gate.admit(accessToken, EVERYBODY, GatedQueries::notAllowed);
        var summary = trades.of(trade)
                .orElseThrow(() -> new MarketplaceRejected(Reason.TRADE_UNKNOWN, Map.of("trade", trade.toString())));
        var own = own(pass, summary.summit());
        var parties =
                TradeTerms.parties(summary.legs().stream().map(LegSummary::leg).toList());
        if (own.isPresent() && !parties.contains(own.get().organization())) {
            throw notAllowed();
        }
        return new TradeFile(summary, trades.history(trade, own.isPresent() || pass.role() == Role.STAFF));
    }

    @Override
    public List<PromiseDue> promisesDue(SummitId summit, String accessToken) {
        gate.admit(accessToken, WHO_LOOKS_AFTER, GatedQueries::notAllowed);
        return trades.due(summit, clock.instant());
    }

    @Override
    public List<Fulfilment> fulfilment(SummitId summit, String accessToken) {
        admit(summit, accessToken);
        return trades.fulfilment(summit, clock.instant())
                .orElseThrow(() -> new MarketplaceRejected(Reason.SUMMIT_UNKNOWN, Map.of("summit", summit.toString())));
    }

    @Override
    public Optional<RoundsPlan> rounds(SummitId summit, String accessToken) {
        admit(summit, accessToken);
        return books.floor().rounds(summit);
    }

    @Override
    public List<JointAction> jointActions(SummitId summit, String accessToken) {
        admit(summit, accessToken);
        return books.floor().jointActions(summit);
    }

    /** Everybody may look at a summit; participants at their own. */
    private Optional<Membership> admit(SummitId summit, String accessToken) {
        return own(gate.admit(accessToken, EVERYBODY, GatedQueries::notAllowed), summit);
    }

    private Optional<Membership> own(CommandGate.Pass pass, SummitId summit) {
        if (pass.role() != Role.PARTICIPANT) {
            return Optional.empty();
        }
        var membership = members.of(UUID.fromString(pass.account())).orElseThrow(GatedQueries::notAllowed);
        if (!membership.summit().equals(summit)) {
            throw notAllowed();
        }
        return Optional.of(membership);
    }

    private static MarketplaceRejected notAllowed() {
        return new MarketplaceRejected(Reason.NOT_ALLOWED);
    }

    private static OfferUnits units(OfferBook.Entry entry) {
        return new OfferUnits(
                entry.offer(),
                entry.organization(),
                entry.kind(),
                entry.category(),
                entry.units(),
                entry.reserved(),
                entry.goodUntil(),
                entry.gift(),
                entry.withdrawn());
    }
}
