package org.sala.marketplace;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.MatchingWorkbench;
import org.sala.marketplace.api.MatchingWorkbench.Question;
import org.sala.marketplace.api.MatchingWorkbench.Run;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The workbench over HTTP. */
@RestController
final class WorkbenchController {

    private final MatchingWorkbench workbench;

    WorkbenchController(MatchingWorkbench workbench) {
        this.workbench = workbench;
    }

    /** What a run is asked for with. */
    record Asked(@Nullable String seed, int seconds) {}

    @PostMapping("/summits/{summit}/matching")
    Run begin(@PathVariable UUID summit, @RequestBody Asked asked, @AuthenticationPrincipal Jwt token) {
        return workbench.begin(
                new SummitId(summit),
                Objects.requireNonNullElse(asked.seed(), ""),
                asked.seconds(),
                token.getTokenValue());
    }

    /** What a repair is asked for with; who leaves may be left out. */
    record RepairAsked(
            @Nullable String seed, int seconds, @Nullable Set<OrganizationId> leaving) {}

    @PostMapping("/summits/{summit}/matching/repair")
    Run repair(@PathVariable UUID summit, @RequestBody RepairAsked asked, @AuthenticationPrincipal Jwt token) {
        return workbench.repair(
                new SummitId(summit),
                Objects.requireNonNullElse(asked.seed(), ""),
                asked.seconds(),
                Objects.requireNonNullElse(asked.leaving(), Set.of()),
                token.getTokenValue());
    }

    /** A list of one, or of none where there was no run. */
    @GetMapping("/summits/{summit}/matching")
    List<Run> last(@PathVariable UUID summit, @AuthenticationPrincipal Jwt token) {
        return workbench.last(new SummitId(summit), token.getTokenValue()).stream()
                .toList();
    }

    /** A list of one, or of none; what is in it is a file for {@code infra/bin/match}. */
    @GetMapping("/summits/{summit}/matching/question")
    List<Question> question(@PathVariable UUID summit, @AuthenticationPrincipal Jwt token) {
        return workbench.question(new SummitId(summit), token.getTokenValue()).stream()
                .toList();
    }

    /** The run in a list, as it stands; it may need a moment to come to its end. */
    @PostMapping("/summits/{summit}/matching/stop")
    List<Run> stop(@PathVariable UUID summit, @AuthenticationPrincipal Jwt token) {
        workbench.stop(new SummitId(summit), token.getTokenValue());
        return last(summit, token);
    }
}
