package org.sala.ui.report;

import java.util.UUID;
import org.sala.ui.shell.Summits;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The report, for programs; for a donor's token without what a donor may not see. */
@RestController
class ReportApi {

    private final Summits summits;
    private final Reports reports;

    ReportApi(Summits summits, Reports reports) {
        this.summits = summits;
        this.reports = reports;
    }

    /** All indicators of a summit. A number that is not for this reader is null. */
    @GetMapping("/api/report/{summit}")
    Report report(@PathVariable UUID summit, Authentication caller) {
        var of = summits.find(summit)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such summit"));
        var staff =
                caller.getAuthorities().stream().anyMatch(authority -> "ROLE_STAFF".equals(authority.getAuthority()));
        return reports.report(of, !staff);
    }
}
