package org.sala.registration;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sala.ports.CommandGate;
import org.sala.ports.Role;
import org.sala.registration.ParticipantState.Cancelled;
import org.sala.registration.ParticipantState.Erased;
import org.sala.registration.ParticipantState.Merged;
import org.sala.registration.ParticipantState.Nobody;
import org.sala.registration.ParticipantState.Registered;
import org.sala.registration.api.Contact;
import org.sala.registration.api.DayPlace;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.api.SummitId;
import org.sala.registration.api.TicketDigest;

/**
 * Answers from the book, and of a person from the person's own events. Seats are counts, which every role may see; people
 * are for staff, and everybody for themselves.
 */
final class GatedQueries implements RegistrationQueries {

    private final CommandGate gate;
    private final RegistrationBook book;
    private final Histories histories;

    GatedQueries(CommandGate gate, RegistrationBook book, Histories histories) {
        this.gate = gate;
        this.book = book;
        this.histories = histories;
    }

    @Override
    public List<SeatCount> seats(SummitId summit, String accessToken) {
        admit(accessToken, EnumSet.allOf(Role.class));
        var seats = book.seats().counts(summit);
        if (seats.isEmpty()) {
            throw new RegistrationRejected(Reason.SUMMIT_UNKNOWN);
        }
        return seats;
    }

    @Override
    public Person person(ParticipantId participant, String accessToken) {
        var pass = admit(accessToken, Set.of(Role.STAFF, Role.PARTICIPANT));
        if (pass.role() == Role.PARTICIPANT && !participant.toString().equals(pass.account())) {
            throw new RegistrationRejected(Reason.NOT_ALLOWED);
        }
        return find(participant).orElseThrow(() -> new RegistrationRejected(Reason.PARTICIPANT_UNKNOWN));
    }

    @Override
    public Optional<Person> personWith(SummitId summit, Contact contact, String accessToken) {
        return peopleWith(summit, List.of(contact), accessToken).getFirst();
    }

    @Override
    public List<Optional<Person>> peopleWith(SummitId summit, List<Contact> contacts, String accessToken) {
        admit(accessToken, Set.of(Role.STAFF));
        if (contacts.size() > PAGE) {
            throw new RegistrationRejected(Reason.MALFORMED, Map.of("field", "contacts"));
        }
        return book.contacts().holdersOf(summit, contacts).stream()
                .map(holder -> holder.flatMap(this::find))
                .toList();
    }

    @Override
    public Person personWithBadge(SummitId summit, String badge, String accessToken) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TicketHolder ticketHolder(TicketDigest ticket, String accessToken) {
        admit(accessToken, Set.of(Role.STAFF, Role.PARTICIPANT));
        return book.holderOf(ticket).orElseThrow(() -> new RegistrationRejected(Reason.TICKET_UNKNOWN));
    }

    @Override
    public People people(SummitId summit, Filter filter, int from, int most, String accessToken) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Waiting> waiting(SummitId summit, String accessToken) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Dispute> disputes(SummitId summit, String accessToken) {
        admit(accessToken, Set.of(Role.STAFF));
        return book.disputes().of(summit);
    }

    @Override
    public List<Pair> suspectedDuplicates(SummitId summit, String accessToken) {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] badgeKey(String accessToken) {
        throw new UnsupportedOperationException();
    }

    private CommandGate.Pass admit(String accessToken, Set<Role> roles) {
        return gate.admit(accessToken, roles, () -> new RegistrationRejected(Reason.NOT_ALLOWED));
    }

    private Optional<Person> find(ParticipantId participant) {
        return personOf(histories.of(participant));
    }

    static Optional<Person> personOf(ParticipantState state) {
        return switch (state) {
            case Nobody _ -> Optional.empty();
            case Registered(var as, var _) -> Optional.of(personOf(state, as, Status.REGISTERED));
            case Cancelled(var as, var _) -> Optional.of(personOf(state, as, Status.CANCELLED));
            case Merged(var as, var _, var _) -> Optional.of(personOf(state, as, Status.MERGED));
            case Erased(var as, var _, var _) -> Optional.of(personOf(state, as, Status.ERASED));
        };
    }

    private static Person personOf(ParticipantState state, Registration as, Status status) {
        var who = as.person();
        return new Person(
                as.participant(),
                as.summit(),
                who.organization(),
                who.name(),
                who.contact(),
                who.disability(),
                who.role(),
                who.gender(),
                who.ageBand(),
                who.language(),
                status,
                placesOf(state, as),
                as.consents().keySet(),
                null,
                state instanceof Erased(var _, var at, var _) ? at : null);
    }

    /** Places, and where the person was, which may be on a day that was dropped since. */
    static SortedMap<Integer, DayPlace> placesOf(ParticipantState state, Registration as) {
        var places = new TreeMap<Integer, DayPlace>();
        as.days()
                .forEach((day, place) -> places.put(
                        day,
                        new DayPlace(
                                place.mode(),
                                place.waiting(),
                                state.attendance().here(day))));
        return places;
    }
}
