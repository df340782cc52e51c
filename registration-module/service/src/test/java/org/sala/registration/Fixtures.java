package org.sala.registration;

import java.time.Clock;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.Description;
import org.hamcrest.TypeSafeMatcher;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;

/** Axon's fixture, told of the ids of commands as the running context is. */
final class Fixtures {

    private Fixtures() {}

    static <T> FixtureConfiguration<T> of(Class<T> aggregate, BookInMemory book, Clock clock) {
        return new AggregateTestFixture<>(aggregate)
                .registerCommandTargetResolver(Fixtures::target)
                .registerInjectableResource(book)
                .registerInjectableResource(new ContactKeys(new byte[32]))
                .registerInjectableResource(clock);
    }

    static <T> void assertRefused(ResultValidator<T> result, Reason reason) {
        assertRefused(result, reason, Map.of());
    }

    static <T> void assertRefused(ResultValidator<T> result, Reason reason, Map<String, String> details) {
        result.expectNoEvents().expectException(new Refusal(reason, details));
    }

    private static VersionedAggregateIdentifier target(CommandMessage<?> message) {
        var target = RegistrationConfiguration.targetOf(message.getPayload()).orElseThrow();
        return new VersionedAggregateIdentifier((Object) target, null);
    }

    private static final class Refusal extends TypeSafeMatcher<RegistrationRejected> {

        private final Reason reason;
        private final Map<String, String> details;

        Refusal(Reason reason, Map<String, String> details) {
            this.reason = reason;
            this.details = details;
        }

        @Override
        protected boolean matchesSafely(RegistrationRejected refusal) {
            return refusal.reason() == reason && refusal.details().equals(details);
        }

        @Override
        public void describeTo(Description description) {
            description.appendText("refused with " + reason + " " + details);
        }

        @Override
        protected void describeMismatchSafely(RegistrationRejected refusal, Description description) {
            description.appendText("refused with " + refusal.reason() + " " + refusal.details());
        }
    }
}
