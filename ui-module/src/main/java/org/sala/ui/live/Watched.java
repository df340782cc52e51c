package org.sala.ui.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What several look at, found anew once a change, however many look.
 *
 * @param <K> what is looked at
 * @param <V> what is seen there; equal values are no change
 */
public final class Watched<K, V> {

    private final Function<K, Optional<V>> find;
    private final Map<K, Look<V>> looks = new ConcurrentHashMap<>();

    /**
     * Watches from now on.
     *
     * @param find what is to be seen now; empty where there is no such thing, of which nobody is told
     */
    public Watched(Changes changes, Function<K, Optional<V>> find) {
        this.find = find;
        changes.listen(this::refresh);
    }

    private static final class Look<V> {
        private final List<Consumer<V>> watchers = new CopyOnWriteArrayList<>();
        private volatile @Nullable V last;
    }

    /** What was found last; empty where nobody looks, or nothing has changed since somebody does. */
    public Optional<V> last(K key) {
        return Optional.ofNullable(looks.get(key)).flatMap(look -> Optional.ofNullable(look.last));
    }

    /** Tells of every change, on a thread of its own, until what is returned is run. */
    public Runnable watch(K key, Consumer<V> watcher) {
        looks.compute(key, (same, present) -> {
            var look = present == null ? new Look<V>() : present;
            look.watchers.add(watcher);
            return look;
        });
        return () -> looks.computeIfPresent(key, (same, present) -> {
            present.watchers.remove(watcher);
            return present.watchers.isEmpty() ? null : present;
        });
    }

    private void refresh() {
        looks.forEach((key, look) -> find.apply(key).ifPresent(now -> {
            if (!now.equals(look.last)) {
                look.last = now;
                look.watchers.forEach(watcher -> watcher.accept(now));
            }
        }));
    }
}
