package org.sala.rehearsal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sala.marketplace.api.BilingualText;
import org.sala.marketplace.api.Category;
import org.sala.marketplace.api.Language;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceCommand.AcceptTrade;
import org.sala.marketplace.api.MarketplaceCommand.PostOffer;
import org.sala.marketplace.api.MarketplaceCommand.ProposeTrade;
import org.sala.marketplace.api.MarketplaceCommand.VoiceNeed;
import org.sala.marketplace.api.NeedId;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OfferKind;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.Place;
import org.sala.marketplace.api.SummitId;
import org.sala.marketplace.api.TradeId;
import org.sala.marketplace.api.Urgency;

/** What is offered, needed and traded, and who accepts it. */
final class MarketLines {

    /** The round of a trade that was countered once. */
    static final int COUNTERED = 2;

    private final SummitFiles files;
    private final Map<String, List<Leg>> legs = new LinkedHashMap<>();

    /** Ids of trades by their keys. */
    final Map<String, UUID> trades = new HashMap<>();

    final List<Line<PostOffer>> offers;
    final List<Line<VoiceNeed>> needs;
    final List<Line<ProposeTrade>> proposals;
    final List<Line<AcceptTrade>> acceptances = new ArrayList<>();

    MarketLines(SummitFiles files) {
        this.files = files;
        offers = offers();
        var offered = new HashMap<String, OfferId>();
        offers.forEach(line -> offered.put(line.key(), line.command().offer()));
        needs = needs();
        var needed = new HashMap<String, NeedId>();
        needs.forEach(line -> needed.put(line.key(), line.command().need()));
        files.sheet("trade-legs", "trade, giver, receiver, offer, units, need")
                .each(row -> legs.computeIfAbsent(row.text("trade"), trade -> new ArrayList<>())
                        .add(new Leg(
                                organization(row, "giver"),
                                organization(row, "receiver"),
                                row.known("offer", offered, "offers.csv"),
                                row.number("units"),
                                row.maybe("need") == null ? null : row.known("need", needed, "needs.csv"),
                                null)));
        proposals = Line.inOrder(files.sheet("trades", "key, proposer, proposed_at, accepted_by, accepted_at")
                .each(row -> {
                    var key = files.key(row, "trade", trades);
                    var trade = new TradeId(files.ids().of("trade", key));
                    var acceptedBy = row.allKnown("accepted_by", files.organizations(), "organizations.csv");
                    for (var organization : acceptedBy) {
                        acceptances.add(row.line(
                                key,
                                row.moment("accepted_at", files.zone()),
                                new AcceptTrade(trade, new OrganizationId(organization), 1)));
                    }
                    return row.line(
                            key,
                            row.moment("proposed_at", files.zone()),
                            new ProposeTrade(
                                    trade,
                                    new SummitId(files.ids().space()),
                                    organization(row, "proposer"),
                                    legs.getOrDefault(key, List.of()),
                                    null));
                }));
        acceptances.sort(Line.BY_TIME);
        legs.keySet().stream()
                .filter(trade -> !trades.containsKey(trade.replaceFirst("/" + COUNTERED + "$", "")))
                .forEach(trade -> files.faults()
                        .add(new Fault("trade-legs.csv", 1, "trade", trade + " is no key in trades.csv")));
    }

    /** The legs that take the place of a trade's, under its key and the number of the round. */
    List<Leg> countered(Sheet.Row row, String trade) {
        return row.known("trade", trade + "/" + COUNTERED, legs, "trade-legs.csv");
    }

    /** A leg of a trade as it was proposed. */
    Leg leg(Sheet.Row row, String trade, int number) {
        var all = legs.getOrDefault(trade, List.of());
        if (number < 1 || number > all.size()) {
            throw row.faulty("leg", "is no leg of the trade");
        }
        return all.get(number - 1);
    }

    private OrganizationId organization(Sheet.Row row, String field) {
        return new OrganizationId(row.known(field, files.organizations(), "organizations.csv"));
    }

    private List<Line<PostOffer>> offers() {
        var keys = new HashMap<String, UUID>();
        return Line.inOrder(files.sheet(
                        "offers",
                        "key, organization, kind, category, title_km, title_en, terms_km, terms_en, units, unit_km,"
                                + " unit_en, languages, remote, venue_km, venue_en, good_until, gift, posted_at")
                .each(row -> {
                    var key = files.key(row, "offer", keys);
                    return row.line(
                            key,
                            row.moment("posted_at", files.zone()),
                            new PostOffer(
                                    new SummitId(files.ids().space()),
                                    new OrganizationId(
                                            row.known("organization", files.organizations(), "organizations.csv")),
                                    new OfferId(files.ids().of("offer", key)),
                                    row.one("kind", OfferKind.class),
                                    new Category(row.text("category")),
                                    row.both("title", BilingualText::new),
                                    row.both("terms", BilingualText::new),
                                    row.number("units"),
                                    row.both("unit", BilingualText::new),
                                    row.some("languages", Language.class),
                                    new Place(
                                            Boolean.TRUE.equals(row.yesOrNo("remote")),
                                            row.maybe("venue_km") == null
                                                    ? null
                                                    : row.both("venue", BilingualText::new)),
                                    row.date("good_until")
                                            .plusDays(1)
                                            .atStartOfDay(files.zone())
                                            .toInstant(),
                                    Boolean.TRUE.equals(row.yesOrNo("gift"))));
                }));
    }

    private List<Line<VoiceNeed>> needs() {
        var keys = new HashMap<String, UUID>();
        return Line.inOrder(files.sheet(
                        "needs",
                        "key, organization, kind, category, title_km, title_en, details_km, details_en, urgency,"
                                + " voiced_at")
                .each(row -> {
                    var key = files.key(row, "need", keys);
                    return row.line(
                            key,
                            row.moment("voiced_at", files.zone()),
                            new VoiceNeed(
                                    new SummitId(files.ids().space()),
                                    organization(row, "organization"),
                                    new NeedId(files.ids().of("need", key)),
                                    row.one("kind", OfferKind.class),
                                    new Category(row.text("category")),
                                    row.both("title", BilingualText::new),
                                    row.both("details", BilingualText::new),
                                    row.one("urgency", Urgency.class)));
                }));
    }
}
