package org.sala.ui.today;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sala.ui.live.Changes;
import org.sala.ui.shell.Summit;
import org.sala.ui.shell.Summits;
import org.springframework.stereotype.Component;

/** Keeps one snapshot for everybody who looks at the same day, and makes it anew once a change, however many look. */
@Component
class Snapshots {

    private final TodayQueries queries;
    private final Summits summits;
    private final Map<Key, Watched> watched = new ConcurrentHashMap<>();

    Snapshots(TodayQueries queries, Summits summits, Changes changes) {
        this.queries = queries;
        this.summits = summits;
        changes.listen(this::refresh);
    }

    /** What is looked at: a day, or whichever day it is. */
    private record Key(UUID summit, OptionalInt day) {}

    private static final class Watched {
        private final List<Consumer<Snapshot>> watchers = new CopyOnWriteArrayList<>();
        private volatile @Nullable Snapshot last;
    }

    /** The day as it is now; shared where somebody looks at it already. */
    Snapshot now(Summit summit, OptionalInt day) {
        var shared = watched.get(new Key(summit.id(), day));
        var last = shared == null ? null : shared.last;
        return last == null ? queries.snapshot(summit, day) : last;
    }

    /**
     * Tells of every change of a day, on a thread of its own, until what is returned is run. The first call comes soon
     * if anything has changed since {@code seen}.
     */
    Runnable watch(Summit summit, OptionalInt day, Consumer<Snapshot> watcher) {
        var key = new Key(summit.id(), day);
        watched.compute(key, (same, present) -> {
            var one = present == null ? new Watched() : present;
            one.watchers.add(watcher);
            return one;
        });
        return () -> watched.computeIfPresent(key, (same, present) -> {
            present.watchers.remove(watcher);
            return present.watchers.isEmpty() ? null : present;
        });
    }

    private void refresh() {
        watched.forEach((key, one) -> summits.find(key.summit()).ifPresent(summit -> {
            var snapshot = queries.snapshot(summit, key.day());
            if (!snapshot.equals(one.last)) {
                one.last = snapshot;
                one.watchers.forEach(watcher -> watcher.accept(snapshot));
            }
        }));
    }
}
