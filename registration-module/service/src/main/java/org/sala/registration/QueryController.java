package org.sala.registration;

import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.Contact;
import org.sala.registration.api.DisclosureId;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.SummitId;
import org.sala.registration.api.TicketDigest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The queries over HTTP. */
@RestController
final class QueryController {

    private final RegistrationQueries queries;

    QueryController(RegistrationQueries queries) {
        this.queries = queries;
    }

    @Operation(operationId = "seats", summary = "Seats of a summit, by day and mode", tags = "queries")
    @GetMapping("/summits/{summit}/seats")
    List<RegistrationQueries.SeatCount> seats(@PathVariable UUID summit, @AuthenticationPrincipal Jwt token) {
        return queries.seats(new SummitId(summit), token.getTokenValue());
    }

    @Operation(operationId = "person", summary = "What is held of a person", tags = "queries")
    @GetMapping("/participants/{participant}")
    RegistrationQueries.Person person(@PathVariable UUID participant, @AuthenticationPrincipal Jwt token) {
        return queries.person(new ParticipantId(participant), token.getTokenValue());
    }

    @Operation(
            operationId = "disclosed",
            summary = "Everything held on a person, once that was noted",
            tags = "queries")
    @GetMapping("/participants/{participant}/disclosures/{disclosure}")
    List<RegistrationQueries.Recorded> disclosed(
            @PathVariable UUID participant, @PathVariable UUID disclosure, @AuthenticationPrincipal Jwt token) {
        return queries.disclosed(new ParticipantId(participant), new DisclosureId(disclosure), token.getTokenValue());
    }

    @Operation(operationId = "retained", summary = "What will be forgotten by itself, and when", tags = "queries")
    @GetMapping("/summits/{summit}/retained")
    List<RegistrationQueries.Retained> retained(@PathVariable UUID summit, @AuthenticationPrincipal Jwt token) {
        return queries.retained(new SummitId(summit), token.getTokenValue());
    }

    /** A question in a body, since a contact has no place in an address. A list of one, or of none. */
    @Operation(operationId = "personWith", summary = "Who is registered with a contact", tags = "queries")
    @PostMapping("/summits/{summit}/people/with-contact")
    List<RegistrationQueries.Person> personWith(
            @PathVariable UUID summit, @RequestBody Contact contact, @AuthenticationPrincipal Jwt token) {
        return queries.personWith(new SummitId(summit), contact, token.getTokenValue()).stream()
                .toList();
    }

    @Operation(
            operationId = "peopleWith",
            summary = "Who is registered with each of many contacts, in their order; null where nobody is",
            tags = "queries")
    @PostMapping("/summits/{summit}/people/with-contacts")
    List<RegistrationQueries.@Nullable Person> peopleWith(
            @PathVariable UUID summit, @RequestBody List<Contact> contacts, @AuthenticationPrincipal Jwt token) {
        var people = new ArrayList<RegistrationQueries.@Nullable Person>();
        queries.peopleWith(new SummitId(summit), contacts, token.getTokenValue())
                .forEach(person -> people.add(person.orElse(null)));
        return people;
    }

    @Operation(operationId = "personWithBadge", summary = "Whose badge that is", tags = "queries")
    @PostMapping("/summits/{summit}/people/with-badge")
    RegistrationQueries.Person personWithBadge(
            @PathVariable UUID summit, @RequestBody Shown badge, @AuthenticationPrincipal Jwt token) {
        return queries.personWithBadge(new SummitId(summit), badge.badge(), token.getTokenValue());
    }

    /**
     * A badge that somebody shows.
     *
     * @param badge what its QR code says
     */
    record Shown(String badge) {}

    @Operation(operationId = "ticketHolder", summary = "Whose ticket that is", tags = "queries")
    @PostMapping("/tickets/holder")
    RegistrationQueries.TicketHolder ticketHolder(
            @RequestBody TicketDigest ticket, @AuthenticationPrincipal Jwt token) {
        return queries.ticketHolder(ticket, token.getTokenValue());
    }

    @Operation(operationId = "people", summary = "People of a summit by name, a page at a time", tags = "queries")
    @PostMapping("/summits/{summit}/people")
    RegistrationQueries.People people(
            @PathVariable UUID summit, @RequestBody Page page, @AuthenticationPrincipal Jwt token) {
        return queries.people(new SummitId(summit), page.filter(), page.from(), page.most(), token.getTokenValue());
    }

    /** Which people are asked for. */
    record Page(RegistrationQueries.Filter filter, int from, int most) {}

    @Operation(operationId = "waiting", summary = "Who waits for a seat, in the order of turns", tags = "queries")
    @GetMapping("/summits/{summit}/waiting")
    List<RegistrationQueries.Waiting> waiting(@PathVariable UUID summit, @AuthenticationPrincipal Jwt token) {
        return queries.waiting(new SummitId(summit), token.getTokenValue());
    }

    @Operation(operationId = "disputes", summary = "Contradictions that nobody has resolved yet", tags = "queries")
    @GetMapping("/summits/{summit}/disputes")
    List<RegistrationQueries.Dispute> disputes(@PathVariable UUID summit, @AuthenticationPrincipal Jwt token) {
        return queries.disputes(new SummitId(summit), token.getTokenValue());
    }

    @Operation(
            operationId = "suspectedDuplicates",
            summary = "Registrations that may be of one person",
            tags = "queries")
    @GetMapping("/summits/{summit}/suspected-duplicates")
    List<RegistrationQueries.Pair> suspectedDuplicates(@PathVariable UUID summit, @AuthenticationPrincipal Jwt token) {
        return queries.suspectedDuplicates(new SummitId(summit), token.getTokenValue());
    }

    @Operation(operationId = "badgeKey", summary = "The key that badges are checked with", tags = "queries")
    @GetMapping("/badges/key")
    BadgeKey badgeKey(@AuthenticationPrincipal Jwt token) {
        return new BadgeKey(queries.badgeKey(token.getTokenValue()));
    }

    /**
     * As JSON: {@code {"key": "…base64…"}}.
     *
     * @param key X.509 SubjectPublicKeyInfo in DER
     */
    // a record for JSON that nobody compares
    @SuppressWarnings("ArrayRecordComponent")
    record BadgeKey(byte[] key) {}
}
