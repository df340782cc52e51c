package org.sala.ui.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sala.ui.live.Changes;
import org.sala.ui.shell.Summit;
import org.sala.ui.shell.Summits;
import org.springframework.stereotype.Component;

/** Counts a day once a change, however many desks look at it. */
@Component
class DayNumbers {

    private final DeskQueries queries;
    private final Summits summits;
    private final Map<Key, Watched> watched = new ConcurrentHashMap<>();

    DayNumbers(DeskQueries queries, Summits summits, Changes changes) {
        this.queries = queries;
        this.summits = summits;
        changes.listen(this::refresh);
    }

    private record Key(UUID summit, int day) {}

    private static final class Watched {
        private final List<Consumer<Numbers>> watchers = new CopyOnWriteArrayList<>();
        private volatile @Nullable Numbers last;
    }

    Numbers now(Summit summit, int day) {
        return queries.numbers(summit, day);
    }

    /** Tells of every change of a day, on a thread of its own, until what is returned is run. */
    Runnable watch(Summit summit, int day, Consumer<Numbers> watcher) {
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
            var numbers = queries.numbers(summit, key.day());
            if (!numbers.equals(one.last)) {
                one.last = numbers;
                one.watchers.forEach(watcher -> watcher.accept(numbers));
            }
        }));
    }
}
