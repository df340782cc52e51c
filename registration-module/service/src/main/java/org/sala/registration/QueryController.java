package org.sala.registration;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.sala.registration.api.Contact;
import org.sala.registration.api.DisclosureId;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.SummitId;
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
}
