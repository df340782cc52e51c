package org.sala.ui.stall;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Locale;
import org.sala.marketplace.api.OrganizationId;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.RegistrationQueries.Person;
import org.sala.ui.floor.FloorWords;
import org.sala.ui.floor.Floors;
import org.sala.ui.pages.Holders;
import org.sala.ui.pages.NotShown;
import org.sala.ui.pages.Ticket;
import org.sala.ui.pages.TokensForParticipants;
import org.sala.ui.shell.Summits;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Who may act at a stall with the link that they opened; everybody else is told why they may not. */
@Component
class Traders {

    private final Holders holders;
    private final RegistrationQueries registration;
    private final TokensForParticipants tokens;
    private final Summits summits;
    private final Floors floors;
    private final InstantSource clock;

    Traders(
            Holders holders,
            RegistrationQueries registration,
            TokensForParticipants tokens,
            Summits summits,
            Floors floors,
            InstantSource clock) {
        this.holders = holders;
        this.registration = registration;
        this.tokens = tokens;
        this.summits = summits;
        this.floors = floors;
        this.clock = clock;
    }

    /**
     * Looks up who opened a page.
     *
     * @throws NotShown where the link opens nothing, or its holder acts for no organisation
     */
    Trader of(String letters, HttpServletRequest request, Locale locale) {
        var held = holders.of(letters, request.getRemoteAddr());
        var participant = held.by().participant();
        var organization = organization(registration.person(participant, tokens.of(participant)), held.ticket());
        var summit = summits.find(held.by().summit().value())
                .orElseThrow(() -> new NotShown("pages.notice.not-yet", HttpStatus.SERVICE_UNAVAILABLE));
        return new Trader(
                held.ticket(),
                participant,
                organization,
                summit,
                summits.isClosed(summit.id()),
                new FloorWords(floors.now(summit.id()), summit.zone(), locale),
                clock.instant());
    }

    private static OrganizationId organization(Person person, Ticket ticket) {
        switch (person.status()) {
            case CANCELLED -> throw new NotShown("stall.notice.cancelled", HttpStatus.FORBIDDEN, ticket.path());
            case MERGED -> throw new NotShown("stall.notice.merged", HttpStatus.GONE, ticket.path());
            case ERASED -> throw new NotShown("stall.notice.erased", HttpStatus.GONE, ticket.path());
            case REGISTERED -> {
                // goes on below
            }
        }
        if (person.organization() == null) {
            throw new NotShown("stall.notice.no-organization", HttpStatus.FORBIDDEN, ticket.path());
        }
        return new OrganizationId(person.organization().value());
    }
}
