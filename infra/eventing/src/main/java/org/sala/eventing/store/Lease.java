package org.sala.eventing.store;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Leadership for a limited time, by the database's clock, so that one process of several does a work. Each new leader
 * gets a higher fencing token; whoever writes under an older one is refused by what it writes to.
 */
public final class Lease {

    private final JdbcClient database;
    private final String name;
    private final Duration life;
    private final UUID owner = UUID.randomUUID();
    private OptionalLong token = OptionalLong.empty();
    private volatile boolean leads;
    private volatile long prolongedAt;

    /**
     * A claim to leadership of one work.
     *
     * @param life how long a leader that says nothing more stays leader
     */
    public Lease(DataSource dataSource, String name, Duration life) {
        this.database = JdbcClient.create(dataSource);
        this.name = name;
        this.life = life;
    }

    /**
     * Takes the lease, or prolongs it when a third of its life is over; empty while another holds it. Returns the
     * fencing token. A holder that slept past the end of its lease may not know yet that it lost it: what it writes to
     * must compare the token.
     */
    public synchronized OptionalLong hold() {
        if (token.isPresent() && System.nanoTime() - prolongedAt < life.toNanos() / 3) {
            return token;
        }
        prolongedAt = System.nanoTime();
        token = takeOrProlong();
        leads = token.isPresent();
        return token;
    }

    /**
     * Whether it led when it last asked, and may do so still; asks nobody. For choosing whom to tell of new work: who
     * acts on it has to {@link #hold} it.
     */
    public boolean leads() {
        return leads && System.nanoTime() - prolongedAt < life.toNanos();
    }

    private OptionalLong takeOrProlong() {
        return database.sql("""
                        insert into lease as held (name, owner, fencing_token, expires_at)
                        values (:name, :owner, 1, clock_timestamp() + make_interval(secs => :seconds))
                        on conflict (name) do update set
                            owner = excluded.owner,
                            fencing_token = held.fencing_token + case when held.owner = excluded.owner then 0 else 1 end,
                            expires_at = excluded.expires_at
                        where held.owner = excluded.owner or held.expires_at < clock_timestamp()
                        returning fencing_token""")
                .param("name", name)
                .param("owner", owner)
                .param("seconds", life.toMillis() / 1000.0)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** Gives the lease back, so that another need not wait for its end. */
    public synchronized void release() {
        token = OptionalLong.empty();
        leads = false;
        database.sql("update lease set expires_at = '-infinity' where name = :name and owner = :owner")
                .param("name", name)
                .param("owner", owner)
                .update();
    }
}
