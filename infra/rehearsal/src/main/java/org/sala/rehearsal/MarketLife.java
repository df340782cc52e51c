package org.sala.rehearsal;

import java.util.HashMap;
import java.util.List;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceCommand.ConfirmLeg;
import org.sala.marketplace.api.MarketplaceCommand.CounterTrade;
import org.sala.marketplace.api.MarketplaceCommand.DeclineTrade;
import org.sala.marketplace.api.MarketplaceCommand.DeliverLeg;
import org.sala.marketplace.api.MarketplaceCommand.PledgeJointAction;
import org.sala.marketplace.api.MarketplaceCommand.ProposeTrade;
import org.sala.marketplace.api.MarketplaceCommand.ReportJointAction;
import org.sala.marketplace.api.MarketplaceCommand.VoiceNeed;
import org.sala.marketplace.api.TradeId;

/**
 * What becomes of a summit's trades, and what is needed and pledged.
 *
 * @param needs what organisations need
 * @param counters other legs for a trade; who accepts them stands among the acceptances
 * @param declines trades that a party does not want
 * @param deliveries legs that their givers delivered
 * @param confirmations legs that their receivers confirm
 * @param pledges what organisations will do together
 * @param reports how far that has come
 */
record MarketLife(
        List<Line<VoiceNeed>> needs,
        List<Line<CounterTrade>> counters,
        List<Line<DeclineTrade>> declines,
        List<Line<DeliverLeg>> deliveries,
        List<Line<ConfirmLeg>> confirmations,
        List<Line<PledgeJointAction>> pledges,
        List<Line<ReportJointAction>> reports) {

    /** How many trades have all their legs confirmed. */
    int completed(List<Line<ProposeTrade>> proposals) {
        return Math.toIntExact(proposals.stream()
                .map(Line::command)
                .filter(trade -> confirmations.stream()
                                .filter(line -> line.command().trade().equals(trade.trade()))
                                .count()
                        == trade.legs().size())
                .count());
    }

    /** How many needs are met: of each leg that is confirmed and serves one. */
    int met(List<Line<ProposeTrade>> proposals) {
        var legs = new HashMap<TradeId, List<Leg>>();
        proposals.forEach(
                line -> legs.put(line.command().trade(), line.command().legs()));
        return Math.toIntExact(confirmations.stream()
                .map(Line::command)
                .map(confirm -> legs.getOrDefault(confirm.trade(), List.of()).get(confirm.leg() - 1))
                .filter(leg -> leg.need() != null)
                .count());
    }
}
