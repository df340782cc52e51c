package org.sala.ui.stall;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.CancelReason;
import org.sala.marketplace.api.DeclineReason;
import org.sala.marketplace.api.FreeText;
import org.sala.marketplace.api.MarketplaceCommand;
import org.sala.marketplace.api.MarketplaceCommand.AcceptTrade;
import org.sala.marketplace.api.MarketplaceCommand.CancelTrade;
import org.sala.marketplace.api.MarketplaceCommand.ConfirmLeg;
import org.sala.marketplace.api.MarketplaceCommand.DeclineTrade;
import org.sala.marketplace.api.MarketplaceCommand.DeliverLeg;
import org.sala.marketplace.api.MarketplaceCommand.DisputeLeg;
import org.sala.marketplace.api.MarketplaceQueries.TradeFile;
import org.sala.marketplace.api.TradeId;
import org.sala.marketplace.api.TradeStatus;
import org.sala.ui.floor.Floor;
import org.sala.ui.floor.Floors;
import org.sala.ui.language.Figures;
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

/** One trade of ours: what is promised, what happened, and what we can do about it. Each act is a form of its own. */
@LightPage
@RequestMapping("/t/{ticket}/trades/{trade}")
class TradePage {

    /** What the button of a form asks for. */
    private enum Act {
        ACCEPT,
        DECLINE,
        CANCEL,
        DELIVER,
        CONFIRM,
        DISPUTE
    }

    private static final List<String> DONE =
            List.of("proposed", "countered", "decline", "cancel", "deliver", "confirm", "dispute");

    private final Traders traders;
    private final AsTrader marketplace;
    private final Floors floors;

    TradePage(Traders traders, AsTrader marketplace, Floors floors) {
        this.traders = traders;
        this.marketplace = marketplace;
        this.floors = floors;
    }

    @GetMapping
    ModelAndView open(
            @PathVariable String ticket,
            @PathVariable String trade,
            @RequestParam(required = false) @Nullable String done,
            HttpServletRequest request,
            Locale locale) {
        var trader = traders.of(ticket, request, locale);
        var file = marketplace.trade(trader, id(trade, trader));
        return page(trader, file, Typed.NOTHING, Map.of(), HttpStatus.OK)
                .addObject(
                        "done", "accept".equals(done) ? accepted(file.summary().status()) : Frame.done(done, DONE));
    }

    /** What came of the reader's acceptance: the last of them decides. */
    private static String accepted(TradeStatus now) {
        return switch (now) {
            case OPEN -> "accept-open";
            case AGREED, COMPLETED -> "accept-agreed";
            case LAPSED, DECLINED, CANCELLED -> "accept-over";
        };
    }

    static UUID id(String trade, Trader trader) {
        return FromText.id(trade)
                .orElseThrow(
                        () -> new NotShown("stall.notice.trade-unknown", HttpStatus.NOT_FOUND, trader.path("/trades")));
    }

