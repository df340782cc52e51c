package org.sala.eventing.personal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.aead.AesGcmKey;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final String NOT_FLUSHED = ", set_config('synchronous_commit', 'off', true)";

    private final DataSource dataSource;
    private final MasterKey master;
    private final ErasureList erasures;
    private final Clock clock;
    private final Traces traces;
    private final Map<KeyId, Kept> kept;
    private volatile boolean flushedByEvents;

    /** What is known of a person's key: the key, or why there is none. */
    sealed interface Found {}

    /**
     * @param id as its ciphertexts name it
     */
    record Key(Aead aead, int id) implements Found {}

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
        this.traces = new Traces(dataSource);
        this.kept = new LinkedHashMap<>(1024, 0.75f, true) {

            @Serial
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<KeyId, Kept> eldest) {
                return size() > KEPT_AT_MOST;
            }
        };
    }

    /**
     * Says that what is sealed with a new key is committed to the same server's write-ahead log, later than the key: the
     * event's commit then takes the key to the disk with it, and the key's own needn't wait for that.
     */
    public void flushedByEvents() {
        flushedByEvents = true;
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
        var again = erasures.keys().stream().mapToInt(this::removed).sum();
        if (!erasures.keys().isEmpty()) {
            // a process that ended may have left some
            traces.left();
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
        return ask(database -> database.sql("""
                        select count(distinct split_part(subject, '/', 1)) from subject_key where keyset is not null""").query(Long.class).single());
    }

    /** Whether the master key is there. */
    public boolean canOpen() {
        return master.aead().isPresent();
    }

    @Override
    public Set<String> erased() {
        return erasures.keys().stream()
                .filter(key -> key.kind() == null)
                .map(KeyId::person)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public Set<Part> erasedParts() {
        return erasures.keys().stream()
                .flatMap(key -> key.kind() == null ? Stream.empty() : Stream.of(new Part(key.person(), key.kind())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public Set<String> held(Collection<String> persons) {
        return held(persons.stream().map(KeyId::of));
    }

    @Override
    public Set<String> held(Collection<String> persons, String kind) {
        return held(persons.stream().map(person -> KeyId.of(person, kind)));
    }

    private Set<String> held(Stream<KeyId> keys) {
        var written = keys.map(KeyId::written).toArray(String[]::new);
        return ask(database -> database.sql(
                        "select subject from subject_key where keyset is not null and subject = any(:keys)")
                .param("keys", written)
                .query((row, n) -> KeyId.read(row.getString(1)).person())
                .set());
    }

    /**
     * Keys by their ids, each made where there is none yet.
     *
     * @throws CannotSeal where a person, or a kind, was erased, or the master key is missing
     */
    Map<KeyId, Aead> toSeal(Set<KeyId> ids) {
        var found = find(ids);
        for (var attempt = 0; ; attempt++) {
            var aeads = new HashMap<KeyId, Aead>();
            var missing = new HashSet<KeyId>();
            for (var id : ids) {
                switch (Objects.requireNonNull(found.get(id))) {
                    case Key(var aead, var _) -> aeads.put(id, aead);
                    case NoKey(var reason) -> {
                        if (reason != Reason.KEY_LOST || attempt > 1) {
                            throw new CannotSeal(reason);
                        }
                        missing.add(id);
                    }
                }
            }
            if (missing.isEmpty()) {
                return aeads;
            }
            make(missing);
            found = find(ids);
        }
    }

    /** What is known of keys, all of them asked for at once. */
    Map<KeyId, Found> find(Set<KeyId> ids) {
        var now = System.nanoTime();
        var found = new HashMap<KeyId, Found>();
        synchronized (kept) {
            for (var id : ids) {
                var before = kept.get(id);
                if (before != null && now - before.since() < FORGOTTEN_AFTER.toNanos()) {
                    found.put(id, before.found());
                }
            }
        }
        if (found.size() < ids.size()) {
            var loaded = load(ids.stream().filter(id -> !found.containsKey(id)).toList());
            keep(loaded, now);
            found.putAll(loaded);
        }
        return found;
    }

    private void keep(Map<KeyId, Found> found, long since) {
        synchronized (kept) {
            found.forEach((id, key) -> kept.put(id, new Kept(key, since)));
        }
    }

    /** With each key the person's own, whose end is the end of all. */
    private Map<KeyId, Found> load(List<KeyId> ids) {
        var written = ids.stream()
                .flatMap(id -> Stream.of(id, id.ofThePerson()))
                .map(KeyId::written)
                .distinct()
                .toArray(String[]::new);
        var rows = onAConnection(connection -> rows(connection, written));
        var aead = master.aead();
        var found = new HashMap<KeyId, Found>();
        for (var id : ids) {
            found.put(id, found(id, rows, aead));
        }
        return found;
    }

    private static Map<String, Optional<byte[]>> rows(Connection connection, String[] subjects) throws SQLException {
        try (var statement =
                connection.prepareStatement("select subject, keyset from subject_key where subject = any(?)")) {
            statement.setArray(1, connection.createArrayOf("text", subjects));
            var found = new HashMap<String, Optional<byte[]>>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), Optional.ofNullable(rows.getBytes(2)));
                }
            }
            return found;
        }
    }

    private static Found found(KeyId id, Map<String, Optional<byte[]>> rows, Optional<Aead> master) {
        var wrapped = rows.get(id.written());
        var ofThePerson = rows.get(id.ofThePerson().written());
        if ((wrapped != null && wrapped.isEmpty()) || (ofThePerson != null && ofThePerson.isEmpty())) {
            return new NoKey(Reason.ERASED);
        }
        if (wrapped == null) {
            return new NoKey(Reason.KEY_LOST);
        }
        if (master.isEmpty()) {
            return new NoKey(Reason.MASTER_KEY_MISSING);
        }
        try {
            return key(Tink.unwrapped(wrapped.get(), master.get(), bytes(id.written())));
        } catch (GeneralSecurityException wrappedByAnother) {
            return new NoKey(Reason.MASTER_KEY_MISSING);
        }
    }

    private static Key key(AesGcmKey key) throws GeneralSecurityException {
        return new Key(Tink.aead(key), Objects.requireNonNull(key.getIdRequirementOrNull()));
    }

    /** Those that are still missing, all at once; none of a person who was erased. */
    private void make(Set<KeyId> ids) {
        var made = new HashMap<String, AesGcmKey>();
        var stored = onAConnection(connection -> {
            connection.setAutoCommit(false);
            try {
                shared(connection);
                var written = new String[ids.size()];
                var wrapped = new byte[ids.size()][];
                var i = 0;
                for (var id : ids) {
                    var key = Tink.newKey();
                    made.put(id.written(), key);
                    written[i] = id.written();
                    wrapped[i++] = wrapped(key, id.written());
                }
                return insertedAndCommitted(connection, written, wrapped);
            } catch (RuntimeException | SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        });
        var found = new HashMap<KeyId, Found>();
        for (var subject : stored) {
            try {
                found.put(KeyId.read(subject), key(Objects.requireNonNull(made.get(subject))));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
        synchronized (kept) {
            ids.forEach(kept::remove);
        }
        keep(found, System.nanoTime());
    }

    /** Beside others who make keys, and never while the master key is changed or a person erased. */
    private void shared(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select pg_advisory_xact_lock_shared(?)" + (flushedByEvents ? NOT_FLUSHED : ""))) {
            statement.setLong(1, WRAPPING);
            statement.execute();
        }
    }

    /** The persons are looked up by the index: joined with the table, they would have all of it read for each new one. */
    private static List<String> insertedAndCommitted(Connection connection, String[] subjects, byte[][] keysets)
            throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into subject_key (subject, keyset)
                select subject, keyset from unnest(?, ?) as made (subject, keyset)
                where split_part(made.subject, '/', 1) <> all (array(
                    select own.subject from subject_key own where own.subject = any(?) and own.keyset is null))
                on conflict (subject) do nothing returning subject; commit""")) {
            statement.setArray(1, connection.createArrayOf("text", subjects));
            statement.setArray(2, connection.createArrayOf("bytea", keysets));
            statement.setArray(3, connection.createArrayOf("text", persons(subjects)));
            statement.execute();
            var stored = new ArrayList<String>();
            try (var rows = statement.getResultSet()) {
                while (rows.next()) {
                    stored.add(rows.getString(1));
                }
            }
            return stored;
        }
    }

    private static String[] persons(String[] subjects) {
        return Arrays.stream(subjects)
                .map(subject -> KeyId.read(subject).person())
                .distinct()
                .toArray(String[]::new);
    }

    @Override
    public boolean destroy(String person) {
        return destroy(KeyId.of(person));
    }

    @Override
    public boolean destroy(String person, String kind) {
        return destroy(KeyId.of(person, kind));
    }

    /** The list first, then the key: what is on the list is destroyed at the next start at the latest. */
    private boolean destroy(KeyId id) {
        if (!erasures.keys().contains(id)) {
            erasures.add(id, clock.instant());
        }
        var removed = removed(id);
        forget(id);
        return removed > 0;
    }

    /** How many keys there were. One without a kind is the end of all that the person has. */
    private int removed(KeyId id) {
        return askInTransaction(database -> {
            alone(database);
            int removed = database.sql("""
                            update subject_key set keyset = null, destroyed_at = now()
                            where keyset is not null and (subject = :key
                                or :all and subject > :key || '/' and subject < :key || '0')""")
                    .param("key", id.written())
                    .param("all", id.kind() == null)
                    .update();
            database.sql("""
                            insert into subject_key (subject, keyset, destroyed_at) values (:key, null, now())
                            on conflict (subject) do nothing""").param("key", id.written()).update();
            if (removed > 0) {
                traces.left();
            }
            return removed;
        });
    }

    /**
     * Removes from PostgreSQL's files what is left of keys that were destroyed: rewrites their table and, where the login
     * may, ends the present file of the write-ahead log. To be called now and then; does nothing where nothing was destroyed.
     *
     * @return whether anything was
     */
    public boolean removeTraces() {
        return traces.remove();
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

    private void forget(KeyId id) {
        synchronized (kept) {
            if (id.kind() == null) {
                kept.keySet().removeIf(each -> each.person().equals(id.person()));
            } else {
                kept.remove(id);
            }
        }
    }

    private byte[] wrapped(AesGcmKey key, String subject) {
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
