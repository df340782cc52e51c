package org.sala.ui.stall;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.sala.marketplace.api.TradeStatus;
import org.sala.ui.pages.LightPage;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Our trades: those that wait for us, those that wait for others, what is promised, what is over. */
@LightPage
@RequestMapping("/t/{ticket}/trades")
class TradesPage {

    private final Traders traders;
    private final AsTrader marketplace;

    TradesPage(Traders traders, AsTrader marketplace) {
        this.traders = traders;
        this.marketplace = marketplace;
    }

    @GetMapping
    ModelAndView open(@PathVariable String ticket, HttpServletRequest request, Locale locale) {
        var trader = traders.of(ticket, request, locale);
        var trades = marketplace.trades(trader).stream()
                .map(each -> TradeShown.of(each, trader))
                .toList();
        var page = Frame.page("stall/trades", trader, HttpStatus.OK);
        page.addObject("path", trader.path("/trades"));
        page.addObject("none", trades.isEmpty());
        page.addObject("mine", trades.stream().filter(TradeShown::mine).toList());
        page.addObject(
                "others",
                trades.stream()
                        .filter(each -> each.status() == TradeStatus.OPEN && !each.mine())
                        .toList());
        page.addObject(
                "promises",
                trades.stream()
                        .filter(each -> each.status() == TradeStatus.AGREED)
                        .toList());
        page.addObject(
                "over",
                trades.stream()
                        .filter(each -> each.status() != TradeStatus.OPEN && each.status() != TradeStatus.AGREED)
                        .toList());
        return page;
    }
}
