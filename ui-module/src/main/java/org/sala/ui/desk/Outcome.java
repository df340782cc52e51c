package org.sala.ui.desk;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.RegistrationQueries.Line;

/** What came of letting somebody in. */
sealed interface Outcome {

    /** Whom it is about; empty where nobody was found. */
    Optional<Line> about();

    record CheckedIn(Line who, Instant at) implements Outcome {
        @Override
        public Optional<Line> about() {
            return Optional.of(who);
        }
    }

    /**
     * Was here before.
     *
     * @param since null where it is not known here yet
     */
    record HereAlready(Line who, @Nullable Instant since) implements Outcome {
        @Override
        public Optional<Line> about() {
            return Optional.of(who);
        }
    }

    record CheckedOut(Line who) implements Outcome {
        @Override
        public Optional<Line> about() {
            return Optional.of(who);
        }
    }

    /**
     * Has no seat on the day.
     *
     * @param waiting whether they wait for one
     */
    record NotExpected(Line who, boolean waiting) implements Outcome {
        @Override
        public Optional<Line> about() {
            return Optional.of(who);
        }
    }

    record Cancelled(Line who) implements Outcome {
        @Override
        public Optional<Line> about() {
            return Optional.of(who);
        }
    }

    /**
     * It was not done.
     *
     * @param reason registration's; empty where it could not be asked
     * @param words why, in the reader's language
     */
    record Refused(Optional<Line> about, Optional<String> reason, String words) implements Outcome {}
}
