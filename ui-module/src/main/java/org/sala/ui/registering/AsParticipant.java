package org.sala.ui.registering;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sala.ports.Role;
import org.sala.ports.TokenIssuer;
import org.sala.registration.api.DisclosureId;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationCommand.DisclosePersonalData;
import org.sala.registration.api.RegistrationCommand.ParticipantCommand;
import org.sala.registration.api.RegistrationPort;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.RegistrationQueries.Person;
import org.sala.registration.api.RegistrationQueries.SeatCount;
import org.sala.registration.api.RegistrationQueries.TicketHolder;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.SummitId;
import org.sala.ui.people.HeldOnPerson;
import org.sala.ui.people.PersonFile;
import org.springframework.stereotype.Component;

/**
 * Asks registration as one participant, who may act for themselves and for nobody else, or as somebody who isn't one
 * yet. Every question may end in {@link RegistrationRejected} or {@link org.sala.ports.PortUnreachable}.
 */
@Component
class AsParticipant {

    /** The account of whoever looks at a page before it is known who they are. */
    private static final String NOBODY = new UUID(0, 0).toString();

    private final RegistrationPort port;
    private final RegistrationQueries queries;
    private final HeldOnPerson held;
    private final TokenIssuer tokens;

    AsParticipant(RegistrationPort port, RegistrationQueries queries, HeldOnPerson held, TokenIssuer tokens) {
        this.port = port;
        this.queries = queries;
        this.held = held;
        this.tokens = tokens;
    }

    void send(ParticipantCommand command) {
        port.send(command, token(command.participant().toString()));
    }

    /** Everything held on them; that it was asked for is on record first. Asked twice with one id, it is noted once. */
    PersonFile everythingHeldOn(ParticipantId participant, DisclosureId disclosure) {
        send(new DisclosePersonalData(participant, disclosure));
        return held.collect(participant, disclosure, token(participant.toString()));
    }

    Person person(ParticipantId participant) {
        return queries.person(participant, token(participant.toString()));
    }

    /** Whose ticket it is; empty where nobody's, or where it was replaced. */
    Optional<TicketHolder> holder(Ticket ticket) {
        try {
            return Optional.of(queries.ticketHolder(ticket.digest(), token(NOBODY)));
        } catch (RegistrationRejected refused) {
            if (refused.reason() == RegistrationRejected.Reason.TICKET_UNKNOWN) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    List<SeatCount> seats(SummitId summit) {
        return queries.seats(summit, token(NOBODY));
    }

    private String token(String account) {
        return tokens.issue(account, Set.of(Role.PARTICIPANT));
    }
}
