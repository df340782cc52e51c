package org.sala.registration;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.sala.eventing.EventNames;
import org.sala.registration.api.DisclosureId;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationEvent;
import org.sala.registration.api.RegistrationEvent.ParticipantEvent;
import org.sala.registration.api.RegistrationQueries.Recorded;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;
import tools.jackson.databind.json.JsonMapper;

/** Everything that is held on a person, from their own events, in the order in which they were recorded. */
final class Disclosed {

    private static final EventNames NAMES = EventNames.of(RegistrationEvent.class);

    private final EventStore events;
    private final JsonMapper json = JsonMapper.builder().build();

    Disclosed(EventStore events) {
        this.events = events;
    }

    /**
     * @param disclosure has to be on record: nothing is given out that nobody can see was
     */
    List<Recorded> of(ParticipantId participant, DisclosureId disclosure) {
        var holdings = Holdings.NONE;
        var recorded = new ArrayList<Recorded>();
        for (var stored = events.readEvents(participant.toString()); stored.hasNext(); ) {
            var message = stored.next();
            if (message.getPayload() instanceof ParticipantEvent event) {
                holdings = holdings.evolve(event);
                recorded.add(new Recorded(
                        NAMES.nameOf(event.getClass()), message.getTimestamp(), json.writeValueAsString(event)));
            }
        }
        if (holdings.summit() == null) {
            throw new RegistrationRejected(Reason.PARTICIPANT_UNKNOWN);
        }
        if (!holdings.disclosures().contains(disclosure)) {
            throw new RegistrationRejected(Reason.DISCLOSURE_UNKNOWN);
        }
        return recorded;
    }
}
