package org.sala.registration;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.sala.ports.CommandGate;
import org.sala.ports.Role;
import org.sala.registration.ParticipantState.Erased;
import org.sala.registration.ParticipantState.Nobody;
import org.sala.registration.ParticipantState.Registered;
import org.sala.registration.api.Contact;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationEvent.ParticipantEvent;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.api.SummitId;

/**
 * Answers from the book, and of a person from the person's own events: nothing personal is kept in clear for it. Seats
 * are counts, which every role may see; people are for staff.
 */
final class GatedQueries implements RegistrationQueries {

    private final CommandGate gate;
    private final RegistrationBook book;
    private final ContactKeys keys;
    private final EventStore events;

    GatedQueries(CommandGate gate, RegistrationBook book, ContactKeys keys, EventStore events) {
        this.gate = gate;
        this.book = book;
        this.keys = keys;
        this.events = events;
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
