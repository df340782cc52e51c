package org.sala.registration;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.sala.registration.ParticipantState.Nobody;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationEvent.ParticipantEvent;

/** What was told of a person so far, read from their own events. */
final class Histories {

    private final EventStore events;

    Histories(EventStore events) {
        this.events = events;
    }

    ParticipantState of(ParticipantId participant) {
        ParticipantState state = new Nobody();
        for (var stored = events.readEvents(participant.toString()); stored.hasNext(); ) {
            if (stored.next().getPayload() instanceof ParticipantEvent event) {
                state = state.evolve(event);
            }
        }
        return state;
    }
}
