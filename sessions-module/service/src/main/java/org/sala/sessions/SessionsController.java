package org.sala.sessions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionsQueries;
import org.sala.sessions.api.SessionsQueries.SeatCount;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The queries over HTTP. */
@RestController
@Tag(name = "queries")
class SessionsController {

    private final SessionsQueries queries;

    SessionsController(SessionsQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/sessions/{session}/seats")
    @Operation(operationId = "seats", summary = "seats of a session, and people present, by mode")
    List<SeatCount> seats(@PathVariable UUID session, @AuthenticationPrincipal Jwt token) {
        return queries.seats(new SessionId(session), token.getTokenValue());
    }
}
