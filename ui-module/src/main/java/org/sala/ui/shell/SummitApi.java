package org.sala.ui.shell;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The summits, for programs. */
@RestController
class SummitApi {

    private final Summits summits;

    SummitApi(Summits summits) {
        this.summits = summits;
    }

    /** All summits, the one that begins last first. */
    @GetMapping("/api/summits")
    List<Summit> summits() {
        return summits.all();
    }
}
