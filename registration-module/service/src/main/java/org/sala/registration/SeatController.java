package org.sala.registration;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.RegistrationQueries.SeatCount;
import org.sala.registration.api.SummitId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The queries over HTTP. */
@RestController
final class SeatController {

    private final RegistrationQueries queries;

    SeatController(RegistrationQueries queries) {
        this.queries = queries;
    }

    @Operation(operationId = "seats", summary = "Seats of a summit, by day and mode", tags = "queries")
    @GetMapping("/summits/{summit}/seats")
    List<SeatCount> seats(@PathVariable UUID summit, @AuthenticationPrincipal Jwt token) {
        return queries.seats(new SummitId(summit), token.getTokenValue());
    }
}
