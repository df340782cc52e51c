package org.sala.ui.audit;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which events History shows, as its URL says.
 *
 * @param from from this moment on, by the summit's clock
 * @param until before this moment, by the summit's clock
 * @param figure only the events that make this figure of the report
 * @param event the event whose details are open
 */
record Filter(
        @Nullable String context,
        @Nullable String type,
        @Nullable String subject,
        @Nullable String correlation,
        @Nullable LocalDateTime from,
        @Nullable LocalDateTime until,
        @Nullable String figure,
        @Nullable UUID event) {

    static Filter of(QueryParameters parameters) {
        return new Filter(
                text(parameters, "context"),
                text(parameters, "type"),
                text(parameters, "subject"),
                text(parameters, "correlation"),
                time(parameters, "from"),
                time(parameters, "until"),
                text(parameters, "figure"),
                id(parameters));
    }

    QueryParameters parameters() {
        var parameters = new LinkedHashMap<String, List<String>>();
        put(parameters, "context", context);
        put(parameters, "type", type);
        put(parameters, "subject", subject);
        put(parameters, "correlation", correlation);
        put(parameters, "from", from);
        put(parameters, "until", until);
        put(parameters, "figure", figure);
        put(parameters, "event", event);
        return new QueryParameters(parameters);
    }

    Filter opening(@Nullable UUID other) {
        return new Filter(context, type, subject, correlation, from, until, figure, other);
    }

    /** Whether it shows the same events as another, whichever of them is open. */
    boolean shows(Filter other) {
        return opening(null).equals(other.opening(null));
    }

    boolean isEverything() {
        return shows(everything());
    }

    static Filter everything() {
        return new Filter(null, null, null, null, null, null, null, null);
    }

    private static void put(LinkedHashMap<String, List<String>> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, List.of(value.toString()));
        }
    }

    private static @Nullable String text(QueryParameters parameters, String name) {
        return parameters
                .getSingleParameter(name)
                .filter(value -> !value.isBlank() && value.length() <= 200)
                .orElse(null);
    }

    private static @Nullable LocalDateTime time(QueryParameters parameters, String name) {
        return Optional.ofNullable(text(parameters, name))
                .flatMap(Filter::parsed)
                .orElse(null);
    }

    private static Optional<LocalDateTime> parsed(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static @Nullable UUID id(QueryParameters parameters) {
        var text = text(parameters, "event");
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
