package org.sala.ui.commands;

import java.util.List;
import java.util.Optional;
import org.sala.ports.CommandClient;
import org.sala.registration.api.Contact;
import org.sala.registration.api.DisclosureId;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.SummitId;
import tools.jackson.core.type.TypeReference;

/** Registration's queries over HTTP. */
final class RegistrationOverHttp implements RegistrationQueries {

    private final CommandClient client;

    RegistrationOverHttp(CommandClient client) {
        this.client = client;
    }

    @Override
    public List<SeatCount> seats(SummitId summit, String accessToken) {
        return client.ask("/summits/" + summit + "/seats", new TypeReference<>() {}, accessToken);
    }

    @Override
    public Person person(ParticipantId participant, String accessToken) {
        return client.ask("/participants/" + participant, new TypeReference<>() {}, accessToken);
    }

    @Override
    public Optional<Person> personWith(SummitId summit, Contact contact, String accessToken) {
        var found = client.ask(
                "/summits/" + summit + "/people/with-contact",
                contact,
                new TypeReference<List<Person>>() {},
                accessToken);
        return found.stream().findFirst();
    }

    @Override
    public List<Recorded> disclosed(ParticipantId participant, DisclosureId disclosure, String accessToken) {
        return client.ask(
                "/participants/" + participant + "/disclosures/" + disclosure, new TypeReference<>() {}, accessToken);
    }

    @Override
    public List<Retained> retained(SummitId summit, String accessToken) {
        return client.ask("/summits/" + summit + "/retained", new TypeReference<>() {}, accessToken);
    }
}
