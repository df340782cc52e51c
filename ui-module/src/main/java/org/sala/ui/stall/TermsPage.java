package org.sala.ui.stall;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.MarketplaceCommand;
import org.sala.marketplace.api.MarketplaceCommand.CounterTrade;
import org.sala.marketplace.api.MarketplaceCommand.ProposeTrade;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.TradeId;
import org.sala.marketplace.api.TradeStatus;
import org.sala.ui.floor.Floor;
import org.sala.ui.pages.LightPage;
import org.sala.ui.pages.NotShown;
import org.sala.ui.pages.Pages;
import org.sala.ui.pages.Typed;
import org.sala.ui.stall.AsTrader.No;
import org.sala.ui.stall.Terms.Part;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a trade is proposed, and other terms in place of those of an open one. */
@LightPage
@RequestMapping("/t/{ticket}/trades")
class TermsPage {

    private final Traders traders;
    private final AsTrader marketplace;

    TermsPage(Traders traders, AsTrader marketplace) {
        this.traders = traders;
        this.marketplace = marketplace;
    }

    /** Begins with an offer ({@code ?offer=}) or a need ({@code ?need=}) of another organisation. */
    @GetMapping("/new")
    ModelAndView begin(
            @PathVariable String ticket,
            @RequestParam MultiValueMap<String, String> query,
            HttpServletRequest request,
            Locale locale) {
        var trader = traders.of(ticket, request, locale);
        var market = marketplace.market(trader);
        var asked = new Typed(query);
        var offer = asked.id("offer").flatMap(market::offer);
        var need = asked.id("need").flatMap(market::need);
        var other = offer.map(Floor.Offer::organization)
                .or(() -> need.map(Floor.Need::organization))
                .map(OrganizationId::new)
                .filter(each -> !each.equals(trader.organization()))
                .orElseThrow(
                        () -> new NotShown("stall.notice.offer-unknown", HttpStatus.NOT_FOUND, trader.path("/market")));
        var typed = Terms.beginning(offer.orElse(null), need.orElse(null), market, trader);
        var draft = proposal(typed, other, market, trader);
        return form(draft, typed, Map.of(), HttpStatus.OK, trader);
    }

    @PostMapping("/new")
    ModelAndView propose(
            @PathVariable String ticket,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            Locale locale) {
        var trader = traders.of(ticket, request, locale);
        var typed = new Typed(fields);
        var other = typed.id("with")
                .map(OrganizationId::new)
                .filter(each -> !each.equals(trader.organization()))
                .orElseThrow(
                        () -> new NotShown("stall.notice.offer-unknown", HttpStatus.NOT_FOUND, trader.path("/market")));
        return said(proposal(typed, other, marketplace.market(trader), trader), typed, request, trader);
    }

    @GetMapping("/{trade}/terms")
    ModelAndView look(
            @PathVariable String ticket, @PathVariable String trade, HttpServletRequest request, Locale locale) {
        var trader = traders.of(ticket, request, locale);
        var id = TradePage.id(trade, trader);
        var summary = marketplace.trade(trader, id).summary();
        if (summary.status() != TradeStatus.OPEN) {
            return Pages.to(trader.path("/trades/" + id));
        }
        var typed = Terms.of(summary, trader);
        var draft = new Draft(
                new TradeId(id),
                summary.round(),
                null,
                Terms.parts(summary, marketplace.market(trader), trader),
                "/trades/" + id + "/terms");
        return form(draft, typed, Map.of(), HttpStatus.OK, trader);
    }

    @PostMapping("/{trade}/terms")
    ModelAndView counter(
            @PathVariable String ticket,
            @PathVariable String trade,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            Locale locale) {
        var trader = traders.of(ticket, request, locale);
        var id = TradePage.id(trade, trader);
        var typed = new Typed(fields);
        var summary = marketplace.trade(trader, id).summary();
        var draft = new Draft(
                new TradeId(id),
                // what they have seen, which may be another by now
                typed.number("round").filter(number -> number >= 1).orElse(summary.round()),
                null,
                Terms.parts(summary, marketplace.market(trader), trader),
                "/trades/" + id + "/terms");
        return said(draft, typed, request, trader);
    }

