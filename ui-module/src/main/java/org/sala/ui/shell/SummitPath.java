package org.sala.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import java.util.Optional;
import java.util.UUID;

/** The summit that a URL names. */
public final class SummitPath {

    private SummitPath() {}

    /**
     * The summit of the place that is being opened; where there is none of that id the reader gets to see a page that
     * says so.
     */
    public static Optional<Summit> of(BeforeEnterEvent event, Summits summits) {
        var summit =
                event.getRouteParameters().get("summit").flatMap(SummitPath::id).flatMap(summits::find);
        if (summit.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
        }
        return summit;
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
