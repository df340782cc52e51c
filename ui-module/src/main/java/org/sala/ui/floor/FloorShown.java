package org.sala.ui.floor;

import com.vaadin.flow.router.QueryParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.OfferKind;
import org.sala.ui.language.Folded;
import org.sala.ui.language.FromText;
import org.sala.ui.shell.Summit;

/**
 * What of a floor is shown; it stands in the address.
 *
 * @param text what is looked for, in names and titles of either language
 * @param kind goods or capacities; null for both
 * @param category a code; null for all
 * @param organization null for all
 */
record FloorShown(
        String text,
        @Nullable OfferKind kind,
        @Nullable String category,
        @Nullable UUID organization,
        TradesShown trades) {

    static FloorShown in(QueryParameters asked) {
        return new FloorShown(
                asked.getSingleParameter("text").orElse(""),
                asked.getSingleParameter("kind")
                        .flatMap(name -> FromText.constant(OfferKind.values(), name))
                        .orElse(null),
                asked.getSingleParameter("category").orElse(null),
                asked.getSingleParameter("organization").flatMap(FromText::id).orElse(null),
                asked.getSingleParameter("trades")
                        .flatMap(name -> FromText.constant(TradesShown.values(), name))
                        .orElse(TradesShown.LIVE));
    }

    FloorShown withText(String other) {
        return new FloorShown(other, kind, category, organization, trades);
    }

    /** As the end of an address; empty where nothing is left out. */
    String query() {
        var said = new LinkedHashMap<String, String>();
        if (!text.isBlank()) {
            said.put("text", text);
        }
        if (kind != null) {
            said.put("kind", kind.name());
        }
        if (category != null) {
            said.put("category", category);
        }
        if (organization != null) {
            said.put("organization", organization.toString());
        }
        if (trades != TradesShown.LIVE) {
            said.put("trades", trades.name());
        }
        return said.isEmpty()
                ? ""
                : said.entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    boolean shows(Floor.Offer offer, Floor floor) {
        return isOf(offer.organization())
                && isOf(offer.kind(), offer.category())
                && says(Stream.concat(texts(offer.title(), offer.terms()), names(floor, offer.organization())));
    }

    boolean shows(Floor.Need need, Floor floor) {
        return isOf(need.organization())
                && isOf(need.kind(), need.category())
                && says(Stream.concat(texts(need.title(), need.details()), names(floor, need.organization())));
    }

    boolean shows(Floor.Trade trade, Floor floor) {
        return trades.has(trade.status()) && trade.legs().stream().anyMatch(leg -> shows(leg, floor));
    }

    boolean shows(Floor.Leg leg, Floor floor) {
        var offer = floor.offer(leg.offer());
        return (isOf(leg.giver()) || isOf(leg.receiver()))
                && offer.map(each -> isOf(each.kind(), each.category())).orElse(kind == null && category == null)
                && says(Stream.of(
                                offer.stream().flatMap(each -> texts(each.title())),
                                names(floor, leg.giver()),
                                names(floor, leg.receiver()))
                        .flatMap(each -> each));
    }

    boolean shows(Floor.Action action, Floor floor) {
        return (organization == null || action.organizations().contains(organization))
                && says(Stream.concat(
                        texts(action.title()), action.organizations().stream().flatMap(each -> names(floor, each))));
    }

    private boolean isOf(UUID one) {
        return organization == null || organization.equals(one);
    }

    private boolean isOf(OfferKind one, String code) {
        return (kind == null || kind == one) && (category == null || category.equals(code));
    }

    private boolean says(Stream<String> texts) {
        var looked = Folded.of(text);
        return looked.isEmpty() || texts.anyMatch(each -> Folded.of(each).contains(looked));
    }

    private static Stream<String> texts(Summit.Text... both) {
        return Arrays.stream(both).flatMap(each -> Stream.of(each.km(), each.en()));
    }

    private static Stream<String> names(Floor floor, UUID organization) {
        var name = floor.names().get(organization);
        return name == null ? Stream.empty() : texts(name);
    }
}
