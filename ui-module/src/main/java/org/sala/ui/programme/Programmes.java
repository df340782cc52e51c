package org.sala.ui.programme;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.sala.ui.live.Changes;
import org.sala.ui.live.Watched;
import org.sala.ui.shell.SummitSights;
import org.springframework.stereotype.Component;

/** Keeps one programme for everybody who looks at it. */
@Component
class Programmes implements SummitSights<Programme> {

    private final ProgrammeQueries queries;
    private final Watched<UUID, Programme> watched;

    Programmes(ProgrammeQueries queries, Changes changes) {
        this.queries = queries;
        this.watched = new Watched<>(changes, summit -> Optional.of(queries.programme(summit)));
    }

    @Override
    public Programme now(UUID summit) {
        return watched.last(summit).orElseGet(() -> queries.programme(summit));
    }

    @Override
    public Runnable watch(UUID summit, Consumer<Programme> watcher) {
        return watched.watch(summit, watcher);
    }
}
