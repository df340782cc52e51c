package org.sala.ui.stall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceQueries.LegSummary;
import org.sala.marketplace.api.MarketplaceQueries.TradeSummary;
import org.sala.marketplace.api.NeedId;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OrganizationId;
import org.sala.ui.floor.Floor;
import org.sala.ui.language.FromText;
import org.sala.ui.pages.Pages.Choice;
import org.sala.ui.pages.Typed;

/**
 * What a trade is to be about, as a form asks for it: of each part who gives to whom is known, and what is asked for.
 *
 * @param legs what was chosen
 * @param until by when everybody must accept; absent where nothing was said
 */
record Terms(List<Leg> legs, @Nullable Instant until) {

    /**
     * One part of a form.
     *
     * @param number from 1; ends the names of its fields
     * @param heading who gives to whom
     * @param offers what the giver has
     * @param needs what the receiver needs
     * @param optional whether nothing may be given in this part
     */
    record Part(
            int number,
            OrganizationId giver,
            OrganizationId receiver,
            String heading,
            List<Choice> offers,
            List<Choice> needs,
            boolean optional) {

        private static Part of(
                int number,
                OrganizationId giver,
                OrganizationId receiver,
                boolean optional,
                Market market,
                @Nullable Leg now,
                Trader trader) {
            var words = trader.words();
            var offers = new ArrayList<>(market.offersOf(giver));
            if (now != null && market.offer(now.offer().value()).isEmpty()) {
                // what it is about stays to be chosen, even where it can't be had any more: the marketplace says why
                words.floor().offer(now.offer().value()).ifPresent(offers::add);
            }
            return new Part(
                    number,
                    giver,
                    receiver,
                    words.of("stall.terms.gives", words.name(giver.value()), words.name(receiver.value())),
                    offers.stream()
                            .map(each -> new Choice(
                                    each.id().toString(),
                                    words.of("stall.terms.offer", each.title().in(trader.locale()), words.free(each))))
                            .toList(),
                    market.needsOf(receiver).stream()
                            .map(each -> new Choice(
                                    each.id().toString(), each.title().in(trader.locale())))
                            .toList(),
                    optional);
        }
    }

    /** What a trade with one other organisation can be about: each may give the other something. */
    static List<Part> parts(OrganizationId other, Market market, Trader trader) {
        return List.of(
                Part.of(1, other, trader.organization(), true, market, null, trader),
                Part.of(2, trader.organization(), other, true, market, null, trader));
    }

    /** What can be proposed in place of a trade's legs: of two organisations each may give, of more all do. */
    static List<Part> parts(TradeSummary trade, Market market, Trader trader) {
        var legs = trade.legs().stream().map(LegSummary::leg).toList();
        var ofTwo = TradeShown.parties(legs).size() == 2;
        var parts = new ArrayList<Part>();
        for (var leg : legs) {
            parts.add(Part.of(parts.size() + 1, leg.giver(), leg.receiver(), ofTwo, market, leg, trader));
        }
        if (ofTwo && legs.size() == 1) {
            var leg = legs.getFirst();
            parts.add(Part.of(2, leg.receiver(), leg.giver(), true, market, null, trader));
        }
        return List.copyOf(parts);
    }

    /** A form that says what a trade is about. */
    static Typed of(TradeSummary trade, Trader trader) {
        var fields = new HashMap<String, List<String>>();
        for (var summary : trade.legs()) {
            var leg = summary.leg();
            put(fields, "offer", summary.number(), leg.offer().toString());
            put(fields, "units", summary.number(), Integer.toString(leg.units()));
            if (leg.need() != null) {
                put(fields, "need", summary.number(), leg.need().toString());
            }
            if (leg.dueBy() != null) {
                put(fields, "due", summary.number(), trader.day(leg.dueBy()).toString());
            }
        }
        if (trade.expiresAt() != null) {
            fields.put("until", List.of(trader.day(trade.expiresAt()).toString()));
        }
        return new Typed(fields);
    }

    /**
     * A form that begins with what somebody saw at the market: an offer of another's, or their need and what we have for it.
     *
     * @param offer what they offer; absent where it began with a need
     * @param need what they need; absent where it began with an offer
     */
    static Typed beginning(Floor.@Nullable Offer offer, Floor.@Nullable Need need, Market market, Trader trader) {
        var fields = new HashMap<String, List<String>>();
        put(fields, "units", 1, "1");
        put(fields, "units", 2, "1");
        if (offer != null) {
            put(fields, "offer", 1, offer.id().toString());
            market.needsOf(trader.organization()).stream()
                    .filter(each -> each.category().equals(offer.category()))
                    .findFirst()
                    .ifPresent(each -> put(fields, "need", 1, each.id().toString()));
        }
        if (need != null) {
            put(fields, "need", 2, need.id().toString());
            market.offersOf(trader.organization()).stream()
                    .filter(each -> each.category().equals(need.category()))
                    .findFirst()
                    .ifPresent(each -> put(fields, "offer", 2, each.id().toString()));
        }
        return new Typed(fields);
    }

    private static void put(Map<String, List<String>> fields, String field, int number, String value) {
        fields.put(field + number, List.of(value));
    }

    /**
     * Reads a form.
     *
     * @param wrong takes what is wrong, by the field; where anything is, the answer is empty
     */
    static Optional<Terms> read(Typed typed, List<Part> parts, Trader trader, Mistakes wrong) {
        var legs = new ArrayList<Leg>();
        for (var part : parts) {
            leg(typed, part, trader, wrong).ifPresent(legs::add);
        }
        if (legs.isEmpty() && wrong.isEmpty()) {
            wrong.add("offer1", "nothing");
        }
        var until = day(typed, "until", trader, wrong);
        return wrong.isEmpty() ? Optional.of(new Terms(legs, until.orElse(null))) : Optional.empty();
    }

    private static Optional<Leg> leg(Typed typed, Part part, Trader trader, Mistakes wrong) {
        var chosen = typed.text("offer" + part.number());
        if (chosen.isEmpty() && part.optional()) {
            return Optional.empty();
        }
        var offer = FromText.id(chosen).filter(each -> has(part.offers(), each));
        if (offer.isEmpty()) {
            wrong.add("offer" + part.number(), "offer");
        }
        var units = typed.number("units" + part.number()).filter(number -> number >= 1);
        if (units.isEmpty()) {
            wrong.add("units" + part.number(), "units");
        }
        var due = day(typed, "due" + part.number(), trader, wrong);
        return offer.isEmpty() || units.isEmpty()
                ? Optional.empty()
                : Optional.of(new Leg(
                        part.giver(),
                        part.receiver(),
                        new OfferId(offer.get()),
                        units.get(),
                        typed.id("need" + part.number())
                                .filter(each -> has(part.needs(), each))
                                .map(NeedId::new)
                                .orElse(null),
                        due.orElse(null)));
    }

    private static boolean has(List<Choice> choices, UUID id) {
        return choices.stream().anyMatch(each -> each.value().equals(id.toString()));
    }

    /** The end of the day that was typed, if one was. */
    private static Optional<Instant> day(Typed typed, String field, Trader trader, Mistakes wrong) {
        var day = typed.day(field);
        if (day.isEmpty() && !typed.text(field).isEmpty()) {
            wrong.add(field, "day");
        }
        return day.map(trader::endOf);
    }
}
