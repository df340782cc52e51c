package org.sala.ui.stall;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sala.marketplace.api.OfferKind;
import org.sala.ui.floor.Floor;
import org.sala.ui.pages.LightPage;
import org.sala.ui.pages.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What others offer and need: first what fits what we need and offer, and not more than a phone likes at once. */
@LightPage
@RequestMapping("/t/{ticket}/market")
class MarketPage {

    private static final int AT_ONCE = 20;

    private final Traders traders;
    private final AsTrader marketplace;

    MarketPage(Traders traders, AsTrader marketplace) {
        this.traders = traders;
        this.marketplace = marketplace;
    }

    @GetMapping
    ModelAndView open(
            @PathVariable String ticket,
            @RequestParam MultiValueMap<String, String> query,
            HttpServletRequest request,
            Locale locale) {
        var trader = traders.of(ticket, request, locale);
        var asked = new Typed(query);
        var market = marketplace.market(trader);
        var needs = asked.text("show").equals("needs");
        var category = asked.text("category");
        var all = needs ? needs(market, trader, category) : offers(market, trader, category);
        var from = Math.min(asked.number("from").orElse(0), all.size());
        var to = Math.min(from + AT_ONCE, all.size());
        var page = Frame.form("stall/market", trader, asked, Map.of(), HttpStatus.OK);
        page.addObject("path", trader.path("/market"));
        page.addObject("show", needs ? "needs" : "offers");
        page.addObject("category", category);
        page.addObject("goods", Frame.categories(OfferKind.GOOD, trader));
        page.addObject("capacities", Frame.categories(OfferKind.CAPACITY, trader));
        page.addObject("cards", all.subList(from, to));
        page.addObject("more", to < all.size() ? to : null);
        page.addObject("left", all.size() - to);
        return page;
    }

    private static List<OfferShown> offers(Market market, Trader trader, String category) {
        var wanted = categories(market.needsOf(trader.organization()).stream().map(Floor.Need::category));
        return fittingFirst(
                market.offers().stream()
                        .filter(each -> !each.organization()
                                .equals(trader.organization().value()))
                        .filter(each -> category.isEmpty() || each.category().equals(category))
                        .map(each -> OfferShown.of(each, trader, wanted.contains(each.category())))
                        .toList(),
                OfferShown::fits);
    }

    private static List<NeedShown> needs(Market market, Trader trader, String category) {
        var offered = categories(market.offersOf(trader.organization()).stream().map(Floor.Offer::category));
        return fittingFirst(
                market.needs().stream()
                        .filter(each -> !each.organization()
                                .equals(trader.organization().value()))
                        .filter(each -> category.isEmpty() || each.category().equals(category))
                        .map(each -> NeedShown.of(each, trader, offered.contains(each.category())))
                        .toList(),
                NeedShown::fits);
    }

    private static Set<String> categories(Stream<String> of) {
        return of.collect(Collectors.toSet());
    }

    private static <T> List<T> fittingFirst(List<T> all, Predicate<T> fits) {
        return Stream.concat(all.stream().filter(fits), all.stream().filter(fits.negate()))
                .toList();
    }
}
