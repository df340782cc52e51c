package org.sala.ui.audit;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.intake.Rebuild;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rebuilds the read models beside the live ones, and compares them or puts them in their place; one run at a time. A run
 * goes on when its starter leaves, is found again by anybody who may see it, and can be cancelled; its result is kept.
 */
@Service
class Rebuilds implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);

    private final ObjectProvider<Rebuild> rebuild;
    private final JdbcClient database;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private volatile @Nullable Running running;

    Rebuilds(ObjectProvider<Rebuild> rebuild, JdbcClient database, Clock clock) {
        this.rebuild = rebuild;
        this.database = database;
        this.clock = clock;
    }

    /** What a run does with what it built. */
    enum Kind {
        COMPARE,
        REPLACE
    }

    /** How a run stands. */
    enum State {
        RUNNING,
        EQUAL,
        DIFFERENT,
        REPLACED,
        CANCELLED,
        FAILED,
        /** Its process ended before it did. */
        LOST
    }

    /**
     * A run.
     *
     * @param read how many events were read, of {@code total}
     * @param report what comparing found, where it came so far
     * @param replaced what replacing did, where it came so far
     */
    record Run(
            UUID id,
            Kind kind,
            String actor,
            OffsetDateTime began,
            @Nullable OffsetDateTime ended,
            State state,
            long read,
            long total,
            Rebuild.@Nullable Report report,
            Rebuild.@Nullable Replaced replaced) {}

    /** How a run ended, and what came out as it is kept. */
    private record Outcome(State state, @Nullable String json) {}

    private static final class Running {
        private final UUID id;
        private final Thread thread;
        private volatile long read;
        private volatile long total;

        Running(UUID id, Runnable work) {
            this.id = id;
            this.thread = Thread.ofVirtual().name("rebuild-" + id).unstarted(work);
        }
    }

    /**
     * Starts a run, unless one runs here already.
     *
     * @param actor id of the account that asks
     * @return the run's id
     */
    synchronized UUID start(Kind kind, String actor) {
        var present = running;
        if (present != null) {
            return present.id;
        }
        var id = UUID.randomUUID();
        database.sql("""
                        update rebuild_run set state = 'LOST', ended_at = :now where state = 'RUNNING'""").param("now", now()).update();
        database.sql("""
                        insert into rebuild_run (id, kind, actor, began_at, state)
                        values (:id, :kind, :actor, :now, 'RUNNING')""")
                .param("id", id)
                .param("kind", kind.name())
                .param("actor", actor)
                .param("now", now())
                .update();
        var run = new Running(id, () -> run(kind, id));
        running = run;
        run.thread.start();
        return id;
    }

    /** Ends a run early; the scratch tables go, the live ones are as they were. */
    void cancel(UUID id) {
        var present = running;
        if (present != null && present.id.equals(id)) {
            present.thread.interrupt();
        }
    }

    Optional<Run> find(UUID id) {
        return database.sql("select * from rebuild_run where id = :id")
                .param("id", id)
                .query((row, n) -> run(
                        row.getObject("id", UUID.class),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("actor"),
                        row.getObject("began_at", OffsetDateTime.class),
                        row.getObject("ended_at", OffsetDateTime.class),
                        State.valueOf(row.getString("state")),
                        row.getString("report")))
                .optional();
    }

    /** The last runs, latest first. */
    List<Run> latest(int count) {
        return database
                .sql("select id from rebuild_run order by began_at desc, id limit :count")
                .param("count", count)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list()
                .stream()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    /** Tells of progress, on the run's thread, until what is returned is run. */
    Runnable watch(Runnable watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    private Run run(
            UUID id,
            Kind kind,
            String actor,
            OffsetDateTime began,
            @Nullable OffsetDateTime ended,
            State state,
            @Nullable String report) {
        var present = running;
        return new Run(
                id,
                kind,
                actor,
                began,
                ended,
                state,
                present != null && present.id.equals(id) ? present.read : 0,
                present != null && present.id.equals(id) ? present.total : 0,
                report == null || kind != Kind.COMPARE ? null : json.readValue(report, Rebuild.Report.class),
                report == null || kind != Kind.REPLACE ? null : json.readValue(report, Rebuild.Replaced.class));
    }

    private void run(Kind kind, UUID id) {
        var outcome = new Outcome(State.FAILED, null);
        try {
            outcome = switch (kind) {
                case COMPARE -> {
                    var report = rebuild.getObject().run((read, total) -> progress(id, read, total));
                    yield new Outcome(report.equal() ? State.EQUAL : State.DIFFERENT, json.writeValueAsString(report));
                }
                case REPLACE -> {
                    var replaced = rebuild.getObject().replace(Map.of(), (read, total) -> progress(id, read, total));
                    yield new Outcome(State.REPLACED, json.writeValueAsString(replaced));
                }
            };
        } catch (InterruptedException cancelled) {
            outcome = new Outcome(State.CANCELLED, null);
        } catch (RuntimeException trouble) {
            // an interrupted call to the database or to Kafka comes out as that library's own exception
            if (Thread.interrupted() || interrupted(trouble)) {
                outcome = new Outcome(State.CANCELLED, null);
            } else {
                LOG.error("Rebuild {} failed", id, trouble);
            }
        } finally {
            end(id, outcome);
        }
    }

    private static boolean interrupted(Throwable trouble) {
        for (var cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException
                    || cause instanceof org.apache.kafka.common.errors.InterruptException) {
                return true;
            }
        }
        return false;
    }

    private synchronized void end(UUID id, Outcome outcome) {
        running = null;
        database.sql("""
                        update rebuild_run set state = :state, ended_at = :now, report = cast(:report as jsonb)
                        where id = :id""")
                .param("state", outcome.state().name())
                .param("now", now())
                .param("report", outcome.json(), Types.VARCHAR)
                .param("id", id)
                .update();
        LOG.info("Rebuild {} ended: {}", id, outcome.state());
        watchers.forEach(Runnable::run);
    }

    private void progress(UUID id, long read, long total) {
        var present = running;
        if (present != null && present.id.equals(id)) {
            present.read = read;
            present.total = total;
            watchers.forEach(Runnable::run);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    @Override
    public void destroy() throws InterruptedException {
        var present = running;
        if (present != null) {
            present.thread.interrupt();
            present.thread.join(10_000);
        }
    }
}
