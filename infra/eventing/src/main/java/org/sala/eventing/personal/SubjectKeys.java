package org.sala.eventing.personal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.sala.eventing.Erasures;
import org.sala.personal.Personal.Reason;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The keys of persons: made when first needed, wrapped by the master key, destroyed for good. Unwrapped ones are kept in
 * memory for a while, so that another process's erasure is noticed within {@link #FORGOTTEN_AFTER}.
 */
public final class SubjectKeys implements Erasures {

    /** For so long a process may go on with a key that another has destroyed. */
    public static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(30);

    private static final int KEPT_AT_MOST = 20_000;
    /** Shared by those who wrap a key, alone for who changes the master key. */
    private static final long WRAPPING = 0x53414c41L;

    private final DataSource dataSource;
    private final MasterKey master;
    private final ErasureList erasures;
    private final Clock clock;
    private final Map<String, Kept> kept;

    /** What is known of a person's key: the key, or why there is none. */
    sealed interface Found {}

    /**
     * @param ids of the keys in it, as a ciphertext of theirs names them
     */
    record Key(Aead aead, Set<Integer> ids) implements Found {

        Key {
            ids = Set.copyOf(ids);
        }
    }

    record NoKey(Reason reason) implements Found {}

    private record Kept(Found found, long since) {}

