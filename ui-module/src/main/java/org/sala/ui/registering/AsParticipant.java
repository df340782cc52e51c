package org.sala.ui.registering;

import java.util.List;
import org.sala.registration.api.DisclosureId;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationCommand.DisclosePersonalData;
import org.sala.registration.api.RegistrationCommand.ParticipantCommand;
import org.sala.registration.api.RegistrationPort;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.RegistrationQueries.Person;
import org.sala.registration.api.RegistrationQueries.SeatCount;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.SummitId;
import org.sala.ui.pages.TokensForParticipants;
import org.sala.ui.people.HeldOnPerson;
import org.sala.ui.people.PersonFile;
import org.springframework.stereotype.Component;

/**
 * Asks registration as one participant, who may act for themselves and for nobody else, or as somebody who isn't one
 * yet. Every question may end in {@link RegistrationRejected} or {@link org.sala.ports.PortUnreachable}.
 */
@Component
class AsParticipant {

    private final RegistrationPort port;
    private final RegistrationQueries queries;
    private final HeldOnPerson held;
    private final TokensForParticipants tokens;

    AsParticipant(RegistrationPort port, RegistrationQueries queries, HeldOnPerson held, TokensForParticipants tokens) {
        this.port = port;
        this.queries = queries;
        this.held = held;
        this.tokens = tokens;
    }

    void send(ParticipantCommand command) {
        port.send(command, tokens.of(command.participant()));
    }

    /** Everything held on them; that it was asked for is on record first. Asked twice with one id, it is noted once. */
    PersonFile everythingHeldOn(ParticipantId participant, DisclosureId disclosure) {
        send(new DisclosePersonalData(participant, disclosure));
        return held.collect(participant, disclosure, tokens.of(participant));
    }

    Person person(ParticipantId participant) {
        return queries.person(participant, tokens.of(participant));
    }

    List<SeatCount> seats(SummitId summit) {
        return queries.seats(summit, tokens.ofNobody());
    }
}
