package org.sala.benchmarks.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.sala.marketplace.matching.Category;
import org.sala.marketplace.matching.Market;
import org.sala.marketplace.matching.NeedId;
import org.sala.marketplace.matching.OfferId;
import org.sala.marketplace.matching.OrganizationId;

/**
 * Markets as a summit may have: three offers and three needs of each organisation, one unit each, half of the
 * organisations small.
 *
 * @param gifts the share of offers that are gifts, 0 to 1
 */
record Summits(double gifts) {
    /** What is offered and needed is drawn in Zipf's proportions: the second category half as often as the first. */
    private static final int CATEGORIES = 25;

    private static final int OF_EACH = 3;

    Market drawn(int organizations, long seed) {
        Random random = new Random(seed);
        List<Market.Organization> parties = new ArrayList<>();
        List<Market.Offer> offers = new ArrayList<>();
        List<Market.Need> needs = new ArrayList<>();
        for (int i = 0; i < organizations; i++) {
            OrganizationId id = new OrganizationId("organization-" + i);
            parties.add(new Market.Organization(id, random.nextBoolean()));
            for (int j = 0; j < OF_EACH; j++) {
                String number = i + "-" + j;
                offers.add(new Market.Offer(
                        new OfferId("offer-" + number), id, category(random), 1, random.nextDouble() < gifts));
                needs.add(new Market.Need(new NeedId("need-" + number), id, category(random)));
            }
        }
        return new Market(parties, offers, needs);
    }

    private static Category category(Random random) {
        double all = 0;
        for (int i = 1; i <= CATEGORIES; i++) {
            all += 1.0 / i;
        }
        double drawn = random.nextDouble() * all;
        int category = 1;
        while (category < CATEGORIES && drawn >= 1.0 / category) {
            drawn -= 1.0 / category;
            category++;
        }
        return new Category("category-" + category);
    }
}
