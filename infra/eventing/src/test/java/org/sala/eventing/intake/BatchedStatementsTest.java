package org.sala.eventing.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.embedded.SharedServers;
import org.sala.eventing.ledger.LedgerStore;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BatchedStatementsTest {

    private LedgerStore store;

    @BeforeAll
    void open() {
        store = LedgerStore.in(SharedServers.newDatabase("ledger"));
        store.database()
                .sql("create table word (subject text primary key, said text not null)")
                .update();
    }

    @BeforeEach
    void empty() {
        store.database().sql("truncate word").update();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatIsSentTogetherLeavesTheSameAsOneByOne(long seed) {
        var facts = new ArrayList<Fact>();
        var random = new Random(seed);
        for (var sequence = 0; sequence < 400; sequence++) {
            facts.add(fact("s" + random.nextInt(20), random.nextInt(5), sequence));
        }
        var oneByOne = new Words((fact, database) -> say(fact, database));
        store.transaction()
                .executeWithoutResult(status -> facts.forEach(fact -> oneByOne.fold(fact, store.database())));
        var expected = words();
        empty();

        folded(oneByOne, facts);
        assertThat(words()).isEqualTo(expected).hasSize(20);
    }

    @Test
    void aQuerySeesWhatWasFoldedBefore() {
        var counted = new ArrayList<Long>();
        folded(
                new Words((fact, database) -> {
                    say(fact, database);
                    counted.add(database.sql("select count(*) from word")
                            .query(Long.class)
                            .single());
                    database.sql("update word set said = said || '.' where subject = ?")
                            .param(fact.subject())
                            .update();
                }),
                List.of(fact("a", 0, 0), fact("b", 0, 0), fact("a", 1, 1)));
        assertThat(counted).containsExactly(1L, 2L, 2L);
        assertThat(words()).containsExactly("a: new0.1.", "b: new0.");
    }

    @Test
    void whatTheDatabaseRefusesComesOutAndNothingIsLeft() {
        var facts = List.of(fact("a", 0, 0), fact("b", 0, 0));
        assertThatThrownBy(() -> folded(
                        new Words((fact, database) -> database.sql("insert into word (subject, said) values (?, null)")
                                .param(fact.subject())
                                .update()),
                        facts))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(words()).isEmpty();
    }

    private void folded(Projection projection, List<Fact> facts) {
        store.transaction().executeWithoutResult(status -> {
            var together = new BatchedStatements(store.dataSource());
            facts.forEach(fact -> together.fold(projection, fact));
            together.send();
        });
    }

    /** Several kinds of statements, each of which minds what was before it. */
    private static void say(Fact fact, JdbcClient database) {
        var kind = fact.position();
        database.sql("insert into word (subject, said) values (:subject, 'new') on conflict do nothing")
                .param("subject", fact.subject())
                .update();
        if (kind == 4) {
            database.sql("update word set said = md5(said) where subject = :subject")
                    .param("subject", fact.subject())
                    .update();
        } else {
            database.sql("update word set said = said || :kind where subject = :subject")
                    .param("kind", Long.toString(kind))
                    .param("subject", fact.subject())
                    .update();
        }
    }

    private List<String> words() {
        return store.database()
                .sql("select subject || ': ' || said from word order by 1")
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static Fact fact(String subject, long kind, long sequence) {
        return new Fact(
                UUID.randomUUID(),
                "test.said",
                "test",
                kind,
                subject,
                sequence,
                Instant.EPOCH,
                new Fact.Provenance(null, null, null, null),
                "{}",
                Fact.Unknown.EVENT);
    }

    private record Words(BiConsumer<Fact, JdbcClient> how) implements Projection {

        @Override
        public String name() {
            return "words";
        }

        @Override
        public List<String> tables() {
            return List.of("word");
        }

        @Override
        public void fold(Fact fact, JdbcClient database) {
            how.accept(fact, database);
        }
    }
}
