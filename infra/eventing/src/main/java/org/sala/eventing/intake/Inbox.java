package org.sala.eventing.intake;

import java.io.Serial;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes letters in: what is new is folded into every projection, what was taken before is passed over, what cannot be
 * read or folded is parked with all that follows it on the same subject. Effects, inbox and offsets change in one
 * transaction. The live intake, a retry and a rebuild all go this way.
 */
final class Inbox {

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);
    private static final TypeReference<LinkedHashMap<String, String>> HEADERS = new TypeReference<>() {};

    private final IntakeDefinition definition;
    private final FactReader reader;
    private final DataSource dataSource;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;
    private final IntakeMetrics metrics;
    private final JsonMapper json = JsonMapper.builder().build();

    Inbox(
            IntakeDefinition definition,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            IntakeMetrics metrics) {
        this.definition = definition;
        this.reader = new FactReader(definition.events());
        this.dataSource = dataSource;
        this.database = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.metrics = metrics;
    }

    /** The next record to take of each partition; 0 where none was taken yet. */
    Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions) {
        var offsets = new HashMap<TopicPartition, Long>();
        partitions.forEach(partition -> offsets.put(partition, 0L));
        database.sql("select topic, partition, next_offset from intake_offset where intake = :intake")
                .param("intake", definition.name())
                .query((row, n) -> Map.entry(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3)))
                .list()
                .forEach(entry -> offsets.computeIfPresent(entry.getKey(), (partition, zero) -> entry.getValue()));
        return offsets;
    }

    /**
     * Takes what a poll brought.
     *
     * @param letters partition by partition, in the order of their offsets
     * @param committed told, after each commit, the contexts of which something was taken in
     * @throws OffsetMoved when another process has taken letters of one of these partitions since
     */
    void take(List<Letter> letters, Consumer<Set<String>> committed) {
        takeOrHalve(letters, this::moveOffsets, committed);
    }

    /**
     * Takes letters of any partitions without moving an offset: for a rebuild, which is begun anew where it breaks off.
     *
     * @param letters a subject's in the order of their offsets
     */
    void takeUncounted(List<Letter> letters) {
        takeOrHalve(letters, batch -> {}, contexts -> {});
    }

    /**
     * Where one of a batch is poison, halves of it are tried until it is alone, and parked; the others come through. So do
     * all before the first that has no room among the parked.
     */
    private void takeOrHalve(List<Letter> letters, Consumer<List<Letter>> offset, Consumer<Set<String>> committed) {
        if (letters.isEmpty()) {
            return;
        }
        try {
            inTransaction(letters, offset, committed, false);
        } catch (RuntimeException e) {
            if (isTransient(e) || (letters.size() == 1 && e instanceof TooManyParked)) {
                throw e;
            }
            if (letters.size() == 1) {
                inTransaction(letters, offset, committed, true);
            } else {
                var half = letters.size() / 2;
                takeOrHalve(letters.subList(0, half), offset, committed);
                takeOrHalve(letters.subList(half, letters.size()), offset, committed);
            }
        }
    }

    private void inTransaction(
            List<Letter> letters, Consumer<List<Letter>> offset, Consumer<Set<String>> committed, boolean park) {
        var tally = new Tally();
        transaction.executeWithoutResult(status -> {
            offset.accept(letters);
            var folds = new BatchedStatements(dataSource);
            takeAll(letters, folds, tally, park);
            folds.send();
        });
        tell(tally);
        committed.accept(tally.contexts);
    }

    /** What a transaction has done: told once it is committed, for what is tried again is done once. */
    private static final class Tally {

        private final Set<String> contexts = new HashSet<>();
        private final List<Letter> unknown = new ArrayList<>();
        private final List<Parked> parked = new ArrayList<>();
        private int taken;
        private int repeated;

        void add(Tally part) {
            contexts.addAll(part.contexts);
            unknown.addAll(part.unknown);
            taken += part.taken;
        }
    }

    private void tell(Tally tally) {
        metrics.taken(tally.taken);
        metrics.repeated(tally.repeated);
        metrics.parked(tally.parked.size());
        tally.unknown.forEach(letter -> metrics.unknown(letter.context(), letter.type()));
        tally.parked.forEach(parked -> log.warn(
                "{} parked {} of subject {}: {}",
                definition.name(),
                parked.letter(),
                parked.letter().subject(),
                parked.cause()));
    }

    /** What passes by itself, and says nothing about the letter. */
    static boolean isTransient(RuntimeException e) {
        return e instanceof TransientDataAccessException
                || e instanceof CannotGetJdbcConnectionException
                || e instanceof DataAccessResourceFailureException
                || e instanceof TransactionException
                || e instanceof OffsetMoved;
    }

    private void takeAll(List<Letter> letters, BatchedStatements folds, Tally tally, boolean park) {
        var known = subjects(letters);
        var parked = parkedSubjects(letters);
        var moved = new HashSet<Key>();
        for (var letter : letters) {
            var key = new Key(letter.context(), letter.subject());
            var last = known.getOrDefault(key, -1L);
            if (letter.isAddressed() && letter.sequence() <= last) {
                tally.repeated++;
            } else if (park) {
                park(letter, causeOf(letter), tally);
                parked.add(key);
            } else if (!letter.isAddressed()) {
                park(letter, "the record has no subject or no sequence", tally);
            } else if (letter.sequence() > last + 1) {
                park(letter, parked.contains(key) ? "follows a parked event" : "came before its predecessor", tally);
                parked.add(key);
            } else {
                fold(letter, folds, tally);
                known.put(key, letter.sequence());
                moved.add(key);
                if (parked.contains(key)) {
                    // The missing one has come: what waited for it follows.
                    unpark(key, known, folds, tally);
                }
            }
        }
        saveSubjects(moved, known);
    }

    private void fold(Letter letter, BatchedStatements folds, Tally tally) {
        var fact = reader.read(letter);
        for (var projection : definition.projections()) {
            folds.fold(projection, fact);
        }
        tally.taken++;
        tally.contexts.add(letter.context());
        if (fact.event() == Fact.Unknown.EVENT) {
            tally.unknown.add(letter);
        }
    }

    /** Why a letter that failed alone fails: read it once more, outside of any fold. */
    private String causeOf(Letter letter) {
        try {
            reader.read(letter);
            return "a projection refused it";
        } catch (MalformedFact e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void moveOffsets(List<Letter> letters) {
        var taken = new LinkedHashMap<TopicPartition, Taken>();
        letters.forEach(letter -> taken.merge(
                new TopicPartition(letter.topic(), letter.partition()),
                new Taken(letter.offset(), letter.offset() + 1),
                Taken::and));
        taken.keySet().removeAll(move(taken));
        if (!taken.isEmpty()) {
            begin(taken.keySet());
            taken.keySet().removeAll(move(taken));
        }
        if (!taken.isEmpty()) {
            throw new OffsetMoved(taken.keySet());
        }
    }

    /** Which letters of a partition are taken: from one offset to before another. */
    private record Taken(long first, long next) {

        Taken and(Taken later) {
            return new Taken(first, later.next);
        }
    }

    /** Returns which of these partitions stood where the letters begin. */
    private Set<TopicPartition> move(Map<TopicPartition, Taken> taken) {
        return database.sql("""
                        update intake_offset as present set next_offset = taken.next
                        from unnest(:topics, :partitions, :firsts, :nexts) as taken (topic, partition, first, next)
                        where intake = :intake and present.topic = taken.topic and present.partition = taken.partition
                            and next_offset = taken.first
                        returning present.topic, present.partition""")
                .param("intake", definition.name())
                .param("topics", topics(taken.keySet()))
                .param("partitions", partitions(taken.keySet()))
                .param("firsts", taken.values().stream().map(Taken::first).toArray(Long[]::new))
                .param("nexts", taken.values().stream().map(Taken::next).toArray(Long[]::new))
                .query((row, n) -> new TopicPartition(row.getString(1), row.getInt(2)))
                .set();
    }

    /** Partitions of which nothing was taken yet. */
    private void begin(Set<TopicPartition> untouched) {
        database.sql("""
                        insert into intake_offset (intake, topic, partition, next_offset)
                        select :intake, topic, partition, 0
                        from unnest(:topics, :partitions) as untouched (topic, partition) on conflict do nothing""")
                .param("intake", definition.name())
                .param("topics", topics(untouched))
                .param("partitions", partitions(untouched))
                .update();
    }

    private static String[] topics(Set<TopicPartition> of) {
        return of.stream().map(TopicPartition::topic).toArray(String[]::new);
    }

    private static Integer[] partitions(Set<TopicPartition> of) {
        return of.stream().map(TopicPartition::partition).toArray(Integer[]::new);
    }

    private Map<Key, Long> subjects(List<Letter> letters) {
        var known = new HashMap<Key, Long>();
        subjectsByContext(letters)
                .forEach((context, subjects) -> database.sql("""
                        select subject, sequence from intake_subject
                        where intake = :intake and context = :context and subject = any(:subjects)""")
                        .param("intake", definition.name())
                        .param("context", context)
                        .param("subjects", subjects.toArray(String[]::new))
                        .query((row, n) -> known.put(new Key(context, row.getString(1)), row.getLong(2)))
                        .list());
        return known;
    }

    private Set<Key> parkedSubjects(List<Letter> letters) {
        var parked = new HashSet<Key>();
        subjectsByContext(letters)
                .forEach((context, subjects) -> database.sql("""
                        select distinct subject from parked_event
                        where intake = :intake and context = :context and subject = any(:subjects)""")
                        .param("intake", definition.name())
                        .param("context", context)
                        .param("subjects", subjects.toArray(String[]::new))
                        .query((row, n) -> parked.add(new Key(context, row.getString(1))))
                        .list());
        return parked;
    }

    private static Map<String, Set<String>> subjectsByContext(List<Letter> letters) {
        return letters.stream()
                .collect(Collectors.groupingBy(
                        Letter::context, Collectors.mapping(Letter::subject, Collectors.toSet())));
    }

    private void saveSubjects(Collection<Key> touched, Map<Key, Long> known) {
        if (touched.isEmpty()) {
            return;
        }
        // in one order, so that two processes never wait for each other
        var keys = touched.stream().sorted().toList();
        database.sql("""
                        insert into intake_subject (intake, context, subject, sequence)
                        select :intake, context, subject, sequence
                        from unnest(:contexts, :subjects, :sequences) as moved (context, subject, sequence)
                        on conflict (intake, context, subject) do update set sequence = excluded.sequence""")
                .param("intake", definition.name())
                .param("contexts", keys.stream().map(Key::context).toArray(String[]::new))
                .param("subjects", keys.stream().map(Key::subject).toArray(String[]::new))
                .param("sequences", keys.stream().map(known::get).toArray(Long[]::new))
                .update();
    }

    private void park(Letter letter, String cause, Tally tally) {
        var added = database.sql("""
                        insert into parked_event (intake, context, subject, sequence, type, topic, partition,
                            record_offset, headers, payload, cause)
                        values (:intake, :context, :subject, :sequence, :type, :topic, :partition,
                            :offset, cast(:headers as jsonb), :payload, :cause)
                        on conflict (intake, context, subject, sequence) do nothing""")
                .param("intake", definition.name())
                .param("context", letter.context())
                .param("subject", letter.subject())
                .param("sequence", letter.sequence())
                .param("type", letter.type())
                .param("topic", letter.topic())
                .param("partition", letter.partition())
                .param("offset", letter.offset())
                .param("headers", json.writeValueAsString(letter.headers()))
                .param("payload", letter.payload().bytes())
                .param("cause", cause)
                .update();
        if (added > 0) {
            if (parkedLetters() > definition.parkedLimit()) {
                throw new TooManyParked(definition.name(), definition.parkedLimit());
            }
            tally.parked.add(new Parked(letter, cause));
        }
    }

    /**
     * Takes what is parked of a subject, in order, up to the first that still cannot be taken. Each is tried behind a
     * savepoint, so that one that fails takes nothing else with it.
     */
    private void unpark(Key key, Map<Key, Long> known, BatchedStatements folds, Tally tally) {
        // what is held belongs before the savepoint
        folds.send();
        for (var waiting : waiting(key)) {
            var letter = waiting.letter();
            var last = known.getOrDefault(key, -1L);
            if (letter.sequence() > last + 1) {
                break;
            }
            if (letter.sequence() == last + 1) {
                try {
                    var one = new Tally();
                    savepoint.executeWithoutResult(status -> {
                        fold(letter, folds, one);
                        folds.send();
                    });
                    tally.add(one);
                } catch (RuntimeException e) {
                    folds.forget();
                    if (isTransient(e)) {
                        throw e;
                    }
                    database.sql("update parked_event set attempts = attempts + 1, cause = :cause where id = :id")
                            .param("cause", causeOf(letter))
                            .param("id", waiting.id())
                            .update();
                    break;
                }
                known.put(key, letter.sequence());
            }
            database.sql("delete from parked_event where id = :id")
                    .param("id", waiting.id())
                    .update();
        }
    }

    private List<Waiting> waiting(Key key) {
        return database.sql("""
                        select id, sequence, type, topic, partition, record_offset, headers::text, payload
                        from parked_event where intake = :intake and context = :context and subject = :subject
                        order by sequence for update""")
                .param("intake", definition.name())
                .param("context", key.context())
                .param("subject", key.subject())
                .query((row, n) -> new Waiting(
                        row.getLong("id"),
                        new Letter(
                                key.context(),
                                key.subject(),
                                row.getLong("sequence"),
                                row.getString("type"),
                                row.getString("topic"),
                                row.getInt("partition"),
                                row.getLong("record_offset"),
                                json.readValue(row.getString("headers"), HEADERS),
                                new Letter.Payload(row.getBytes("payload")))))
                .list();
    }

    /**
     * Tries a parked subject again.
     *
     * @return how many of its events were taken in; 0 where the first still cannot be
     */
    int retry(String context, String subject) {
        var key = new Key(context, subject);
        var tally = new Tally();
        transaction.executeWithoutResult(status -> {
            // as a batch does: not while the tables are replaced
            database.sql("lock table intake_offset in row exclusive mode").update();
            var known = new HashMap<Key, Long>();
            database.sql("""
                            select sequence from intake_subject
                            where intake = :intake and context = :context and subject = :subject for update""")
                    .param("intake", definition.name())
                    .param("context", context)
                    .param("subject", subject)
                    .query(Long.class)
                    .optional()
                    .ifPresent(sequence -> known.put(key, sequence));
            unpark(key, known, new BatchedStatements(dataSource), tally);
            if (tally.taken > 0) {
                saveSubjects(List.of(key), known);
            }
        });
        tell(tally);
        return tally.taken;
    }

    /** How many events are parked. */
    long parkedLetters() {
        return database.sql("select count(*) from parked_event where intake = :intake")
                .param("intake", definition.name())
                .query(Long.class)
                .single();
    }

    /** More is wrong than dead letters are for: the intake stands still, and drops nothing. */
    static final class TooManyParked extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        TooManyParked(String intake, int limit) {
            super(intake + " has more than " + limit + " parked events");
        }
    }

    /** Another process has taken letters of these partitions since this one looked. */
    static final class OffsetMoved extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        OffsetMoved(Set<TopicPartition> partitions) {
            super(partitions.toString());
        }
    }

    private record Key(String context, String subject) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            var byContext = context.compareTo(other.context);
            return byContext != 0 ? byContext : subject.compareTo(other.subject);
        }
    }

    private record Parked(Letter letter, String cause) {}

    private record Waiting(long id, Letter letter) {}
}
