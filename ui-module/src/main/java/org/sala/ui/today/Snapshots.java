package org.sala.ui.today;

import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Consumer;
import org.sala.ui.live.Changes;
import org.sala.ui.live.Watched;
import org.sala.ui.shell.Summit;
import org.sala.ui.shell.Summits;
import org.springframework.stereotype.Component;

/** Keeps one snapshot for everybody who looks at the same day, and makes it anew once a change, however many look. */
@Component
class Snapshots {

    private final TodayQueries queries;
    private final Watched<Key, Snapshot> watched;

    Snapshots(TodayQueries queries, Summits summits, Changes changes) {
        this.queries = queries;
        this.watched = new Watched<>(
                changes, key -> summits.find(key.summit()).map(summit -> queries.snapshot(summit, key.day())));
    }

    /** What is looked at: a day, or whichever day it is. */
    private record Key(UUID summit, OptionalInt day) {}

    /** The day as it is now; shared where somebody looks at it already. */
    Snapshot now(Summit summit, OptionalInt day) {
        return watched.last(new Key(summit.id(), day)).orElseGet(() -> queries.snapshot(summit, day));
    }

    /**
     * Tells of every change of a day, on a thread of its own, until what is returned is run. The first call comes soon
     * if anything has changed since {@code seen}.
     */
    Runnable watch(Summit summit, OptionalInt day, Consumer<Snapshot> watcher) {
        return watched.watch(new Key(summit.id(), day), watcher);
    }
}
