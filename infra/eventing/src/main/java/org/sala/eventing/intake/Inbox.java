package org.sala.eventing.intake;

import java.io.Serial;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.JdbcTemplate;
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
    private final JdbcTemplate jdbc;
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
        this.jdbc = new JdbcTemplate(dataSource);
        this.database = JdbcClient.create(jdbc);
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
     * Takes a batch of one partition.
     *
     * @param letters in the order of their offsets
     * @return contexts of which something was taken in
     * @throws OffsetMoved when another process has taken letters of this partition since
     */
    Set<String> take(TopicPartition partition, List<Letter> letters) {
        return take(partition, letters, letter -> true);
    }

    /** Takes those of a batch that count, and moves on past all of it. */
    Set<String> take(TopicPartition partition, List<Letter> letters, Predicate<Letter> counts) {
        try {
            return inTransaction(() -> takeAll(partition, letters, counts, false));
        } catch (RuntimeException e) {
            if (isTransient(e) || letters.isEmpty()) {
                throw e;
            }
            // One of them is poison. One by one, the others come through and it is parked.
            var contexts = new HashSet<String>();
            for (var letter : letters) {
                contexts.addAll(takeAlone(partition, letter, counts));
            }
            return contexts;
        }
    }

    private Set<String> takeAlone(TopicPartition partition, Letter letter, Predicate<Letter> counts) {
        try {
            return inTransaction(() -> takeAll(partition, List.of(letter), counts, false));
        } catch (RuntimeException e) {
            if (isTransient(e)) {
                throw e;
            }
            return inTransaction(() -> takeAll(partition, List.of(letter), counts, true));
        }
    }

    private Set<String> inTransaction(Supplier<Set<String>> work) {
        return transaction.execute(status -> work.get());
    }

    /** What passes by itself, and says nothing about the letter. */
    private static boolean isTransient(RuntimeException e) {
        return e instanceof TransientDataAccessException
                || e instanceof CannotGetJdbcConnectionException
                || e instanceof DataAccessResourceFailureException
                || e instanceof TransactionException
                || e instanceof OffsetMoved
                || e instanceof TooManyParked;
    }

    private Set<String> takeAll(TopicPartition partition, List<Letter> all, Predicate<Letter> counts, boolean park) {
        moveOffset(partition, all);
        var letters = all.stream().filter(counts).toList();
        var known = subjects(letters);
        var parked = parkedSubjects(letters);
        var taken = new ArrayList<Fact>(letters.size());
        var moved = new HashSet<Key>();
        for (var letter : letters) {
            var key = new Key(letter.context(), letter.subject());
            var last = known.getOrDefault(key, -1L);
            if (letter.isAddressed() && letter.sequence() <= last) {
                metrics.repeated();
                continue;
            }
            if (park) {
                park(letter, causeOf(letter));
                parked.add(key);
            } else if (!letter.isAddressed()) {
                park(letter, "the record has no subject or no sequence");
            } else if (letter.sequence() > last + 1) {
                park(letter, parked.contains(key) ? "follows a parked event" : "came before its predecessor");
                parked.add(key);
            } else {
                taken.add(fold(letter));
                known.put(key, letter.sequence());
                moved.add(key);
                if (parked.contains(key)) {
                    // The missing one has come: what waited for it follows.
                    unpark(key, known, taken);
                }
            }
        }
        saveSubjects(moved, known);
        var contexts = new HashSet<String>();
        taken.forEach(fact -> contexts.add(fact.context()));
        metrics.taken(taken.size());
        return contexts;
    }

    private Fact fold(Letter letter) {
        var fact = reader.read(letter);
        if (fact.event() == Fact.Unknown.EVENT) {
            metrics.unknown(letter.context(), letter.type());
        }
        for (var projection : definition.projections()) {
            projection.fold(fact, database);
        }
        return fact;
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

    private void moveOffset(TopicPartition partition, List<Letter> letters) {
        var first = letters.getFirst().offset();
        var next = letters.getLast().offset() + 1;
        database.sql("""
                        insert into intake_offset (intake, topic, partition, next_offset)
                        values (:intake, :topic, :partition, 0) on conflict do nothing""")
                .param("intake", definition.name())
                .param("topic", partition.topic())
                .param("partition", partition.partition())
                .update();
        var moved = database.sql("""
                        update intake_offset set next_offset = :next
                        where intake = :intake and topic = :topic and partition = :partition and next_offset = :first""")
                .param("intake", definition.name())
                .param("topic", partition.topic())
                .param("partition", partition.partition())
                .param("first", first)
                .param("next", next)
                .update();
        if (moved == 0) {
            throw new OffsetMoved(partition);
        }
    }

    private Map<Key, Long> subjects(List<Letter> letters) {
        var known = new HashMap<Key, Long>();
        database.sql("""
                        select context, subject, sequence from intake_subject
                        where intake = :intake and subject = any(:subjects)""")
                .param("intake", definition.name())
                .param("subjects", subjectsOf(letters))
                .query((row, n) -> Map.entry(new Key(row.getString(1), row.getString(2)), row.getLong(3)))
                .list()
                .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
        return known;
    }

    private Set<Key> parkedSubjects(List<Letter> letters) {
        return new HashSet<>(database.sql("""
                        select distinct context, subject from parked_event
                        where intake = :intake and subject = any(:subjects)""")
                .param("intake", definition.name())
                .param("subjects", subjectsOf(letters))
                .query((row, n) -> new Key(row.getString(1), row.getString(2)))
                .list());
    }

    private static String[] subjectsOf(List<Letter> letters) {
        return letters.stream().map(Letter::subject).distinct().toArray(String[]::new);
    }

    private void saveSubjects(Collection<Key> touched, Map<Key, Long> known) {
        // in one order, so that two processes never wait for each other
        var rows = touched.stream()
                .sorted()
                .map(key -> new Object[] {definition.name(), key.context(), key.subject(), known.get(key)})
                .toList();
        jdbc.batchUpdate("""
                insert into intake_subject (intake, context, subject, sequence) values (?, ?, ?, ?)
                on conflict (intake, context, subject) do update set sequence = excluded.sequence""", rows);
    }

    private void park(Letter letter, String cause) {
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
            metrics.parked();
            log.warn("{} parked {} of subject {}: {}", definition.name(), letter, letter.subject(), cause);
        }
    }

    /**
     * Takes what is parked of a subject, in order, up to the first that still cannot be taken. Each is tried behind a
     * savepoint, so that one that fails takes nothing else with it.
     */
    private int unpark(Key key, Map<Key, Long> known, List<Fact> taken) {
        var count = 0;
        for (var waiting : waiting(key)) {
            var letter = waiting.letter();
            var last = known.getOrDefault(key, -1L);
            if (letter.sequence() > last + 1) {
                break;
            }
            if (letter.sequence() == last + 1) {
                try {
                    taken.add(Objects.requireNonNull(savepoint.execute(status -> fold(letter))));
                } catch (RuntimeException e) {
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
                count++;
            }
            database.sql("delete from parked_event where id = :id")
                    .param("id", waiting.id())
                    .update();
        }
        return count;
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
        return transaction.execute(status -> {
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
            var count = unpark(key, known, new ArrayList<>());
            if (count > 0) {
                saveSubjects(List.of(key), known);
                metrics.taken(count);
            }
            return count;
        });
    }

    private long parkedLetters() {
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

    /** Another process has taken letters of this partition since this one looked. */
    static final class OffsetMoved extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        OffsetMoved(TopicPartition partition) {
            super(partition.toString());
        }
    }

    private record Key(String context, String subject) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            var byContext = context.compareTo(other.context);
            return byContext != 0 ? byContext : subject.compareTo(other.subject);
        }
    }

    private record Waiting(long id, Letter letter) {}
}
