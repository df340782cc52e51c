package org.sala.ui.floor;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.sala.ui.live.Changes;
import org.sala.ui.live.Watched;
import org.sala.ui.shell.SummitSights;
import org.springframework.stereotype.Component;

/** Keeps one floor for everybody who looks at it. */
@Component
public class Floors implements SummitSights<Floor> {

    private final FloorQueries queries;
    private final Watched<UUID, Floor> watched;

    Floors(FloorQueries queries, Changes changes) {
        this.queries = queries;
        this.watched = new Watched<>(changes, summit -> Optional.of(queries.floor(summit)));
    }

    @Override
    public Floor now(UUID summit) {
        return watched.last(summit).orElseGet(() -> queries.floor(summit));
    }

    /** What happened to a trade, in its order. */
    public List<Floor.Moment> history(UUID trade) {
        return queries.history(trade);
    }

    @Override
    public Runnable watch(UUID summit, Consumer<Floor> watcher) {
        return watched.watch(summit, watcher);
    }
}
