package org.sala.feedback;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.sala.feedback.api.FeedbackQueries;
import org.sala.feedback.api.FeedbackQueries.BoardCount;
import org.sala.feedback.api.FeedbackQueries.NoteWords;
import org.sala.feedback.api.NoteId;
import org.sala.feedback.api.SummitId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The queries over HTTP. */
@RestController
@Tag(name = "queries")
class FeedbackController {

    private final FeedbackQueries queries;

    FeedbackController(FeedbackQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/summits/{summit}/boards")
    @Operation(operationId = "boards", summary = "boards of a summit, and how many notes hang on each")
    List<BoardCount> boards(@PathVariable UUID summit, @AuthenticationPrincipal Jwt token) {
        return queries.boards(new SummitId(summit), token.getTokenValue());
    }

    @PostMapping("/notes/words")
    @Operation(operationId = "words", summary = "what notes say, by their ids")
    List<NoteWords> words(@RequestBody List<NoteId> notes, @AuthenticationPrincipal Jwt token) {
        return queries.words(notes, token.getTokenValue());
    }
}
