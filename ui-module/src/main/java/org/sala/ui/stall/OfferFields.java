package org.sala.ui.stall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.BilingualText;
import org.sala.marketplace.api.Category;
import org.sala.marketplace.api.Language;
import org.sala.marketplace.api.MarketplaceCommand.PostOffer;
import org.sala.marketplace.api.MarketplaceCommand.ReviseOffer;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.Place;
import org.sala.ui.floor.Floor;
import org.sala.ui.pages.Typed;

/** What somebody says of an offer. */
record OfferFields(
        Floor.Category category,
        BilingualText title,
        BilingualText terms,
        int units,
        BilingualText unit,
        Set<Language> languages,
        Place place,
        Instant goodUntil,
        boolean gift) {

    /** An empty form. */
    static Typed beginning() {
        return new Typed(Map.of("units", List.of("1"), "language", List.of(Language.KM.name())));
    }

    /** A form that says what the offer is. */
    static Typed of(Floor.Offer offer, Trader trader) {
        var fields = new HashMap<String, List<String>>();
        fields.put("category", List.of(offer.category()));
        InBoth.fill(fields, "title", offer.title(), trader);
        InBoth.fill(fields, "terms", offer.terms(), trader);
        InBoth.fill(fields, "unit", offer.unit(), trader);
        fields.put("units", List.of(Integer.toString(offer.units())));
        fields.put("language", offer.languages());
        if (offer.remote()) {
            fields.put("remote", List.of("yes"));
        }
        var venue = offer.venue();
        if (venue != null) {
            InBoth.fill(fields, "venue", venue, trader);
        }
        fields.put("until", List.of(trader.day(offer.goodUntil()).toString()));
        if (offer.gift()) {
            fields.put("gift", List.of("yes"));
        }
        return new Typed(fields);
    }

    /**
     * Reads a form.
     *
     * @param was the offer as it is; absent where it is a new one
     * @param wrong takes what is wrong, by the field; where anything is, the answer is empty
     */
    static Optional<OfferFields> read(Typed typed, Floor.@Nullable Offer was, Trader trader, Mistakes wrong) {
        var category = wrong.need(
                trader.words().floor().categories().stream()
                        .filter(each -> each.code().equals(typed.text("category")))
                        .filter(each -> was == null || each.kind() == was.kind())
                        .findFirst(),
                "category",
                "category");
        wrong.unless(InBoth.isTyped(typed, "title"), InBoth.own("title", trader), "title");
        var units = wrong.need(typed.number("units").filter(number -> number >= 1), "units", "units");
        wrong.unless(InBoth.isTyped(typed, "unit"), InBoth.own("unit", trader), "unit");
        var until = wrong.need(typed.day("until"), "until", "day");
        var languages = Arrays.stream(Language.values())
                .filter(each -> typed.has("language", each.name()))
                .collect(Collectors.toCollection(TreeSet::new));
        wrong.unless(!languages.isEmpty(), "languages", "language");
        var remote = typed.has("remote", "yes");
        var atPlace = InBoth.isTyped(typed, "venue");
        wrong.unless(remote || atPlace, InBoth.own("venue", trader), "place");
        wrong.unless(InBoth.isTyped(typed, "terms"), InBoth.own("terms", trader), "terms");
        if (!wrong.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OfferFields(
                category.orElseThrow(),
                InBoth.read(typed, "title"),
                InBoth.read(typed, "terms"),
                units.orElseThrow(),
                InBoth.read(typed, "unit"),
                languages,
                new Place(remote, atPlace ? InBoth.read(typed, "venue") : null),
                until(until.orElseThrow(), was, trader),
                typed.has("gift", "yes")));
    }

    /** The end of that day; the moment that it was, where the day is the same. */
    private static Instant until(LocalDate day, Floor.@Nullable Offer was, Trader trader) {
        return was != null && trader.day(was.goodUntil()).equals(day) ? was.goodUntil() : trader.endOf(day);
    }

    PostOffer posted(OfferId offer, Trader trader) {
        return new PostOffer(
                trader.at(),
                trader.organization(),
                offer,
                category.kind(),
                new Category(category.code()),
                title,
                terms,
                units,
                unit,
                languages,
                place,
                goodUntil,
                gift);
    }

    ReviseOffer revised(OfferId offer, Trader trader) {
        return new ReviseOffer(
                trader.at(),
                trader.organization(),
                offer,
                new Category(category.code()),
                title,
                terms,
                units,
                unit,
                languages,
                place,
                goodUntil,
                gift);
    }
}
