package org.sala.rehearsal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.ActionProgress;
import org.sala.marketplace.api.BilingualText;
import org.sala.marketplace.api.DeclineReason;
import org.sala.marketplace.api.FreeText;
import org.sala.marketplace.api.JointActionId;
import org.sala.marketplace.api.MarketplaceCommand.AcceptTrade;
import org.sala.marketplace.api.MarketplaceCommand.ConfirmLeg;
import org.sala.marketplace.api.MarketplaceCommand.CounterTrade;
import org.sala.marketplace.api.MarketplaceCommand.DeclineTrade;
import org.sala.marketplace.api.MarketplaceCommand.DeliverLeg;
import org.sala.marketplace.api.MarketplaceCommand.PledgeJointAction;
import org.sala.marketplace.api.MarketplaceCommand.ReportJointAction;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;
import org.sala.marketplace.api.TradeId;

/** What is countered, declined, delivered, confirmed and pledged. */
final class PromiseLines {

    private final SummitFiles files;
    private final MarketLines market;

    PromiseLines(SummitFiles files, MarketLines market) {
        this.files = files;
        this.market = market;
    }

    MarketLife read() {
        var deliveries = new ArrayList<Line<DeliverLeg>>();
        var confirmations = new ArrayList<Line<ConfirmLeg>>();
        files.sheet("promises", "trade, leg, delivered_at, note, confirmed_at, evidence")
                .each(row -> promise(row, deliveries, confirmations));
        var pledges = new ArrayList<Line<PledgeJointAction>>();
        var reports = new ArrayList<Line<ReportJointAction>>();
        var keys = new HashMap<String, UUID>();
        files.sheet(
                        "pledges",
                        "key, organizations, title_km, title_en, due_by, pledged_at, reported_by, progress, reported_at")
                .each(row -> pledge(row, files.key(row, "joint-action", keys), pledges, reports));
        return new MarketLife(
                market.needs,
                counters(),
                declines(),
                Line.inOrder(deliveries),
                Line.inOrder(confirmations),
                Line.inOrder(pledges),
                Line.inOrder(reports));
    }

    private List<Line<CounterTrade>> counters() {
        return Line.inOrder(files.sheet("counters", "trade, by, countered_at, accepted_by, accepted_at")
                .each(row -> {
                    var key = row.text("trade");
                    var trade = trade(row);
                    for (var organization : row.allKnown("accepted_by", files.organizations(), "organizations.csv")) {
                        market.acceptances.add(row.line(
                                key,
                                row.moment("accepted_at", files.zone()),
                                new AcceptTrade(trade, new OrganizationId(organization), MarketLines.COUNTERED)));
                    }
                    market.acceptances.sort(Line.BY_TIME);
                    return row.line(
                            key,
                            row.moment("countered_at", files.zone()),
                            new CounterTrade(trade, organization(row, "by"), 1, market.countered(row, key), null));
                }));
    }

    private List<Line<DeclineTrade>> declines() {
        return Line.inOrder(files.sheet("declines", "trade, by, reason, declined_at")
                .each(row -> row.line(
                        row.text("trade"),
                        row.moment("declined_at", files.zone()),
                        new DeclineTrade(
                                trade(row), organization(row, "by"), row.one("reason", DeclineReason.class)))));
    }

    private boolean promise(Sheet.Row row, List<Line<DeliverLeg>> deliveries, List<Line<ConfirmLeg>> confirmations) {
        var key = row.text("trade");
        var trade = trade(row);
        var number = row.number("leg");
        var leg = market.leg(row, key, number);
        var deliveredAt = row.moment("delivered_at", files.zone());
        deliveries.add(row.line(
                key,
                deliveredAt,
                new DeliverLeg(trade, number, leg.giver(), day(deliveredAt), words(row.maybe("note")))));
        if (row.maybe("confirmed_at") != null) {
            var confirmedAt = row.moment("confirmed_at", files.zone());
            confirmations.add(row.line(
                    key,
                    confirmedAt,
                    new ConfirmLeg(trade, number, leg.receiver(), day(confirmedAt), words(row.maybe("evidence")))));
        }
        return true;
    }

    private boolean pledge(
            Sheet.Row row, String key, List<Line<PledgeJointAction>> pledges, List<Line<ReportJointAction>> reports) {
        var action = new JointActionId(files.ids().of("joint-action", key));
        var organizations = row.allKnown("organizations", files.organizations(), "organizations.csv").stream()
                .map(OrganizationId::new)
                .collect(Collectors.toSet());
        pledges.add(row.line(
                key,
                row.moment("pledged_at", files.zone()),
                new PledgeJointAction(
                        action,
                        new SummitId(files.ids().space()),
                        organizations,
                        row.both("title", BilingualText::new),
                        row.date("due_by"))));
        if (row.maybe("reported_by") != null) {
            var at = row.moment("reported_at", files.zone());
            reports.add(row.line(
                    key,
                    at,
                    new ReportJointAction(
                            action,
                            organization(row, "reported_by"),
                            row.one("progress", ActionProgress.class),
                            day(at),
                            null)));
        }
        return true;
    }

    private LocalDate day(Instant at) {
        return at.atZone(files.zone()).toLocalDate();
    }

    private static @Nullable FreeText words(@Nullable String text) {
        return text == null ? null : new FreeText(text);
    }

    private TradeId trade(Sheet.Row row) {
        return new TradeId(row.known("trade", market.trades, "trades.csv"));
    }

    private OrganizationId organization(Sheet.Row row, String field) {
        return new OrganizationId(row.known(field, files.organizations(), "organizations.csv"));
    }
}
