package org.sala.ui.stall;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.LegStatus;
import org.sala.marketplace.api.MarketplaceQueries.LegSummary;
import org.sala.marketplace.api.MarketplaceQueries.TradeSummary;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.TradeShape;
import org.sala.marketplace.api.TradeStatus;
import org.sala.ui.language.Figures;

/**
 * A trade in the reader's words, and what they can do about it.
 *
 * @param heading its shape and with whom
 * @param standing who has accepted, and who has not
 * @param mine whether it waits for the reader's organisation to accept
 * @param until by when everybody must have accepted; empty where nothing was said
 */
record TradeShown(
        UUID id,
        String heading,
        TradeStatus status,
        String state,
        String standing,
        boolean mine,
        int round,
        String until,
        List<LegShown> legs) {

    /**
     * A promise of it.
     *
     * @param words who gives whom what
     * @param serves for which need; empty where for none
     * @param due by when, and whether that is over; empty where nothing is owed
     * @param deliver whether the reader can say that it was delivered
     * @param confirm whether the reader can say that it was received
     * @param dispute whether the reader can say that it was not as promised
     */
    record LegShown(
            int number,
            String words,
            String serves,
            LegStatus status,
            String state,
            String due,
            boolean overdue,
            boolean deliver,
            boolean confirm,
            boolean dispute) {

        private static LegShown of(LegSummary summary, TradeStatus status, Trader trader) {
            var leg = summary.leg();
            var words = trader.words();
            var owed = summary.status() == LegStatus.OWED;
            var running = status == TradeStatus.AGREED;
            var gives = running && leg.giver().equals(trader.organization());
            var receives = running && leg.receiver().equals(trader.organization());
            var overdue = owed && leg.dueBy() != null && leg.dueBy().isBefore(trader.now());
            return new LegShown(
                    summary.number(),
                    leg(leg, trader),
                    leg.need() == null
                            ? ""
                            : words.floor()
                                    .need(leg.need().value())
                                    .map(need -> words.of(
                                            "floor.leg.serves", need.title().in(trader.locale())))
                                    .orElse(""),
                    summary.status(),
                    words.of("floor.leg.status." + summary.status().name()),
                    leg.dueBy() == null || !(owed || summary.status() == LegStatus.PROPOSED)
                            ? ""
                            : words.of("floor.leg.due-by", Figures.date(trader.day(leg.dueBy()))),
                    overdue,
                    gives && owed,
                    receives && summary.status() == LegStatus.DELIVERED,
                    receives && (owed || summary.status() == LegStatus.DELIVERED));
        }
    }

    private static String leg(Leg leg, Trader trader) {
        var words = trader.words();
        return words.leg(
                leg.giver().value(),
                leg.receiver().value(),
                leg.units(),
                words.floor().offer(leg.offer().value()).orElse(null));
    }

    static TradeShown of(TradeSummary trade, Trader trader) {
        var words = trader.words();
        var legs = trade.legs().stream().map(LegSummary::leg).toList();
        var parties = parties(legs);
        var others = parties.stream()
                .filter(each -> !each.equals(trader.organization()))
                .toList();
        var open = trade.status() == TradeStatus.OPEN;
        return new TradeShown(
                trade.trade().value(),
                words.of(
                        "stall.trade.with",
                        words.of("floor.shape." + TradeShape.of(legs).name(), legs.size()),
                        names(others, trader)),
                trade.status(),
                words.of("floor.status." + trade.status().name()),
                open ? standing(trade, parties, trader) : "",
                open && !trade.accepted().contains(trader.organization()),
                trade.round(),
                open && trade.expiresAt() != null
                        ? words.of("floor.trade.until", Figures.date(trader.day(trade.expiresAt())))
                        : "",
                trade.legs().stream()
                        .map(leg -> LegShown.of(leg, trade.status(), trader))
                        .toList());
    }

    private static String standing(TradeSummary trade, List<OrganizationId> parties, Trader trader) {
        var accepted = parties.stream().filter(trade.accepted()::contains).toList();
        var missing = parties.stream()
                .filter(each -> !trade.accepted().contains(each))
                .toList();
        return accepted.isEmpty()
                ? trader.words().of("stall.trade.nobody-accepted", names(missing, trader))
                : trader.words().of("stall.trade.accepted-and-not", names(accepted, trader), names(missing, trader));
    }

    static List<OrganizationId> parties(List<Leg> legs) {
        return legs.stream()
                .flatMap(leg -> Stream.of(leg.giver(), leg.receiver()))
                .distinct()
                .toList();
    }

    private static String names(List<OrganizationId> organizations, Trader trader) {
        return organizations.stream()
                .map(each -> trader.words().name(each.value()))
                .collect(Collectors.joining(trader.words().of("floor.and-so-on")));
    }

    /** For a style: the status in small letters. */
    public String mark() {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
