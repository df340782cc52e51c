package org.sala.marketplace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.Category;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MatchingWorkbench.Exchange;
import org.sala.marketplace.api.MatchingWorkbench.Question;
import org.sala.marketplace.api.MatchingWorkbench.Served;
import org.sala.marketplace.api.MatchingWorkbench.Unserved;
import org.sala.marketplace.api.MatchingWorkbench.Why;
import org.sala.marketplace.api.NeedId;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;
import org.sala.marketplace.matching.Counts;
import org.sala.marketplace.matching.Market;
import org.sala.marketplace.matching.Reason;
import org.sala.marketplace.matching.Solution;
import org.sala.marketplace.matching.Unmatched;

/** Everything open at a summit at one moment, as the matching takes it, and what the matching says in the market's terms. */
final class OpenMarket {

    private final Map<OfferId, OrganizationId> givers = new HashMap<>();
    private final Map<NeedId, Wanted> wanted = new HashMap<>();
    private final Market market;

    private record Wanted(OrganizationId organization, Category category) {}

    /**
     * @param promised needs that a leg of an agreed trade is to serve already
     * @param small the organisations that count as small
     */
    OpenMarket(
            Collection<OfferBook.Entry> offers,
            Collection<NeedBook.Entry> needs,
            Set<NeedId> promised,
            Set<OrganizationId> small) {
        var organizations = new HashSet<OrganizationId>();
        var offered = new ArrayList<Market.Offer>();
        for (var offer : offers) {
            organizations.add(offer.organization());
            givers.put(offer.offer(), offer.organization());
            offered.add(new Market.Offer(
                    id(offer.offer()),
                    id(offer.organization()),
                    category(offer.category()),
                    Math.min(offer.left(), Market.Offer.MOST_UNITS),
                    offer.gift()));
        }
        var needed = new ArrayList<Market.Need>();
        for (var need : needs) {
            if (!promised.contains(need.need())) {
                organizations.add(need.organization());
                wanted.put(need.need(), new Wanted(need.organization(), need.category()));
                needed.add(new Market.Need(id(need.need()), id(need.organization()), category(need.category())));
            }
        }
        market = new Market(
                organizations.stream()
                        .map(organization -> new Market.Organization(id(organization), small.contains(organization)))
                        .toList(),
                offered,
                needed);
    }

    static OpenMarket of(SummitId summit, Books books, TradeReader trades, Instant now) {
        return new OpenMarket(
                books.offers().open(summit, now),
                books.needs().open(summit),
                trades.promisedNeeds(summit),
                books.enrolments().small(summit));
    }

    Market market() {
        return market;
    }

    /** The same for whoever checks it. */
    Question question(String seed, List<org.sala.marketplace.matching.Exchange> agreed) {
        return new Question(
                seed,
                market.organizations().stream()
                        .map(each -> new Question.Organization(organization(each.id()), each.small()))
                        .toList(),
                market.offers().stream()
                        .map(each -> new Question.Offer(
                                offer(each.id()),
                                organization(each.organization()),
                                new Category(each.category().value()),
                                each.units(),
                                each.gift()))
                        .toList(),
                market.needs().stream()
                        .map(each -> new Question.Need(
                                need(each.id()),
                                organization(each.organization()),
                                new Category(each.category().value())))
                        .toList(),
                agreed.stream()
                        .map(each -> new Question.Agreed(
                                each.kind().name().toLowerCase(Locale.ROOT),
                                each.legs().stream()
                                        .map(leg -> new Question.Step(offer(leg.offer()), need(leg.need())))
                                        .toList()))
                        .toList());
    }

    static Served served(Counts counts) {
        return new Served(counts.needs(), counts.organizations(), counts.smallOrganizations());
    }

    /** The exchanges that are proposed, each leg one unit for one need. */
    List<Exchange> exchanges(UUID run, Solution solution) {
        return IntStream.range(0, solution.exchanges().size())
                .mapToObj(number -> new Exchange(
                        Exchange.id(run, number + 1),
                        solution.exchanges().get(number).legs().stream()
                                .map(this::leg)
                                .toList()))
                .toList();
    }

    private Leg leg(org.sala.marketplace.matching.Exchange.Leg leg) {
        var offer = offer(leg.offer());
        var need = need(leg.need());
        return new Leg(
                Objects.requireNonNull(givers.get(offer)),
                Objects.requireNonNull(wanted.get(need)).organization(),
                offer,
                1,
                need,
                null);
    }

    List<Unserved> unserved(Solution solution) {
        return solution.unmatched().stream().map(this::unserved).toList();
    }

    private Unserved unserved(Unmatched unmatched) {
        return switch (unmatched.because()) {
            case Reason.NobodyOffers _ -> unserved(unmatched, Why.NOBODY_OFFERS, List.of(), List.of(), null);
            case Reason.GiversNeedNothing(var those) ->
                unserved(unmatched, Why.GIVERS_NEED_NOTHING, those, List.of(), null);
            case Reason.OutOfReach(var those) -> unserved(unmatched, Why.OUT_OF_REACH, those, List.of(), null);
            case Reason.LostTo(var taken) ->
                unserved(
                        unmatched,
                        Why.LOST_TO,
                        List.of(),
                        taken.stream()
                                .flatMap(each -> each.by().stream())
                                .distinct()
                                .map(OpenMarket::need)
                                .toList(),
                        null);
            case Reason.Outweighed(var most) -> unserved(unmatched, Why.OUTWEIGHED, List.of(), List.of(), served(most));
            case Reason.Undecided _ -> unserved(unmatched, Why.UNDECIDED, List.of(), List.of(), null);
        };
    }

    private Unserved unserved(
            Unmatched unmatched,
            Why why,
            List<org.sala.marketplace.matching.OrganizationId> those,
            List<NeedId> lostTo,
            @Nullable Served most) {
        var need = need(unmatched.need());
        var of = Objects.requireNonNull(wanted.get(need));
        return new Unserved(
                need,
                of.organization(),
                of.category(),
                why,
                those.stream().map(OpenMarket::organization).toList(),
                lostTo,
                most);
    }

    static org.sala.marketplace.matching.OfferId id(OfferId offer) {
        return new org.sala.marketplace.matching.OfferId(offer.toString());
    }

    static org.sala.marketplace.matching.NeedId id(NeedId need) {
        return new org.sala.marketplace.matching.NeedId(need.toString());
    }

    private static org.sala.marketplace.matching.OrganizationId id(OrganizationId organization) {
        return new org.sala.marketplace.matching.OrganizationId(organization.toString());
    }

    private static org.sala.marketplace.matching.Category category(Category category) {
        return new org.sala.marketplace.matching.Category(category.toString());
    }

    private static OrganizationId organization(org.sala.marketplace.matching.OrganizationId organization) {
        return new OrganizationId(UUID.fromString(organization.value()));
    }

    private static OfferId offer(org.sala.marketplace.matching.OfferId offer) {
        return new OfferId(UUID.fromString(offer.value()));
    }

    private static NeedId need(org.sala.marketplace.matching.NeedId need) {
        return new NeedId(UUID.fromString(need.value()));
    }
}
