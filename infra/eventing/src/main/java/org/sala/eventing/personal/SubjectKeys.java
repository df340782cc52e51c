package org.sala.eventing.personal;

import com.google.crypto.tink.Aead;
import java.io.Serial;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.Erasures;
import org.sala.eventing.personal.KeyTable.Row;
import org.sala.eventing.personal.KnownKeys.NoKey;
import org.sala.eventing.personal.KnownKeys.Usable;
import org.sala.personal.Personal.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The keys of persons: made when first needed, wrapped by the master key, destroyed for good. Unwrapped ones are kept in
 * memory for a while, so that another process's erasure is noticed within {@link #FORGOTTEN_AFTER}.
 */
public final class SubjectKeys implements Erasures {

    /** For so long a process may go on with a key that another has destroyed. */
    public static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(SubjectKeys.class);

    private static final int KEPT_AT_MOST = 20_000;
    /** Whoever changes keys that are there, or the master key, is alone. */
    private static final long CHANGING = 0x53414c41L;

    private final DataSource dataSource;
    private final MasterKey master;
    private final ErasureList erasures;
    private final Clock clock;
    private final Traces traces;
    private final NewKeys newKeys;
    private final Map<String, Kept> kept;
    private volatile boolean flushedByEvents;

    private record Kept(KnownKeys keys, long since) {}

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
        this.newKeys =
                new NewKeys(rows -> onAConnection(connection -> KeyTable.insert(connection, rows, !flushedByEvents)));
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
        var listed = erasures.keys();
        if (listed.isEmpty()) {
            return 0;
        }
        var rows = onAConnection(connection ->
                KeyTable.read(connection, listed.stream().map(KeyId::person).collect(Collectors.toSet())));
        var again = 0;
        for (var key : listed) {
            var row = rows.get(key.person());
            if (row == null || !row.isWithout(key)) {
                again += removed(key) ? 1 : 0;
            }
        }
        // a process that ended may have left some
        traces.left();
        return again;
    }

    private boolean isEmpty() {
        return number("select count(*) from (select from subject_key limit 1) first") == 0;
    }

    /** How many persons have a key. */
    public long count() {
        return number("select count(*) from subject_key where keyset is not null");
    }

    private long number(String sql) {
        return onAConnection(connection -> {
            try (var statement = connection.prepareStatement(sql);
                    var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
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
        return heldOf(KeyId.OF_NO_KIND, persons);
    }

    @Override
    public Set<String> held(Collection<String> persons, String kind) {
        return heldOf(kind, persons);
    }

    private Set<String> heldOf(String kind, Collection<String> persons) {
        return onAConnection(connection -> KeyTable.read(connection, persons)).values().stream()
                .filter(row -> row.kinds().contains(kind) && !row.forgotten().contains(kind))
                .map(Row::person)
                .collect(Collectors.toSet());
    }

    /**
     * The keys of persons, with one for each of these kinds, made where there is none yet.
     *
     * @param kinds by person
     * @throws CannotSeal where a person, or a kind, was erased, or the master key is missing
     */
    Map<String, KeyRing> toSeal(Map<String, Set<String>> kinds) {
        var known = kept(kinds.keySet());
        for (var attempt = 0; ; attempt++) {
            var missing = missing(kinds, known, attempt);
            if (missing.isEmpty()) {
                return known.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, person -> person.getValue().ring()));
            }
            // who is not in memory is almost always new
            make(missing);
            known = find(kinds.keySet());
        }
    }

    private static Map<String, Set<String>> missing(
            Map<String, Set<String>> kinds, Map<String, KnownKeys> known, int attempt) {
        var missing = new HashMap<String, Set<String>>();
        kinds.forEach((person, wanted) -> {
            var keys = known.getOrDefault(person, KnownKeys.none(Reason.KEY_LOST));
            for (var kind : wanted) {
                switch (keys.key(kind)) {
                    case Usable _ -> {
                        // it is there
                    }
                    case NoKey(var reason) -> {
                        if (reason != Reason.KEY_LOST || attempt > 2) {
                            throw new CannotSeal(reason);
                        }
                        missing.put(person, wanted);
                    }
                }
            }
        });
        return missing;
    }

    /** What is known of persons' keys, all of them asked for at once. */
    Map<String, KnownKeys> find(Set<String> persons) {
        var now = System.nanoTime();
        var known = kept(persons);
        if (known.size() < persons.size()) {
            var others = new HashSet<>(persons);
            others.removeAll(known.keySet());
            var loaded = load(others);
            keep(loaded, now);
            known.putAll(loaded);
        }
        return known;
    }

    private Map<String, KnownKeys> kept(Set<String> persons) {
        var now = System.nanoTime();
        var known = HashMap.<String, KnownKeys>newHashMap(persons.size());
        synchronized (kept) {
            for (var person : persons) {
                var before = kept.get(person);
                if (before != null && now - before.since() < FORGOTTEN_AFTER.toNanos()) {
                    known.put(person, before.keys());
                }
            }
        }
        return known;
    }

    private void keep(Map<String, KnownKeys> known, long since) {
        synchronized (kept) {
            known.forEach((person, keys) -> kept.put(person, new Kept(keys, since)));
        }
    }

    private Map<String, KnownKeys> load(Set<String> persons) {
        var rows = onAConnection(connection -> KeyTable.readToOpen(connection, persons));
        var aead = master.aead();
        return persons.parallelStream()
                .collect(Collectors.toConcurrentMap(person -> person, person -> known(rows.get(person), aead)));
    }

    private static KnownKeys known(@Nullable Row row, Optional<Aead> master) {
        if (row == null) {
            return KnownKeys.none(Reason.KEY_LOST);
        }
        if (row.erased()) {
            return KnownKeys.none(Reason.ERASED);
        }
        return opened(row, master)
                .map(ring -> new KnownKeys(ring, row.forgotten(), Reason.KEY_LOST))
                .orElseGet(() -> new KnownKeys(KeyRing.EMPTY, row.forgotten(), Reason.MASTER_KEY_MISSING));
    }

    /** Empty where the master key is missing, or isn't the one that they are wrapped with. */
    private static Optional<KeyRing> opened(Row row, Optional<Aead> master) {
        var keyset = row.keyset();
        if (keyset == null) {
            return Optional.of(KeyRing.EMPTY);
        }
        if (master.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(KeyRing.unwrapped(keyset, master.get(), row.person()));
        } catch (GeneralSecurityException wrappedByAnother) {
            return Optional.empty();
        }
    }

    /** Of persons who have no keys all at once; none of a person, or a kind, that was erased. */
    private void make(Map<String, Set<String>> kinds) {
        var aead = master.aead();
        if (aead.isEmpty()) {
            // whether somebody was erased is known without it
            missing(kinds, find(kinds.keySet()), 0);
            throw new CannotSeal(Reason.MASTER_KEY_MISSING);
        }
        var began = System.nanoTime();
        var rings = new HashMap<String, KeyRing>();
        kinds.forEach((person, wanted) -> rings.put(person, KeyRing.EMPTY.with(wanted)));
        var rows = rings.entrySet().stream()
                .map(person -> row(Row.none(person.getKey()), person.getValue(), aead.get()))
                .collect(Collectors.toMap(Row::person, row -> row));
        var inserted = newKeys.store(rows.values());
        inserted.forEach(person -> {
            wrappedWithWhatIsNow(
                    Objects.requireNonNull(rows.get(person)), Objects.requireNonNull(rings.get(person)), aead.get());
            kinds.remove(person);
        });
        keep(
                inserted.stream()
                        .collect(Collectors.toMap(
                                person -> person,
                                person -> new KnownKeys(
                                        Objects.requireNonNull(rings.get(person)), Set.of(), Reason.KEY_LOST))),
                began);
        kinds.forEach(this::add);
    }

    private static Row row(Row row, KeyRing ring, Aead master) {
        try {
            return row.with(ring.kinds().isEmpty() ? null : ring.wrapped(master, row.person()), ring.kinds());
        } catch (GeneralSecurityException unreachable) {
            throw new CannotSeal(Reason.MASTER_KEY_MISSING);
        }
    }

    /**
     * New keys are stored without a lock. The master key may have been changed between their wrapping and their commit, so
     * late that whoever changed it didn't see them; nothing is sealed with them before they are wrapped with the new one.
     */
    private void wrappedWithWhatIsNow(Row row, KeyRing ring, Aead before) {
        var stored = row;
        for (var was = before; ; ) {
            var now = master.aead().orElseThrow(() -> new CannotSeal(Reason.MASTER_KEY_MISSING));
            if (now.equals(was)) {
                return;
            }
            var from = Objects.requireNonNull(stored.keyset());
            stored = row(row, ring, now);
            var to = Objects.requireNonNull(stored.keyset());
            onAConnection(connection -> {
                KeyTable.rewrap(connection, row.person(), from, to);
                return true;
            });
            was = now;
        }
    }

    /** Keys of further kinds, of a person who has some already. */
    private void add(String person, Set<String> kinds) {
        alone(connection -> {
            var row = KeyTable.lock(connection, person);
            var wanted = new HashSet<>(kinds);
            wanted.removeAll(row.forgotten());
            if (!row.erased() && !wanted.isEmpty()) {
                var aead = master.aead();
                var ring = opened(row, aead).orElseThrow(() -> new CannotSeal(Reason.MASTER_KEY_MISSING));
                KeyTable.write(connection, row(row, ring.with(wanted), aead.orElseThrow()));
            }
            return true;
        });
        synchronized (kept) {
            kept.remove(person);
        }
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
        synchronized (kept) {
            kept.remove(id.person());
        }
        return removed;
    }

    /** Whether there was one. One without a kind is the end of all that the person has. */
    private boolean removed(KeyId id) {
        return alone(connection -> {
            var row = KeyTable.lock(connection, id.person());
            if (row.isWithout(id)) {
                return false;
            }
            // it may be so in other rows' old versions even where this one had no key
            traces.left();
            var kind = id.kind();
            if (kind == null) {
                KeyTable.erase(connection, id.person());
                return row.keyset() != null;
            }
            var aead = master.aead();
            var forgotten = row.forgetting(kind);
            // without the master key it stays on the ring, which nobody can open; a later start takes it off
            KeyTable.write(
                    connection,
                    opened(row, aead)
                            .filter(ring -> ring.key(kind).isPresent())
                            .map(ring -> row(forgotten, ring.without(kind), aead.orElseThrow()))
                            .orElse(forgotten));
            return row.kinds().contains(kind) && !row.forgotten().contains(kind);
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
     * Changes the master key: a new one wraps every person's keys, and the old one is forgotten. No event is touched.
     *
     * @return how many persons' keys were wrapped anew
     * @throws IllegalStateException where the master key isn't in a file; a key management service rotates its own, and
     *     {@link #wrapAnew} does the rest
     */
    public int rotateMasterKey() {
        if (!(master instanceof MasterKeyFile file)) {
            throw new IllegalStateException("the master key isn't in a file");
        }
        int count = alone(connection -> {
            file.addNew();
            return wrapAll(connection);
        });
        // only now: had the transaction failed, people's keys would still need the old one
        return alone(connection -> {
            file.forgetOld();
            return count;
        });
    }

    /** Wraps every person's keys anew with what the master key is now. Returns of how many persons. */
    public int wrapAnew() {
        return alone(this::wrapAll);
    }

    private int wrapAll(Connection connection) throws SQLException {
        var aead = master.aead();
        var wrapped = 0;
        var others = 0;
        for (var row : KeyTable.lockAll(connection)) {
            var ring = opened(row, aead);
            if (ring.isPresent()) {
                KeyTable.write(connection, row(row, ring.get(), aead.orElseThrow()));
                wrapped++;
            } else {
                others++;
            }
        }
        if (wrapped == 0 && others > 0) {
            throw new CannotSeal(Reason.MASTER_KEY_MISSING);
        }
        if (others > 0) {
            log.warn("The keys of {} persons are wrapped with some other master key, and stay so", others);
        }
        return wrapped;
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** In a transaction in which nobody else changes keys that are there. */
    private <T> T alone(Work<T> work) {
        return onAConnection(connection -> {
            connection.setAutoCommit(false);
            try {
                try (var statement = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
                    statement.setLong(1, CHANGING);
                    statement.execute();
                }
                var done = work.on(connection);
                connection.commit();
                return done;
            } catch (RuntimeException | SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        });
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
