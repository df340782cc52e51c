package org.sala.sessions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionsQueries;
import org.sala.sessions.api.SessionsQueries.AgendaEntry;
import org.sala.sessions.api.SessionsQueries.Certificate;
import org.sala.sessions.api.SessionsQueries.GroupRound;
import org.sala.sessions.api.SessionsQueries.Learning;
import org.sala.sessions.api.SessionsQueries.Presence;
import org.sala.sessions.api.SessionsQueries.SeatCount;
import org.sala.sessions.api.SessionsQueries.SeatInConflict;
import org.sala.sessions.api.SessionsQueries.SignedUp;
import org.sala.sessions.api.SessionsQueries.Stage;
import org.sala.sessions.api.SummitId;
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
    @Operation(operationId = "seats", summary = "seats of a session by mode: taken, waited for, and people present")
    List<SeatCount> seats(@PathVariable UUID session, @AuthenticationPrincipal Jwt token) {
        return queries.seats(new SessionId(session), token.getTokenValue());
    }

    @GetMapping("/sessions/{session}/sign-ups")
    @Operation(operationId = "sign-ups", summary = "who has a seat in a session, and who waits, in the order of turns")
    List<SignedUp> signUps(@PathVariable UUID session, @AuthenticationPrincipal Jwt token) {
        return queries.signUps(new SessionId(session), token.getTokenValue());
    }

    @GetMapping("/sessions/{session}/attendance")
    @Operation(operationId = "attendance", summary = "who was in a session, and how long")
    List<Presence> attendance(@PathVariable UUID session, @AuthenticationPrincipal Jwt token) {
        return queries.attendance(new SessionId(session), token.getTokenValue());
    }

    @GetMapping("/sessions/{session}/groups")
    @Operation(operationId = "groups", summary = "the small groups of a session, and what they told")
    List<GroupRound> groups(@PathVariable UUID session, @AuthenticationPrincipal Jwt token) {
        return queries.groups(new SessionId(session), token.getTokenValue());
    }

    @GetMapping("/sessions/{session}/stage")
    @Operation(operationId = "stage", summary = "Social Lab TV in a session: teams, interviews, and what was said")
    Stage stage(@PathVariable UUID session, @AuthenticationPrincipal Jwt token) {
        return queries.stage(new SessionId(session), token.getTokenValue());
    }

    @GetMapping("/participants/{participant}/agenda")
    @Operation(operationId = "agenda", summary = "the sessions that somebody has a seat in, waits for or leads")
    List<AgendaEntry> agenda(@PathVariable UUID participant, @AuthenticationPrincipal Jwt token) {
        return queries.agenda(new ParticipantId(participant), token.getTokenValue());
    }

    @GetMapping("/participants/{participant}/learning")
    @Operation(operationId = "learning", summary = "how long somebody was in sessions that are over")
    Learning learning(@PathVariable UUID participant, @AuthenticationPrincipal Jwt token) {
        return queries.learning(new ParticipantId(participant), token.getTokenValue());
    }

    @GetMapping("/summits/{summit}/conflicts")
    @Operation(operationId = "conflicts", summary = "seats of a summit that can't stay as they are")
    List<SeatInConflict> conflicts(@PathVariable UUID summit, @AuthenticationPrincipal Jwt token) {
        return queries.conflicts(new SummitId(summit), token.getTokenValue());
    }

    @GetMapping("/certificates/{code}")
    @Operation(operationId = "certificate", summary = "the certificate that a code stands for")
    Certificate certificate(@PathVariable String code, @AuthenticationPrincipal Jwt token) {
        return queries.certificate(code, token.getTokenValue());
    }
}
