package org.sala.ui.today;

import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.ui.shell.Summits;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Today, for programs: the same numbers as on the screen, from the same rows, and no words of notes. */
@RestController
class TodayApi {

    private final Summits summits;
    private final TodayQueries queries;

    TodayApi(Summits summits, TodayQueries queries) {
        this.summits = summits;
        this.queries = queries;
    }

    /**
     * One day of a summit as it is now.
     *
     * @param day which one, from 1
     * @param organizations how many have somebody expected on the day
     * @param running sessions that run
     * @param next sessions that come next, at most four
     * @param ended how many of the day's sessions are over
     * @param notes how many there are on all boards together
     */
    record Today(
            UUID summit,
            int day,
            List<Snapshot.Attendance> attendance,
            int organizations,
            List<Snapshot.Session> running,
            List<Snapshot.Session> next,
            int ended,
            Snapshot.Trades trades,
            List<Snapshot.Board> boards,
            long notes) {}

    /** One day of a summit; without a number the day that it is there. */
    @GetMapping("/api/summits/{summit}/today")
    Today today(@PathVariable UUID summit, @RequestParam(required = false) @Nullable Integer day) {
        var of = summits.find(summit)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such summit"));
        if (day != null && of.day(day).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "the summit has no such day");
        }
        var snapshot = queries.snapshot(of, day == null ? OptionalInt.empty() : OptionalInt.of(day));
        return new Today(
                summit,
                snapshot.day(),
                snapshot.attendance(),
                snapshot.organizations(),
                snapshot.running(),
                snapshot.next(),
                snapshot.ended().size(),
                snapshot.trades(),
                snapshot.boards(),
                snapshot.boards().stream().mapToLong(Snapshot.Board::notes).sum());
    }
}
