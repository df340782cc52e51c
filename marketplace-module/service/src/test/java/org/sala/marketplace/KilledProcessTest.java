package org.sala.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sala.eventing.publish.CloudEventHeaders;
import org.sala.marketplace.api.OrganizationId;
import org.sala.ports.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The marketplace as a process of its own is killed ({@code kill -9}) inside of agreements. What starts afterwards finds
 * each of them whole or finds nothing of it, publishes what is whole, and agrees the others when asked again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledProcessTest {

    private static final int GATE = 4_711;
    private static final int MANY = 24;
    private static final long SEED = 2022;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private int number = 2;
    private RunningMarketplace marketplace;

    @BeforeAll
    void start(@TempDir Path folder) {
        marketplace = new RunningMarketplace(folder);
        marketplace.enrol(IntStream.range(2, 2 + 2 * (AgreementStep.values().length + MANY))
                .mapToObj(Summit::organization)
                .toArray(OrganizationId[]::new));
        AgreementStep.prepare(marketplace.sql(), "perform pg_advisory_xact_lock_shared(" + GATE + "); return new;");
    }

    @AfterAll
    void stop() {
        marketplace.close();
    }

    /** As many agreements as there are steps, each held up at another of them when the kill comes. */
    @Test
    void whatIsKilledAtAnyStepIsWholeOrNothing() {
        var swaps = new EnumMap<AgreementStep, Swap>(AgreementStep.class);
        for (var step : AgreementStep.values()) {
            swaps.put(step, Swap.proposed(marketplace, next()));
        }
        swaps.forEach((step, swap) -> step.arm(marketplace.sql(), swap));
        marketplace.service().restart(_ -> {
            try (var gate = new SingleConnectionDataSource(marketplace.service().connection(), true)) {
                var database = JdbcClient.create(gate);
                database.sql("select pg_advisory_lock(" + GATE + ")")
                        .query((row, number) -> true)
                        .single();
                killed(swaps.values(), () -> waiting(database) == swaps.size());
                database.sql("select pg_advisory_unlock(" + GATE + ")")
                        .query(Boolean.class)
                        .single();
                eventually(() -> othersConnected(database) == 0);
                swaps.forEach((step, swap) -> step.disarm(database, swap));
            }
        });
        swaps.forEach((step, swap) -> {
            var whole = swap.isWhole(marketplace);
            switch (step) {
                case RESERVING_THE_FIRST_LEG,
                        RESERVING_THE_SECOND_LEG,
                        RESERVED,
                        CLOSING_THE_TRADE,
                        PROMISING_THE_FIRST_LEG,
                        PROMISING_THE_SECOND_LEG ->
                    assertThat(whole).as("%s", step).isFalse();
                case APPENDING_THE_ACCEPTANCE, APPENDING_THE_AGREEMENT, APPENDED -> {
                    // whole: the commit is sent with the events; nothing, where it was still on its way
                }
                case COMMITTING ->
                    assertThat(whole)
                            .as("agreed, though nobody lived to hear of it")
                            .isTrue();
            }
        });
        allAreAgreedWhenAskedAgain(swaps.values());
    }

    /** The seed says in which order they are asked for, and after how many agreements the kill comes. */
    @Test
    void whatIsKilledAmidMoreThanItCanDoAtOnceIsWholeOrNothing() {
        var random = new Random(SEED);
        var swaps = new ArrayList<>(proposed(MANY));
        Collections.shuffle(swaps, random);
        var last = 1 + random.nextInt(MANY / 2);
        var before = marketplace.stored("marketplace.trade-agreed");
        var answers = new ArrayList<CompletableFuture<Integer>>();
        marketplace.service().restart(_ -> {
            try (var connection =
                    new SingleConnectionDataSource(marketplace.service().connection(), true)) {
                var database = JdbcClient.create(connection);
                answers.addAll(killed(swaps, () -> agreed(database) >= before + last));
                eventually(() -> othersConnected(database) == 0);
            }
        });
        for (var i = 0; i < swaps.size(); i++) {
            var whole = swaps.get(i).isWhole(marketplace);
            if (!answers.get(i).isCompletedExceptionally()) {
                assertThat(answers.get(i).join()).isEqualTo(204);
                assertThat(whole).as("what was answered is agreed").isTrue();
            }
        }
        allAreAgreedWhenAskedAgain(swaps);
    }

    private List<Swap> proposed(int many) {
        return IntStream.range(0, many)
                .mapToObj(_ -> Swap.proposed(marketplace, next()))
                .toList();
    }

    private int next() {
        number += 2;
        return number - 2;
    }

    /** Starts it, asks it for everything at once, and kills it as soon as it is time. */
    private List<CompletableFuture<Integer>> killed(Collection<Swap> swaps, Callable<Boolean> time) {
        // a connection for everything that is held up, and some for what it does beside
        var settings = Map.of("spring.datasource.hikari.maximum-pool-size", swaps.size() + 10);
        try (var process = marketplace.service().process(MarketplaceApplication.class, settings)) {
            var token = marketplace.token(Role.STAFF);
            var answers = swaps.stream()
                    .map(swap -> process.post(swap.accept(), token).thenApply(answer -> answer.statusCode()))
                    .toList();
            eventually(time);
            process.kill();
            eventually(() -> answers.stream().allMatch(CompletableFuture::isDone));
            return answers;
        }
    }

    private void allAreAgreedWhenAskedAgain(Collection<Swap> swaps) {
        swaps.forEach(swap -> marketplace.ask(swap.accept()));
        assertThat(swaps).allMatch(swap -> swap.isWhole(marketplace));
        assertThat(marketplace.service().published().stream()
                        .filter(fact -> "marketplace.trade-agreed"
                                .equals(CloudEventHeaders.read(fact.headers(), CloudEventHeaders.TYPE)))
                        .map(fact -> CloudEventHeaders.read(fact.headers(), CloudEventHeaders.ID))
                        .distinct())
                .hasSize(marketplace.stored("marketplace.trade-agreed"));
    }

    private static int waiting(JdbcClient database) {
        return database.sql(
                        "select count(*) from pg_locks where locktype = 'advisory' and objid = :gate and not granted")
                .param("gate", GATE)
                .query(Integer.class)
                .single();
    }

    private static int agreed(JdbcClient database) {
        return database.sql("select count(*) from event_history where type = 'marketplace.trade-agreed'")
                .query(Integer.class)
                .single();
    }

    /** PostgreSQL ends what it was doing for a process that is gone as soon as it notices. */
    private static int othersConnected(JdbcClient database) {
        return database.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and usename = current_user and pid <> pg_backend_pid()
                        """).query(Integer.class).single();
    }

    private static void eventually(Callable<Boolean> holds) {
        Awaitility.await().pollInterval(Duration.ofMillis(10)).atMost(PATIENCE).until(holds);
    }
}
