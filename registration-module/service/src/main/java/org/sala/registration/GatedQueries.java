package org.sala.registration;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.sala.eventing.EventNames;
import org.sala.ports.CommandGate;
import org.sala.ports.Role;
import org.sala.registration.ParticipantState.Erased;
import org.sala.registration.ParticipantState.Nobody;
import org.sala.registration.ParticipantState.Registered;
import org.sala.registration.api.Contact;
import org.sala.registration.api.DisclosureId;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationEvent;
import org.sala.registration.api.RegistrationEvent.ParticipantEvent;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.api.SummitId;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers from the book, and of a person from the person's own events: nothing personal is kept in clear for it. Seats
 * are counts, which every role may see; people are for staff.
 */
final class GatedQueries implements RegistrationQueries {

    private static final EventNames NAMES = EventNames.of(RegistrationEvent.class);

    private final CommandGate gate;
    private final RegistrationBook book;
    private final ContactKeys keys;
    private final EventStore events;
    private final Retention retention;
    private final JsonMapper json = JsonMapper.builder().build();

    GatedQueries(CommandGate gate, RegistrationBook book, ContactKeys keys, EventStore events, Retention retention) {
        this.gate = gate;
        this.book = book;
        this.keys = keys;
        this.events = events;
        this.retention = retention;
    }

    @Override
    public List<SeatCount> seats(SummitId summit, String accessToken) {
        admit(accessToken, EnumSet.allOf(Role.class));
        var seats = book.seats(summit);
        if (seats.isEmpty()) {
            throw new RegistrationRejected(Reason.SUMMIT_UNKNOWN);
        }
        return seats;
    }

    @Override
    public Person person(ParticipantId participant, String accessToken) {
        admit(accessToken, Set.of(Role.STAFF));
        return find(participant).orElseThrow(() -> new RegistrationRejected(Reason.PARTICIPANT_UNKNOWN));
    }

    @Override
    public Optional<Person> personWith(SummitId summit, Contact contact, String accessToken) {
        admit(accessToken, Set.of(Role.STAFF));
        return keys.of(summit, contact).stream()
                .flatMap(key -> book.holderOf(summit, key).stream())
                .findFirst()
                .flatMap(this::find);
    }

    /** From the person's own events, in the order in which they were recorded. */
    @Override
    public List<Recorded> disclosed(ParticipantId participant, DisclosureId disclosure, String accessToken) {
        admit(accessToken, Set.of(Role.STAFF));
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

    @Override
    public List<Retained> retained(SummitId summit, String accessToken) {
        admit(accessToken, Set.of(Role.STAFF, Role.AUDITOR));
        return retention.of(summit).orElseThrow(() -> new RegistrationRejected(Reason.SUMMIT_UNKNOWN));
    }

    private void admit(String accessToken, Set<Role> roles) {
        gate.admit(accessToken, roles, () -> new RegistrationRejected(Reason.NOT_ALLOWED));
    }

    private Optional<Person> find(ParticipantId participant) {
        ParticipantState state = new Nobody();
        for (var stored = events.readEvents(participant.toString()); stored.hasNext(); ) {
            if (stored.next().getPayload() instanceof ParticipantEvent event) {
                state = state.evolve(event);
            }
        }
        return switch (state) {
            case Nobody _ -> Optional.empty();
            case Registered(var as, var _) ->
                Optional.of(new Person(
                        participant,
                        as.summit(),
                        as.organization(),
                        as.name(),
                        as.contact(),
                        as.disability(),
                        as.role(),
                        as.days(),
                        null));
            case Erased(var as, var at) ->
                Optional.of(new Person(
                        participant,
                        as.summit(),
                        as.organization(),
                        as.name(),
                        as.contact(),
                        as.disability(),
                        as.role(),
                        as.days(),
                        at));
        };
    }
}
