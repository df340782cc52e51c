package org.sala.ui.desk;

import java.util.UUID;
import java.util.function.Consumer;
import org.sala.ui.live.Changes;
import org.sala.ui.live.Watched;
import org.sala.ui.shell.Summit;
import org.sala.ui.shell.Summits;
import org.springframework.stereotype.Component;

/** Counts a day once a change, however many desks look at it. */
@Component
class DayNumbers {

    private final DeskQueries queries;
    private final Watched<Key, Numbers> watched;

    DayNumbers(DeskQueries queries, Summits summits, Changes changes) {
        this.queries = queries;
        this.watched = new Watched<>(
                changes, key -> summits.find(key.summit()).map(summit -> queries.numbers(summit, key.day())));
    }

    private record Key(UUID summit, int day) {}

    Numbers now(Summit summit, int day) {
        return queries.numbers(summit, day);
    }

    /** Tells of every change of a day, on a thread of its own, until what is returned is run. */
    Runnable watch(Summit summit, int day, Consumer<Numbers> watcher) {
        return watched.watch(new Key(summit.id(), day), watcher);
    }
}
