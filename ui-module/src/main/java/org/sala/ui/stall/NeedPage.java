package org.sala.ui.stall;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.sala.marketplace.api.Category;
import org.sala.marketplace.api.MarketplaceCommand.VoiceNeed;
import org.sala.marketplace.api.NeedId;
import org.sala.marketplace.api.OfferKind;
import org.sala.marketplace.api.Urgency;
import org.sala.ui.pages.LightPage;
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

/** Where a need is voiced. */
@LightPage
@RequestMapping("/t/{ticket}/stall/needs/new")
class NeedPage {

    private final Traders traders;
    private final AsTrader marketplace;

    NeedPage(Traders traders, AsTrader marketplace) {
        this.traders = traders;
        this.marketplace = marketplace;
    }

    @GetMapping
    ModelAndView begin(@PathVariable String ticket, HttpServletRequest request, Locale locale) {
        return form(traders.of(ticket, request, locale), Typed.NOTHING, Map.of(), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView voice(
            @PathVariable String ticket,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            Locale locale) {
        var trader = traders.of(ticket, request, locale);
        var typed = new Typed(fields);
        if (typed.has(Pages.IN_LANGUAGE)) {
            return form(trader, typed, Map.of(), HttpStatus.OK);
        }
        var wrong = new Mistakes(trader);
        var category = wrong.need(
                trader.words().floor().categories().stream()
                        .filter(each -> each.code().equals(typed.text("category")))
                        .findFirst(),
                "category",
                "category");
        wrong.unless(InBoth.isTyped(typed, "title"), InBoth.own("title", trader), "title");
        wrong.unless(InBoth.isTyped(typed, "details"), InBoth.own("details", trader), "details");
        var urgency = wrong.need(typed.choice(Urgency.class, "urgency"), "urgency", "urgency");
        if (!wrong.isEmpty()) {
            return form(trader, typed, wrong.found(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var id = new NeedId(typed.id("need").orElseGet(Pages::newId));
        return marketplace
                .ask(
                        trader,
                        request,
                        () -> new VoiceNeed(
                                trader.at(),
                                trader.organization(),
                                id,
                                category.orElseThrow().kind(),
                                new Category(category.orElseThrow().code()),
                                InBoth.read(typed, "title"),
                                InBoth.read(typed, "details"),
                                urgency.orElseThrow()))
                .map(no -> form(trader, typed, Map.of(field(no, trader), no.words()), no.status()))
                .orElseGet(() -> Pages.to(trader.path("/stall?done=voiced")));
    }

    private static String field(No no, Trader trader) {
        return switch (no.detail("field")) {
            case "title" -> InBoth.own("title", trader);
            case "details" -> InBoth.own("details", trader);
            default -> "need-form";
        };
    }

    private static ModelAndView form(Trader trader, Typed typed, Map<String, String> wrong, HttpStatus status) {
        return Frame.form("stall/need", trader, typed, wrong, status)
                .addObject("path", trader.path("/stall/needs/new"))
                .addObject("id", typed.id("need").orElseGet(Pages::newId))
                .addObject("goods", Frame.categories(OfferKind.GOOD, trader))
                .addObject("capacities", Frame.categories(OfferKind.CAPACITY, trader))
                .addObject("urgencies", Urgency.values());
    }
}
