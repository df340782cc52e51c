package org.sala.registration;

import java.time.Clock;
import java.util.Map;
import org.axonframework.messaging.interceptors.TransactionManagingInterceptor;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.testing.AggregateFixtures;

/** Axon's fixtures for this context. */
final class Fixtures {

    private static final AggregateFixtures<RegistrationRejected, Reason> FIXTURES = new AggregateFixtures<>(
            RegistrationConfiguration::targetOf,
            RegistrationRejected.class,
            RegistrationRejected::reason,
            RegistrationRejected::details);

    private Fixtures() {}

    /** Each command in a transaction of its own. */
    static <T> FixtureConfiguration<T> of(Class<T> aggregate, RegistrationTables book, Clock clock) {
        return FIXTURES.of(aggregate, book, clock)
                .registerCommandHandlerInterceptor(new TransactionManagingInterceptor<>(Tables.transactions()));
    }

    static void assertRefused(ResultValidator<?> result, Reason reason) {
        assertRefused(result, reason, Map.of());
    }

    static void assertRefused(ResultValidator<?> result, Reason reason, Map<String, String> details) {
        FIXTURES.assertRefused(result, reason, details);
    }
}