    /**
     * A trade that is being put together.
     *
     * @param round which proposal it answers; 0 where it is the first
     * @param other with whom, where it is the first; null where it answers one
     */
    private record Draft(TradeId id, int round, @Nullable OrganizationId other, List<Part> parts, String page) {

        MarketplaceCommand command(Terms terms, Trader trader) {
            return round == 0
                    ? new ProposeTrade(id, trader.at(), trader.organization(), terms.legs(), terms.until())
                    : new CounterTrade(id, trader.organization(), round, terms.legs(), terms.until());
        }
    }

    private static Draft proposal(Typed typed, OrganizationId other, Market market, Trader trader) {
        return new Draft(
                new TradeId(typed.id("trade").orElseGet(Pages::newId)),
                0,
                other,
                Terms.parts(other, market, trader),
                "/trades/new");
    }

    private ModelAndView said(Draft draft, Typed typed, HttpServletRequest request, Trader trader) {
        if (typed.has(Pages.IN_LANGUAGE)) {
            return form(draft, typed, Map.of(), HttpStatus.OK, trader);
        }
        var wrong = new Mistakes(trader);
        var terms = Terms.read(typed, draft.parts(), trader, wrong);
        if (terms.isEmpty()) {
            return form(draft, typed, wrong.found(), HttpStatus.UNPROCESSABLE_CONTENT, trader);
        }
        return marketplace
                .ask(trader, request, () -> draft.command(terms.get(), trader))
                .map(no -> form(draft, typed, Map.of(field(no, typed, draft), no.words()), no.status(), trader))
                .orElseGet(() -> Pages.to(trader.path(
                        "/trades/" + draft.id() + "?done=" + (draft.round() == 0 ? "proposed" : "countered"))));
    }

    /** The field that a refusal is about; the whole form where it is about none. */
    private static String field(No no, Typed typed, Draft draft) {
        return no.refused()
                .flatMap(refused -> switch (refused.reason()) {
                    case OFFER_EXHAUSTED ->
                        at(draft, typed, "offer", no.detail("offer")).map(n -> "units" + n);
                    case OFFER_CLOSED, OFFER_UNKNOWN, OFFER_NOT_THEIRS, CHAIN_WITHOUT_A_GIFT ->
                        at(draft, typed, "offer", no.detail("offer")).map(n -> "offer" + n);
                    case NEED_CLOSED, NEED_UNKNOWN, NEED_NOT_THEIRS ->
                        at(draft, typed, "need", no.detail("need")).map(n -> "need" + n);
                    case EXPIRY_PASSED -> Optional.of("until");
                    // of no field; and what the marketplace may refuse for later isn't either
                    default -> Optional.<String>empty();
                })
                .orElse("terms-form");
    }

    private static Optional<Integer> at(Draft draft, Typed typed, String field, String id) {
        return draft.parts().stream()
                .map(Part::number)
                .filter(number -> typed.text(field + number).equals(id))
                .findFirst();
    }

    private static ModelAndView form(
            Draft draft, Typed typed, Map<String, String> wrong, HttpStatus status, Trader trader) {
        return Frame.form("stall/terms", trader, typed, wrong, status)
                .addObject("path", trader.path(draft.page()))
                .addObject("heading", draft.round() == 0 ? "stall.terms.propose" : "stall.terms.counter")
                .addObject("id", draft.id())
                .addObject("round", draft.round())
                .addObject("with", draft.other())
                .addObject("back", trader.path(draft.round() == 0 ? "/market" : "/trades/" + draft.id()))
                .addObject("parts", draft.parts());
    }
}
