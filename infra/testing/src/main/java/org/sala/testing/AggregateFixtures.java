package org.sala.testing;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.Description;
import org.hamcrest.TypeSafeMatcher;

/**
 * Axon's fixtures around a context's aggregates, told of the ids of commands as the running context is.
 *
 * @param <X> how the context refuses
 * @param <R> why it does
 */
public final class AggregateFixtures<X extends RuntimeException, R extends Enum<R>> {

    private final Function<Object, Optional<String>> targetOf;
    private final Class<X> refusal;
    private final Function<X, R> reason;
    private final Function<X, Map<String, String>> details;

    /** @param targetOf gives the id of the aggregate that a command is for */
    public AggregateFixtures(
            Function<Object, Optional<String>> targetOf,
            Class<X> refusal,
            Function<X, R> reason,
            Function<X, Map<String, String>> details) {
        this.targetOf = targetOf;
        this.refusal = refusal;
        this.reason = reason;
        this.details = details;
    }

    /**
     * A fixture without history.
     *
     * @param resources what the aggregate's command handlers ask for as parameters
     */
    public <T> AggregateTestFixture<T> of(Class<T> aggregate, Object... resources) {
        var fixture = new AggregateTestFixture<>(aggregate);
        fixture.registerCommandTargetResolver(this::target);
        for (var resource : resources) {
            fixture.registerInjectableResource(resource);
        }
        return fixture;
    }

    /** That nothing happened, for this reason and with exactly these details. */
    public void assertRefused(ResultValidator<?> result, R reason, Map<String, String> details) {
        result.expectNoEvents().expectException(new Refusal(reason, details));
    }

    private VersionedAggregateIdentifier target(CommandMessage<?> message) {
        return new VersionedAggregateIdentifier(
                (Object) targetOf.apply(message.getPayload()).orElseThrow(), null);
    }

    private final class Refusal extends TypeSafeMatcher<X> {

        private final R expectedReason;
        private final Map<String, String> expectedDetails;

        Refusal(R expectedReason, Map<String, String> expectedDetails) {
            super(refusal);
            this.expectedReason = expectedReason;
            this.expectedDetails = expectedDetails;
        }

        @Override
        protected boolean matchesSafely(X thrown) {
            return reason.apply(thrown) == expectedReason
                    && details.apply(thrown).equals(expectedDetails);
        }

        @Override
        public void describeTo(Description description) {
            description.appendText("refused with " + expectedReason + " " + expectedDetails);
        }

        @Override
        protected void describeMismatchSafely(X thrown, Description description) {
            description.appendText("refused with " + reason.apply(thrown) + " " + details.apply(thrown));
        }
    }
}
