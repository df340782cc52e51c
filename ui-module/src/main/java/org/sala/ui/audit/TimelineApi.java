package org.sala.ui.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

/** The history, for programs: context by context in the order of positions, without what is personal. */
@RestController
class TimelineApi {

    private static final int MOST = 1_000;

    private final Timeline timeline;
    private final Catalogue catalogue;

    TimelineApi(Timeline timeline, Catalogue catalogue) {
        this.timeline = timeline;
        this.catalogue = catalogue;
    }

    /**
     * One event.
     *
     * @param time when its context stored it; the beginning of the day, in UTC, where it is {@code untimed}
     * @param takenAt when it was taken in here; absent where the event has no time that could be added to
     */
    record Event(
            UUID id,
            String type,
            String context,
            long position,
            String subject,
            long sequence,
            Instant time,
            boolean untimed,
            @Nullable Instant takenAt,
            @Nullable String actor,
            @Nullable String role,
            @Nullable String correlation,
            @Nullable String causation,
            JsonNode payload) {

        @Override
        public String toString() {
            return "Event[" + id + "]";
        }
    }

    /** Events of one context after a position, at most a thousand. */
    @GetMapping("/api/timeline")
    List<Event> timeline(
            @RequestParam String context,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST || after < 0) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit is 1 to 1000, after is 0 or more");
        }
        return timeline.after(context, after, limit).stream()
                .map(entry -> new Event(
                        entry.id(),
                        entry.type(),
                        entry.context(),
                        entry.position(),
                        entry.subject(),
                        entry.sequence(),
                        entry.time(),
                        entry.untimed(),
                        entry.takenAt(),
                        entry.actor(),
                        entry.role(),
                        entry.correlation(),
                        entry.causation(),
                        catalogue.withoutPersonal(entry.type(), entry.payload())))
                .toList();
    }

    /** How far each context's history is taken in; a context of which nothing was taken is absent. */
    @GetMapping("/api/positions")
    List<Timeline.Reached> positions() {
        return timeline.reached();
    }
}
