package org.sala.ui.commands;

import java.util.List;
import java.util.Optional;
import org.sala.ports.CommandClient;
import org.sala.registration.api.Contact;
import org.sala.registration.api.DisclosureId;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.SummitId;
import org.sala.registration.api.TicketDigest;
import tools.jackson.core.type.TypeReference;

/** Registration's queries over HTTP. Whoever is looked for, and by what, stands in a body and never in an address. */
final class RegistrationOverHttp implements RegistrationQueries {

    private final CommandClient client;

    RegistrationOverHttp(CommandClient client) {
        this.client = client;
    }

    @Override
    public List<SeatCount> seats(SummitId summit, String accessToken) {
        return client.ask(of(summit, "seats"), new TypeReference<>() {}, accessToken);
    }

    @Override
    public Person person(ParticipantId participant, String accessToken) {
        return client.ask("/participants/" + participant, new TypeReference<>() {}, accessToken);
    }

    @Override
    public Optional<Person> personWith(SummitId summit, Contact contact, String accessToken) {
        var found = client.ask(
                of(summit, "people/with-contact"), contact, new TypeReference<List<Person>>() {}, accessToken);
        return found.stream().findFirst();
    }

    @Override
    public List<Optional<Person>> peopleWith(SummitId summit, List<Contact> contacts, String accessToken) {
        return client.ask(of(summit, "people/with-contacts"), contacts, new TypeReference<>() {}, accessToken);
    }

    @Override
    public Person personWithBadge(SummitId summit, String badge, String accessToken) {
        return client.ask(of(summit, "people/with-badge"), new Shown(badge), new TypeReference<>() {}, accessToken);
    }

    private record Shown(String badge) {}

    @Override
    public TicketHolder ticketHolder(TicketDigest ticket, String accessToken) {
        return client.ask("/tickets/holder", ticket, new TypeReference<>() {}, accessToken);
    }

    @Override
    public People people(SummitId summit, Filter filter, int from, int most, String accessToken) {
        return client.ask(of(summit, "people"), new Page(filter, from, most), new TypeReference<>() {}, accessToken);
    }

    private record Page(Filter filter, int from, int most) {}

    @Override
    public List<Waiting> waiting(SummitId summit, String accessToken) {
        return client.ask(of(summit, "waiting"), new TypeReference<>() {}, accessToken);
    }

    @Override
    public List<Dispute> disputes(SummitId summit, String accessToken) {
        return client.ask(of(summit, "disputes"), new TypeReference<>() {}, accessToken);
    }

    @Override
    public List<Pair> suspectedDuplicates(SummitId summit, String accessToken) {
        return client.ask(of(summit, "suspected-duplicates"), new TypeReference<>() {}, accessToken);
    }

    @Override
    public byte[] badgeKey(String accessToken) {
        return client.ask("/badges/key", new TypeReference<BadgeKey>() {}, accessToken)
                .key();
    }

    // a record for JSON that nobody compares
    @SuppressWarnings("ArrayRecordComponent")
    private record BadgeKey(byte[] key) {}

    @Override
    public List<Recorded> disclosed(ParticipantId participant, DisclosureId disclosure, String accessToken) {
        return client.ask(
                "/participants/" + participant + "/disclosures/" + disclosure, new TypeReference<>() {}, accessToken);
    }

    @Override
    public List<Retained> retained(SummitId summit, String accessToken) {
        return client.ask(of(summit, "retained"), new TypeReference<>() {}, accessToken);
    }

    private static String of(SummitId summit, String what) {
        return "/summits/" + summit + "/" + what;
    }
}