    @PostMapping
    ModelAndView act(
            @PathVariable String ticket,
            @PathVariable String trade,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            Locale locale) {
        var trader = traders.of(ticket, request, locale);
        var id = id(trade, trader);
        var typed = new Typed(fields);
        var act = typed.choice(Act.class, "act");
        if (act.isEmpty()) {
            return Pages.to(trader.path("/trades/" + id));
        }
        var wrong = new Mistakes(trader);
        var command = command(act.get(), new TradeId(id), typed, trader, wrong);
        if (command.isEmpty()) {
            return page(trader, marketplace.trade(trader, id), typed, wrong.found(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return marketplace
                .ask(trader, request, command.get())
                .map(no -> page(
                        trader,
                        marketplace.trade(trader, id),
                        typed,
                        Map.of(field(no, act.get(), typed), no.words()),
                        no.status()))
                .orElseGet(() -> Pages.to(trader.path(
                        "/trades/" + id + "?done=" + act.get().name().toLowerCase(Locale.ROOT))));
    }

    /** Makes a command when it is asked to, since what has no acceptable form is refused as it is made. */
    private interface Wish extends Supplier<MarketplaceCommand> {}

    /** What is asked for; empty where something is wrong. */
    private static Optional<Wish> command(Act act, TradeId trade, Typed typed, Trader trader, Mistakes wrong) {
        var us = trader.organization();
        var leg = typed.number("leg").orElse(0);
        return switch (act) {
            case ACCEPT -> {
                var round = typed.number("round").orElse(0);
                yield Optional.of(() -> new AcceptTrade(trade, us, round));
            }
            case DECLINE ->
                wrong.need(typed.choice(DeclineReason.class, "decline"), "decline", "reason")
                        .map(reason -> () -> new DeclineTrade(trade, us, reason));
            case CANCEL ->
                wrong.need(typed.choice(CancelReason.class, "cancel"), "cancel", "reason")
                        .map(reason -> () -> new CancelTrade(trade, us, reason));
            case DELIVER ->
                wrong.need(typed.day("delivered-" + leg), "delivered-" + leg, "day")
                        .map(day -> () -> new DeliverLeg(
                                trade,
                                leg,
                                us,
                                day,
                                words(typed, "delivered-note-" + leg).orElse(null)));
            case CONFIRM ->
                wrong.need(typed.day("received-" + leg), "received-" + leg, "day")
                        .map(day -> () -> new ConfirmLeg(
                                trade,
                                leg,
                                us,
                                day,
                                words(typed, "received-note-" + leg).orElse(null)));
            case DISPUTE ->
                wrong.need(words(typed, "complaint-" + leg), "complaint-" + leg, "complaint")
                        .map(complaint -> () -> new DisputeLeg(trade, leg, us, complaint));
        };
    }

    private static Optional<FreeText> words(Typed typed, String field) {
        var words = typed.lines(field);
        return words.isEmpty() ? Optional.empty() : Optional.of(new FreeText(words));
    }

    /** The field that a refusal is about; the trade as a whole where it is about none. */
    private static String field(No no, Act act, Typed typed) {
        var day = no.refused()
                .filter(refused -> switch (refused.reason()) {
                    case DATE_IN_FUTURE -> true;
                    case MALFORMED -> no.detail("field").equals("on");
                    default -> false;
                })
                .isPresent();
        var note = no.refused()
                .filter(refused -> switch (refused.reason()) {
                    case WORDS_ERASED -> true;
                    case MALFORMED -> !no.detail("field").equals("on");
                    default -> false;
                })
                .isPresent();
        var leg = typed.text("leg");
        return switch (act) {
            case DELIVER -> day ? "delivered-" + leg : note ? "delivered-note-" + leg : "trade";
            case CONFIRM -> day ? "received-" + leg : note ? "received-note-" + leg : "trade";
            case DISPUTE -> note ? "complaint-" + leg : "trade";
            case ACCEPT, DECLINE, CANCEL -> "trade";
        };
    }

    private ModelAndView page(
            Trader trader, TradeFile file, Typed typed, Map<String, String> wrong, HttpStatus status) {
        var page = Frame.form("stall/trade", trader, typed, wrong, status);
        page.addObject("path", trader.path("/trades/" + file.summary().trade()));
        page.addObject("trade", TradeShown.of(file.summary(), trader));
        page.addObject("today", trader.today().toString());
        page.addObject("declineReasons", DeclineReason.values());
        page.addObject("cancelReasons", CancelReason.values());
        page.addObject("history", history(file, trader));
        page.addObject("done", null);
        return page;
    }

    /** Something that happened, and what was written about it. */
    record Happened(String at, String words, String written) {}

    /** What happened is the marketplace's to say, at once; why, in a code, the floor knows a moment later. */
    private List<Happened> history(TradeFile file, Trader trader) {
        var known = floors.history(file.summary().trade().value());
        var happened = new ArrayList<Happened>();
        for (var i = 0; i < file.history().size(); i++) {
            var moment = file.history().get(i);
            var why = i < known.size() && known.get(i).type().equals(moment.type())
                    ? known.get(i).detail()
                    : null;
            happened.add(new Happened(
                    Figures.minute(moment.at(), trader.summit().zone()),
                    trader.words()
                            .moment(new Floor.Moment(
                                    moment.at(),
                                    moment.type(),
                                    moment.organization() == null
                                            ? null
                                            : moment.organization().value(),
                                    moment.leg(),
                                    moment.on(),
                                    why)),
                    moment.words() == null ? "" : moment.words().value()));
        }
        return happened.reversed();
    }
}
