package org.sala.ui.stall;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.Language;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OfferKind;
import org.sala.ui.floor.Floor;
import org.sala.ui.language.FromText;
import org.sala.ui.pages.LightPage;
import org.sala.ui.pages.NotShown;
import org.sala.ui.pages.Pages;
import org.sala.ui.pages.Typed;
import org.sala.ui.stall.AsTrader.No;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where an offer is posted, and said anew. */
@LightPage
@RequestMapping("/t/{ticket}/stall/offers")
class OfferPage {

    private final Traders traders;
    private final AsTrader marketplace;

    OfferPage(Traders traders, AsTrader marketplace) {
        this.traders = traders;
        this.marketplace = marketplace;
    }

    @GetMapping("/new")
    ModelAndView begin(@PathVariable String ticket, HttpServletRequest request, Locale locale) {
        return form(traders.of(ticket, request, locale), null, OfferFields.beginning(), Map.of(), HttpStatus.OK);
    }

    @PostMapping("/new")
    ModelAndView post(
            @PathVariable String ticket,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            Locale locale) {
        return said(traders.of(ticket, request, locale), null, new Typed(fields), request);
    }

    @GetMapping("/{offer}")
    ModelAndView open(
            @PathVariable String ticket, @PathVariable String offer, HttpServletRequest request, Locale locale) {
        var trader = traders.of(ticket, request, locale);
        var was = own(offer, trader);
        return form(trader, was, OfferFields.of(was, trader), Map.of(), HttpStatus.OK);
    }

    @PostMapping("/{offer}")
    ModelAndView revise(
            @PathVariable String ticket,
            @PathVariable String offer,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            Locale locale) {
        var trader = traders.of(ticket, request, locale);
        return said(trader, own(offer, trader), new Typed(fields), request);
    }

    /** The offer as it was said last. */
    private static Floor.Offer own(String id, Trader trader) {
        return FromText.id(id)
                .flatMap(trader.words().floor()::offer)
                .filter(each -> each.organization().equals(trader.organization().value()) && !each.withdrawn())
                .orElseThrow(
                        () -> new NotShown("stall.notice.offer-unknown", HttpStatus.NOT_FOUND, trader.path("/stall")));
    }

    private ModelAndView said(Trader trader, Floor.@Nullable Offer was, Typed typed, HttpServletRequest request) {
        if (typed.has(Pages.IN_LANGUAGE)) {
            return form(trader, was, typed, Map.of(), HttpStatus.OK);
        }
        var wrong = new Mistakes(trader);
        var said = OfferFields.read(typed, was, trader, wrong);
        if (said.isEmpty()) {
            return form(trader, was, typed, wrong.found(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var id = new OfferId(was == null ? typed.id("offer").orElseGet(Pages::newId) : was.id());
        return marketplace
                .ask(
                        trader,
                        request,
                        () -> was == null
                                ? said.get().posted(id, trader)
                                : said.get().revised(id, trader))
                .map(no -> form(trader, was, typed, Map.of(field(no, trader), no.words()), no.status()))
                .orElseGet(() -> Pages.to(trader.path("/stall?done=" + (was == null ? "posted" : "revised"))));
    }

    /** The field that a refusal is about; the whole form where it is about none. */
    private static String field(No no, Trader trader) {
        var whole = "offer-form";
        return no.refused()
                .map(refused -> switch (refused.reason()) {
                    case GOOD_UNTIL_PASSED -> "until";
                    case CATEGORY_UNKNOWN -> "category";
                    case UNITS_PROMISED -> "units";
                    case MALFORMED ->
                        switch (no.detail("field")) {
                            case "title", "terms", "unit" -> InBoth.own(no.detail("field"), trader);
                            case "place", "venue" -> InBoth.own("venue", trader);
                            case "goodUntil" -> "until";
                            case "units" -> "units";
                            default -> whole;
                        };
                    // of no field; and what the marketplace may refuse for later isn't either
                    default -> whole;
                })
                .orElse(whole);
    }

    private static ModelAndView form(
            Trader trader, Floor.@Nullable Offer was, Typed typed, Map<String, String> wrong, HttpStatus status) {
        var page = Frame.form("stall/offer", trader, typed, wrong, status);
        page.addObject("path", trader.path("/stall/offers/" + (was == null ? "new" : was.id())));
        page.addObject("heading", was == null ? "stall.offer.post" : "stall.offer.revise");
        page.addObject("send", was == null ? "stall.offer.post.do" : "pages.save");
        page.addObject("id", typed.id("offer").orElseGet(Pages::newId));
        page.addObject(
                "goods", was == null || was.kind() == OfferKind.GOOD ? Frame.categories(OfferKind.GOOD, trader) : null);
        page.addObject(
                "capacities",
                was == null || was.kind() == OfferKind.CAPACITY ? Frame.categories(OfferKind.CAPACITY, trader) : null);
        page.addObject("languages", Language.values());
        return page;
    }
}