    /**
     * The keys in one schema.
     *
     * @param dataSource of that schema, whose tables are there
     */
    public SubjectKeys(DataSource dataSource, MasterKey master, ErasureList erasures, Clock clock) {
        this.dataSource = dataSource;
        this.master = master;
        this.erasures = erasures;
        this.clock = clock;
        this.kept = new LinkedHashMap<>(1024, 0.75f, true) {

            @Serial
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
                return size() > KEPT_AT_MOST;
            }
        };
    }

    /**
     * Makes the master key at the very first start, and destroys again what a restored database has brought back.
     *
     * @return how many keys of erased persons were there again
     */
    public int begin() {
        if (master instanceof MasterKeyFile file && !file.isThere() && isEmpty()) {
            file.make();
        }
        var again = 0;
        for (var subject : erasures.subjects()) {
            again += removed(subject);
        }
        return again;
    }

    private boolean isEmpty() {
        return ask(database -> database.sql("select not exists (select 1 from subject_key)")
                .query(Boolean.class)
                .single());
    }

    /** How many persons have a key. */
    public long count() {
        return ask(database -> database.sql("select count(*) from subject_key where keyset is not null")
                .query(Long.class)
                .single());
    }

    /** Whether the master key is there. */
    public boolean canOpen() {
        return master.aead().isPresent();
    }

    @Override
    public Set<String> erased() {
        return erasures.subjects();
    }

    /**
     * A person's key, made where there is none yet.
     *
     * @throws CannotSeal where the person was erased, or the master key is missing
     */
    Aead toSeal(String subject) {
        for (var attempt = 0; ; attempt++) {
            switch (find(subject)) {
                case Key(var aead, var _) -> {
                    return aead;
                }
                case NoKey(var reason) -> {
                    if (reason != Reason.KEY_LOST || attempt > 0) {
                        throw new CannotSeal(reason);
                    }
                    make(subject);
                }
            }
        }
    }

    /** A person's key, if it may still be had. */
    Found find(String subject) {
        var now = System.nanoTime();
        synchronized (kept) {
            var before = kept.get(subject);
            if (before != null && now - before.since() < FORGOTTEN_AFTER.toNanos()) {
                return before.found();
            }
        }
        var found = load(subject);
        synchronized (kept) {
            kept.put(subject, new Kept(found, now));
        }
        return found;
    }

    private Found load(String subject) {
        var row = ask(database -> database.sql("select keyset from subject_key where subject = :subject")
                .param("subject", subject)
                .query((it, n) -> Optional.ofNullable(it.getBytes("keyset")))
                .optional());
        if (row.isEmpty()) {
            return new NoKey(Reason.KEY_LOST);
        }
        var wrapped = row.get();
        if (wrapped.isEmpty()) {
            return new NoKey(Reason.ERASED);
        }
        var aead = master.aead();
        if (aead.isEmpty()) {
            return new NoKey(Reason.MASTER_KEY_MISSING);
        }
        try {
            var keyset = Tink.unwrapped(wrapped.get(), aead.get(), bytes(subject));
            return new Key(
                    Tink.aead(keyset),
                    IntStream.range(0, keyset.size())
                            .mapToObj(i -> keyset.getAt(i).getId())
                            .collect(Collectors.toSet()));
        } catch (GeneralSecurityException wrappedByAnother) {
            return new NoKey(Reason.MASTER_KEY_MISSING);
        }
    }

    private void make(String subject) {
        askInTransaction(database -> {
            database.sql("select pg_advisory_xact_lock_shared(:wrapping)")
                    .param("wrapping", WRAPPING)
                    .query((row, n) -> true)
                    .single();
            return database.sql("""
                            insert into subject_key (subject, keyset) values (:subject, :keyset)
                            on conflict (subject) do nothing""")
                    .param("subject", subject)
                    .param("keyset", wrapped(Tink.newKeyset(), subject))
                    .update();
        });
        forget(subject);
    }

    /**
     * The list first, then the key: what is on the list is destroyed at the next start at the latest.
     */
    @Override
    public boolean destroy(String subject) {
        if (!erasures.subjects().contains(subject)) {
            erasures.add(subject, clock.instant());
        }
        var removed = removed(subject);
        forget(subject);
        if (removed > 0) {
            // takes the old row's bytes out of the table's pages now, and not some day
            ask(database -> database.sql("vacuum subject_key").update());
        }
        return removed > 0;
    }

    private int removed(String subject) {
        return ask(database -> database.sql("""
                        insert into subject_key as present (subject, keyset, destroyed_at) values (:subject, null, now())
                        on conflict (subject) do update set keyset = null, destroyed_at = now()
                        where present.keyset is not null""").param("subject", subject).update());
    }

    /**
     * Changes the master key: a new one wraps every person's key, and the old one is forgotten. No event is touched.
     * Whoever makes a key meanwhile waits.
     *
     * @return how many keys were wrapped anew
     * @throws IllegalStateException where the master key isn't in a file; a key management service rotates its own, and
     *     {@link #wrapAnew} does the rest
     */
    public int rotateMasterKey() {
        if (!(master instanceof MasterKeyFile file)) {
            throw new IllegalStateException("the master key isn't in a file");
        }
        int count = askInTransaction(database -> {
            alone(database);
            file.addNew();
            return wrapAll(database);
        });
        // only now: had the transaction failed, people's keys would still need the old one
        return askInTransaction(database -> {
            alone(database);
            file.forgetOld();
            return count;
        });
    }

    /** Wraps every person's key anew with what the master key is now. Returns how many. */
    public int wrapAnew() {
        return askInTransaction(database -> {
            alone(database);
            return wrapAll(database);
        });
    }

    private static void alone(JdbcClient database) {
        database.sql("select pg_advisory_xact_lock(:wrapping)")
                .param("wrapping", WRAPPING)
                .query((row, n) -> true)
                .single();
    }

    private int wrapAll(JdbcClient database) {
        var aead = master.aead().orElseThrow(() -> new CannotSeal(Reason.MASTER_KEY_MISSING));
        var keysets = new HashMap<String, byte[]>();
        database.sql("select subject, keyset from subject_key where keyset is not null for update")
                .query(row -> {
                    keysets.put(row.getString("subject"), row.getBytes("keyset"));
                });
        keysets.forEach((subject, keyset) -> {
            try {
                database.sql("update subject_key set keyset = :keyset where subject = :subject")
                        .param("subject", subject)
                        .param("keyset", wrapped(Tink.unwrapped(keyset, aead, bytes(subject)), subject))
                        .update();
            } catch (GeneralSecurityException wrappedByAnother) {
                throw new CannotSeal(Reason.MASTER_KEY_MISSING);
            }
        });
        return keysets.size();
    }

    private <T> T ask(Function<JdbcClient, T> question) {
        return onAConnection(connection -> question.apply(client(connection)));
    }

    private <T> T askInTransaction(Function<JdbcClient, T> question) {
        return onAConnection(connection -> {
            connection.setAutoCommit(false);
            try {
                var answer = question.apply(client(connection));
                connection.commit();
                return answer;
            } catch (RuntimeException | SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        });
    }

    private static JdbcClient client(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * On a connection that is given back at once. Spring would keep it until the end of the transaction that the calling
     * thread may be in, of events, and then four who register at once would wait for each other's second one.
     */
    private <T> T onAConnection(Work<T> work) {
        try (var connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the keys' schema can't be reached", e);
        }
    }

    private void forget(String subject) {
        synchronized (kept) {
            kept.remove(subject);
        }
    }

    private byte[] wrapped(KeysetHandle key, String subject) {
        var aead = master.aead().orElseThrow(() -> new CannotSeal(Reason.MASTER_KEY_MISSING));
        try {
            return Tink.wrapped(key, aead, bytes(subject));
        } catch (GeneralSecurityException unreachable) {
            throw new CannotSeal(Reason.MASTER_KEY_MISSING);
        }
    }

    private static byte[] bytes(String subject) {
        return subject.getBytes(StandardCharsets.UTF_8);
    }

    /** Something personal can't be stored, so that nothing is. */
    public static final class CannotSeal extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final Reason reason;

        CannotSeal(Reason reason) {
            super("something personal can't be encrypted: " + reason);
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }
    }
}
