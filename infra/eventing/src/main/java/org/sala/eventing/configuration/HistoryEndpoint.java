package org.sala.eventing.configuration;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.store.Verification;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** {@code /actuator/history}: whether the events are what they were when they got their positions. Reads all of them. */
@Endpoint(id = "history")
record HistoryEndpoint(Verification verification) {

    /**
     * What operators are told.
     *
     * @param whole whether every event is what it was
     * @param changedAfter the position after which something is not; absent where all is whole
     */
    record Answer(boolean whole, long events, @Nullable Long changedAfter) {}

    @ReadOperation
    Answer verify() {
        var report = verification.verify();
        OptionalLong changed = report.changedAfter();
        return new Answer(report.whole(), report.events(), changed.isPresent() ? changed.getAsLong() : null);
    }
}
