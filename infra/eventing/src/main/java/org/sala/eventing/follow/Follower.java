package org.sala.eventing.follow;

import javax.sql.DataSource;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.sala.eventing.store.Lease;
import org.sala.eventing.store.PostgresEventStorageEngine;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells one policy of each event of its own context, at least once, in the order of positions, in one process at a
 * time. A policy that throws is told of the same event again: it stands still rather than pass one over.
 */
public final class Follower {

    private static final int BATCH = 200;

    private final String name;
    private final JdbcClient database;
    private final Lease lease;
    private final PostgresEventStorageEngine engine;
    private final AnnotationEventHandlerAdapter policy;

    /**
     * A follower of one store.
     *
     * @param name names its cursor; never changes
     * @param policy an object with Axon's {@code @EventHandler} methods
     */
    public Follower(
            String name,
            DataSource dataSource,
            Lease lease,
            PostgresEventStorageEngine engine,
            Object policy,
            ParameterResolverFactory parameters) {
        this.name = name;
        this.database = JdbcClient.create(dataSource);
        this.lease = lease;
        this.engine = engine;
        this.policy = new AnnotationEventHandlerAdapter(policy, parameters);
    }

    /** Tells of one batch. Returns whether there may be more. */
    public boolean follow() throws Exception {
        var token = lease.hold();
        if (token.isEmpty()) {
            return false;
        }
        var from = position();
        var at = from;
        try (var events = engine.read(from, BATCH, policy::canHandleType)) {
            for (var batch = events.iterator(); batch.hasNext(); ) {
                TrackedEventMessage<?> event = batch.next();
                if (policy.canHandle(event)) {
                    policy.handle(event);
                }
                at = event.trackingToken().position().orElseThrow();
            }
        } finally {
            if (at > from) {
                moveCursor(from, at, token.getAsLong());
            }
        }
        return at - from >= BATCH;
    }

    /** The position up to which the policy was told. */
    public long position() {
        return database.sql("select position from follower where name = :name")
                .param("name", name)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private void moveCursor(long from, long to, long token) {
        var moved = database.sql("""
                        insert into follower as present (name, position, fencing_token) values (:name, :to, :token)
                        on conflict (name) do update set position = :to, fencing_token = :token
                        where present.position = :from and present.fencing_token <= :token""")
                .param("name", name)
                .param("from", from)
                .param("to", to)
                .param("token", token)
                .update();
        if (moved == 0) {
            throw new IllegalStateException("another process leads " + name + " since; this one's token is " + token);
        }
    }

    /** Gives leadership back. */
    public void release() {
        lease.release();
    }
}
