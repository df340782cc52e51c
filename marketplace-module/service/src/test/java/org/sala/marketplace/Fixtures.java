package org.sala.marketplace;

import java.time.Clock;
import java.util.Map;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.marketplace.api.MarketplaceRejected.Reason;
import org.sala.testing.AggregateFixtures;

/** Axon's fixtures for this context. */
final class Fixtures {

    private static final AggregateFixtures<MarketplaceRejected, Reason> FIXTURES = new AggregateFixtures<>(
            MarketplaceConfiguration::targetOf,
            MarketplaceRejected.class,
            MarketplaceRejected::reason,
            MarketplaceRejected::details);

    private Fixtures() {}

    static <T> FixtureConfiguration<T> of(Class<T> aggregate, BookInMemory book, Clock clock) {
        return FIXTURES.of(aggregate, book.books(), clock);
    }

    static void assertRefused(ResultValidator<?> result, Reason reason, Map<String, String> details) {
        FIXTURES.assertRefused(result, reason, details);
    }
}
