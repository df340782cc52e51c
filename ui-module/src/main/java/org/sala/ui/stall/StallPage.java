package org.sala.ui.stall;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.MarketplaceCommand.WithdrawNeed;
import org.sala.marketplace.api.MarketplaceCommand.WithdrawOffer;
import org.sala.marketplace.api.NeedId;
import org.sala.marketplace.api.OfferId;
import org.sala.ui.language.Figures;
import org.sala.ui.pages.LightPage;
import org.sala.ui.pages.Pages;
import org.sala.ui.pages.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** My stall: what waits for us, what we offer, what we need. */
@LightPage
@RequestMapping("/t/{ticket}/stall")
class StallPage {

    private static final List<String> DONE =
            List.of("posted", "revised", "voiced", "offer-withdrawn", "need-withdrawn");

    private final Traders traders;
    private final AsTrader marketplace;

    StallPage(Traders traders, AsTrader marketplace) {
        this.traders = traders;
        this.marketplace = marketplace;
    }

    @GetMapping
    ModelAndView open(
            @PathVariable String ticket,
            @RequestParam(required = false) @Nullable String done,
            HttpServletRequest request,
            Locale locale) {
        return page(traders.of(ticket, request, locale), Frame.done(done, DONE), null, HttpStatus.OK);
    }

    /** Takes something off the stall. */
    @PostMapping
    ModelAndView withdraw(
            @PathVariable String ticket,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            Locale locale) {
        var trader = traders.of(ticket, request, locale);
        var typed = new Typed(fields);
        var need = typed.id("need");
        var offer = typed.id("offer").orElseGet(Pages::newId);
        return marketplace
                .ask(
                        trader,
                        request,
                        () -> need.isPresent()
                                ? new WithdrawNeed(trader.at(), trader.organization(), new NeedId(need.get()))
                                : new WithdrawOffer(trader.at(), trader.organization(), new OfferId(offer)))
                .map(no -> page(trader, null, no.words(), no.status()))
                .orElseGet(() -> Pages.to(
                        trader.path("/stall?done=" + (need.isPresent() ? "need-withdrawn" : "offer-withdrawn"))));
    }

    private ModelAndView page(Trader trader, @Nullable String done, @Nullable String refusal, HttpStatus status) {
        var market = marketplace.market(trader);
        var trades = marketplace.trades(trader).stream()
                .map(each -> TradeShown.of(each, trader))
                .toList();
        var offers = market.offersOf(trader.organization());
        // what is open no more is in none of the marketplace's answers
        var closed = trader.words().floor().offers().stream()
                .filter(each -> each.organization().equals(trader.organization().value()))
                .filter(each -> !each.withdrawn() && !each.isOpen(trader.now()))
                .filter(each -> market.offer(each.id()).isEmpty());
        var page = Frame.page("stall/stall", trader, status);
        page.addObject("title", trader.summit().title().in(trader.locale()));
        page.addObject("path", trader.path("/stall"));
        page.addObject("todos", Todo.of(trades, trader));
        page.addObject(
                "offers",
                Stream.concat(offers.stream(), closed)
                        .map(each -> OfferShown.of(each, trader, false))
                        .toList());
        page.addObject(
                "needs",
                market.needsOf(trader.organization()).stream()
                        .map(each -> NeedShown.of(each, trader, false))
                        .toList());
        page.addObject("early", trader.isEarly());
        page.addObject("begins", Figures.date(trader.summit().days().getFirst().date()));
        page.addObject("closed", trader.closed());
        page.addObject("done", done);
        page.addObject("refusal", refusal);
        return page;
    }
}
