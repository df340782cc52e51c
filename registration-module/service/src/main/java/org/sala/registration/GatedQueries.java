package org.sala.registration;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.ports.CommandGate;
import org.sala.ports.Role;
import org.sala.registration.api.Contact;
import org.sala.registration.api.DisclosureId;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.api.SummitId;
import org.sala.registration.api.TicketDigest;
import org.sala.registration.duplicates.Suspects;
import org.sala.registration.seats.Queued;

/**
 * Answers from the book, and of a person from the person's own events. Seats are counts, which every role may see; people
 * are for staff, and everybody for themselves.
 */
final class GatedQueries implements RegistrationQueries {

    private final CommandGate gate;
    private final RegistrationTables book;
    private final Persons persons;
    private final Disclosed disclosed;
    private final Retention retention;

    GatedQueries(CommandGate gate, RegistrationTables book, Persons persons, Disclosed disclosed, Retention retention) {
        this.gate = gate;
        this.book = book;
        this.persons = persons;
        this.disclosed = disclosed;
        this.retention = retention;
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
        staffOrThemselves(participant, accessToken);
        return persons.find(participant).orElseThrow(() -> new RegistrationRejected(Reason.PARTICIPANT_UNKNOWN));
    }

    @Override
    public Optional<Person> personWith(SummitId summit, Contact contact, String accessToken) {
        return peopleWith(summit, List.of(contact), accessToken).getFirst();
    }

    @Override
    public List<Optional<Person>> peopleWith(SummitId summit, List<Contact> contacts, String accessToken) {
        admit(accessToken, Set.of(Role.STAFF));
        if (contacts.size() > PAGE) {
            throw malformed("contacts");
        }
        return book.contacts().holdersOf(summit, contacts).stream()
                .map(holder -> holder.flatMap(persons::find))
                .toList();
    }

    @Override
    public Person personWithBadge(SummitId summit, String badge, String accessToken) {
        admit(accessToken, Set.of(Role.STAFF));
        return persons.withBadge(summit, badge);
    }

    @Override
    public TicketHolder ticketHolder(TicketDigest ticket, String accessToken) {
        admit(accessToken, Set.of(Role.STAFF, Role.PARTICIPANT));
        return book.holderOf(ticket).orElseThrow(() -> new RegistrationRejected(Reason.TICKET_UNKNOWN));
    }

    @Override
    public People people(SummitId summit, Filter filter, int from, int most, String accessToken) {
        admit(accessToken, Set.of(Role.STAFF));
        if (from < 0) {
            throw malformed("from");
        }
        if (most < 1 || most > PAGE) {
            throw malformed("most");
        }
        known(summit);
        var found = book.people().find(summit, filter);
        return new People(found.stream().skip(from).limit(most).toList(), found.size());
    }

    @Override
    public List<Waiting> waiting(SummitId summit, String accessToken) {
        admit(accessToken, Set.of(Role.STAFF));
        known(summit);
        var queue = book.seats().queue(summit);
        var lines = book.people()
                .lines(summit, queue.stream().map(Queued::participant).toList());
        return queue.stream()
                .flatMap(one -> Optional.ofNullable(lines.get(one.participant())).stream()
                        .map(line -> new Waiting(line, one.day(), one.mode(), one.place(), one.since())))
                .toList();
    }

    private void known(SummitId summit) {
        if (book.seats().counts(summit).isEmpty()) {
            throw new RegistrationRejected(Reason.SUMMIT_UNKNOWN);
        }
    }

    private static RegistrationRejected malformed(String field) {
        return new RegistrationRejected(Reason.MALFORMED, Map.of("field", field));
    }

    @Override
    public List<Dispute> disputes(SummitId summit, String accessToken) {
        admit(accessToken, Set.of(Role.STAFF));
        known(summit);
        var open = book.disputes().of(summit);
        var lines = book.people()
                .lines(summit, open.stream().map(Dispute::participant).toList());
        return open.stream()
                .map(dispute -> new Dispute(
                        dispute.dispute(),
                        dispute.participant(),
                        lines.get(dispute.participant()),
                        dispute.reason(),
                        dispute.direction(),
                        dispute.day(),
                        dispute.mode(),
                        dispute.occurredAt(),
                        dispute.recordedAt()))
                .toList();
    }

    @Override
    public List<Pair> suspectedDuplicates(SummitId summit, String accessToken) {
        admit(accessToken, Set.of(Role.STAFF));
        known(summit);
        return Suspects.among(book.people().everybody(summit), book.verdicts().dismissed(summit), PAGE);
    }

    @Override
    public byte[] badgeKey(String accessToken) {
        admit(accessToken, EnumSet.allOf(Role.class));
        return persons.badgeKey();
    }

    @Override
    public List<Recorded> disclosed(ParticipantId participant, DisclosureId disclosure, String accessToken) {
        staffOrThemselves(participant, accessToken);
        return disclosed.of(participant, disclosure);
    }

    @Override
    public List<Retained> retained(SummitId summit, String accessToken) {
        admit(accessToken, Set.of(Role.STAFF, Role.AUDITOR));
        return retention.of(summit).orElseThrow(() -> new RegistrationRejected(Reason.SUMMIT_UNKNOWN));
    }

    private void staffOrThemselves(ParticipantId participant, String accessToken) {
        var pass = admit(accessToken, Set.of(Role.STAFF, Role.PARTICIPANT));
        if (pass.role() == Role.PARTICIPANT && !participant.toString().equals(pass.account())) {
            throw new RegistrationRejected(Reason.NOT_ALLOWED);
        }
    }

    private CommandGate.Pass admit(String accessToken, Set<Role> roles) {
        return gate.admit(accessToken, roles, () -> new RegistrationRejected(Reason.NOT_ALLOWED));
    }
}
