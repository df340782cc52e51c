package org.sala.sessions;

import org.axonframework.eventhandling.EventHandler;
import org.sala.eventing.Erasures;
import org.sala.sessions.api.SessionsEvent.GroupSummaryErased;
import org.sala.sessions.api.SessionsEvent.PitchErased;

/** Makes the erasure of what tables and teams said true: follows sessions' own events (decision 0047). */
final class Erasing {

    private final Erasures erasures;

    Erasing(Erasures erasures) {
        this.erasures = erasures;
    }

    @EventHandler
    void on(GroupSummaryErased event) {
        erasures.destroy(event.summary().toString());
    }

    @EventHandler
    void on(PitchErased event) {
        erasures.destroy(event.interview().toString());
    }
}
