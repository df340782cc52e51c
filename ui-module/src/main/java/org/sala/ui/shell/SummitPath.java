package org.sala.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import java.util.Optional;
import java.util.UUID;
import org.sala.ui.language.FromText;

/** The summit that a URL names. */
public final class SummitPath {

    private SummitPath() {}

    /**
     * The summit of the place that is being opened; where there is none of that id the reader gets to see a page that
     * says so.
     */
    public static Optional<Summit> of(BeforeEnterEvent event, Summits summits) {
        var summit =
                event.getRouteParameters().get("summit").flatMap(FromText::id).flatMap(summits::find);
        if (summit.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
        }
        return summit;
    }

    /** The summit that an address is about, whether or not anything is there. */
    static Optional<UUID> inAddress(String path) {
        var segments = path.split("/", -1);
        return segments.length > 1 && segments[0].equals("summits") ? FromText.id(segments[1]) : Optional.empty();
    }
}
