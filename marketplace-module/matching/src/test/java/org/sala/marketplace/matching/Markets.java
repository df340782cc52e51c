package org.sala.marketplace.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Markets for tests: written in a few words, or drawn by chance from a seed. */
final class Markets {
    private final List<Market.Organization> organizations = new ArrayList<>();
    private final List<Market.Offer> offers = new ArrayList<>();
    private final List<Market.Need> needs = new ArrayList<>();

    static Markets of(String... organizations) {
        Markets markets = new Markets();
        for (String organization : organizations) {
            markets.organizations.add(new Market.Organization(new OrganizationId(organization), false));
        }
        return markets;
    }

    Markets small(String organization) {
        organizations.replaceAll(
                each -> each.id().value().equals(organization) ? new Market.Organization(each.id(), true) : each);
        return this;
    }

    /** An offer of id {@code organization-category}. */
    Markets offers(String organization, String category) {
        return offers(organization, category, 1, false);
    }

    Markets gives(String organization, String category) {
        return offers(organization, category, 1, true);
    }

    Markets offers(String organization, String category, int units, boolean gift) {
        offers.add(new Market.Offer(
                new OfferId(organization + "-" + category),
                new OrganizationId(organization),
                new Category(category),
                units,
                gift));
        return this;
    }

    /** A need of id {@code organization+category}. */
    Markets needs(String organization, String category) {
        needs.add(new Market.Need(
                new NeedId(organization + "+" + category), new OrganizationId(organization), new Category(category)));
        return this;
    }

    Market market() {
        return new Market(organizations, offers, needs);
    }

    /** Few enough of everything that every solution can be written down. */
    static Market small(Random random) {
        int organizations = 2 + random.nextInt(5);
        int categories = 1 + random.nextInt(4);
        double gifts = random.nextInt(3) * 0.2;
        List<Market.Organization> parties = new ArrayList<>();
        List<Market.Offer> offers = new ArrayList<>();
        List<Market.Need> needs = new ArrayList<>();
        for (int i = 0; i < organizations; i++) {
            parties.add(new Market.Organization(new OrganizationId("o" + i), random.nextBoolean()));
        }
        int offered = 1 + random.nextInt(7);
        for (int i = 0; i < offered; i++) {
            offers.add(new Market.Offer(
                    new OfferId("f" + i),
                    new OrganizationId("o" + random.nextInt(organizations)),
                    new Category("c" + random.nextInt(categories)),
                    random.nextInt(4) == 0 ? 2 : 1,
                    random.nextDouble() < gifts));
        }
        int needed = 1 + random.nextInt(7);
        for (int i = 0; i < needed; i++) {
            needs.add(new Market.Need(
                    new NeedId("n" + i),
                    new OrganizationId("o" + random.nextInt(organizations)),
                    new Category("c" + random.nextInt(categories))));
        }
        return new Market(parties, offers, needs);
    }

    /** As a summit's: three offers and three needs of each organisation, categories in Zipf's proportions. */
    static Market summit(int organizations, int categories, double gifts, Random random) {
        double[] upTo = new double[categories];
        double sum = 0;
        for (int i = 0; i < categories; i++) {
            sum += 1.0 / (i + 1);
            upTo[i] = sum;
        }
        List<Market.Organization> parties = new ArrayList<>();
        List<Market.Offer> offers = new ArrayList<>();
        List<Market.Need> needs = new ArrayList<>();
        for (int i = 0; i < organizations; i++) {
            OrganizationId id = new OrganizationId("o" + i);
            parties.add(new Market.Organization(id, random.nextBoolean()));
            for (int j = 0; j < 3; j++) {
                offers.add(new Market.Offer(
                        new OfferId("f" + i + "-" + j), id, category(upTo, random), 1, random.nextDouble() < gifts));
                needs.add(new Market.Need(new NeedId("n" + i + "-" + j), id, category(upTo, random)));
            }
        }
        return new Market(parties, offers, needs);
    }

    private static Category category(double[] upTo, Random random) {
        double drawn = random.nextDouble() * upTo[upTo.length - 1];
        int category = 0;
        while (upTo[category] < drawn) {
            category++;
        }
        return new Category("c" + category);
    }
}
