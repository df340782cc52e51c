package org.sala.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sala.marketplace.Summit.offer;
import static org.sala.marketplace.Summit.organization;
import static org.sala.marketplace.Summit.trade;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.eventing.publish.CloudEventHeaders;
import org.sala.marketplace.api.CancelReason;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceCommand.AcceptTrade;
import org.sala.marketplace.api.MarketplaceCommand.CancelTrade;
import org.sala.marketplace.api.MarketplaceCommand.ProposeTrade;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.TradeId;

/**
 * The last acceptance of a trade is cut off at each of its steps: PostgreSQL kills the connection under it, as it would
 * find it after a crash of the process. Nothing of it is left, and asked again it is agreed exactly once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private RunningMarketplace marketplace;

    /** The steps of the transaction in their order, each by the trigger that cuts it off there. */
    enum Step {
        RESERVING_THE_FIRST_LEG("before update on offer for each row when (new.reserved = 2)"),
        RESERVING_THE_SECOND_LEG("before update on offer for each row when (new.reserved = 3)"),
        RESERVED("after update on offer for each row when (new.reserved = 3)"),
        CLOSING_THE_TRADE("before update on trade for each row when (new.status = 'AGREED')"),
        PROMISING_THE_FIRST_LEG("before update on leg for each row when (new.number = 1 and new.status = 'OWED')"),
        PROMISING_THE_SECOND_LEG("after update on leg for each row when (new.number = 2 and new.status = 'OWED')"),
        APPENDING_THE_ACCEPTANCE(
                "before insert on event for each row when (type_name(new.type) = 'marketplace.trade-accepted')"),
        APPENDING_THE_AGREEMENT(
                "before insert on event for each row when (type_name(new.type) = 'marketplace.trade-agreed')"),
        APPENDED("after insert on event for each row when (type_name(new.type) = 'marketplace.trade-agreed')"),
        COMMITTING("after insert on event deferrable initially deferred for each row");

        private final String when;

        Step(String when) {
            this.when = when;
        }

        String trigger() {
            var kind = this == COMMITTING ? "constraint trigger" : "trigger";
            return "create " + kind + " crash " + when + " execute function crash()";
        }

        String table() {
            return tableOf(when);
        }
    }

    @BeforeAll
    void start(@TempDir Path folder) {
        marketplace = new RunningMarketplace(folder);
        marketplace.enrol(IntStream.rangeClosed(2, 2 * Step.values().length + 11)
                .mapToObj(Summit::organization)
                .toArray(OrganizationId[]::new));
        marketplace.sql().sql("""
                        create function crash() returns trigger language plpgsql as $$
                        begin
                            perform pg_terminate_backend(pg_backend_pid());
                            return null;
                        end $$
                        """).update();
        marketplace.sql().sql("""
                        create function type_name(code smallint) returns text
                        language sql stable return (select name from event_name where event_name.code = type_name.code)
                        """).update();
    }

    @AfterAll
    void stop() {
        marketplace.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsCutOffLeavesNothingAndIsAgreedOnceWhenAskedAgain(Step step) {
        cutOffThenAskAgain(step, () -> {});
    }

    @Test
    void whatIsCutOffIsAgreedOnceAfterAStartToo() {
        cutOffThenAskAgain(Step.APPENDING_THE_AGREEMENT, marketplace::restart);
    }

    /** Calling off is one transaction too: all that was promised is given back, or nothing is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "after update on offer for each row when (new.reserved = 0)",
                "before update on trade for each row when (new.status = 'CANCELLED')",
                "before insert on event for each row when (type_name(new.type) = 'marketplace.trade-cancelled')"
            })
    void whatIsCutOffWhileItIsCalledOffStaysPromised(String when) {
        var swap = agreedSwap();
        var cancel = new CancelTrade(swap.id(), swap.giver(), CancelReason.BY_AGREEMENT);
        marketplace
                .sql()
                .sql("create trigger crash " + when + " execute function crash()")
                .update();
        assertThatThrownBy(() -> marketplace.ask(cancel)).isNotInstanceOf(MarketplaceRejected.class);
        marketplace.sql().sql("drop trigger crash on " + tableOf(when)).update();

        assertThat(marketplace.history(swap.id())).last().isEqualTo("marketplace.trade-agreed");
        assertThat(marketplace.reserved(swap.first())).isEqualTo(2);
        assertThat(marketplace.reserved(swap.second())).isEqualTo(3);

        marketplace.ask(cancel);
        marketplace.ask(cancel);

        assertThat(marketplace.history(swap.id()))
                .filteredOn("marketplace.trade-cancelled"::equals)
                .hasSize(1);
        assertThat(marketplace.reserved(swap.first())).isZero();
        assertThat(marketplace.reserved(swap.second())).isZero();
    }

    /** Its day comes while nothing runs: what starts afterwards asks, and what starts once more doesn't ask again. */
    @Test
    void whatBecomesDueWhileNothingRunsIsAskedAfterOnce() {
        var number = NUMBERS.addAndGet(2);
        var giver = organization(number);
        var taker = organization(number + 1);
        marketplace.ask(
                Summit.post(Summit.ID, giver, offer(number), 1, Instant.now().plus(Duration.ofDays(30))));
        var due = Instant.now().plus(Duration.ofDays(1));
        var legs = List.of(new Leg(giver, taker, offer(number), 1).dueBy(due));
        marketplace.ask(new ProposeTrade(trade(number), Summit.ID, giver, legs, null));
        marketplace.ask(new AcceptTrade(trade(number), taker, 1));
        // the day comes
        marketplace
                .sql()
                .sql("update leg set due_by = now() where trade = :trade::uuid")
                .param("trade", trade(number).toString())
                .update();
        marketplace.restart();
        var asked = "marketplace.trade-leg-asked-after";
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> marketplace.history(trade(number)).contains(asked));
        marketplace.restart();
        marketplace.service().beans(PromisesAreAskedAfter.class).forEach(PromisesAreAskedAfter::askAfterWhatIsDue);
        assertThat(marketplace.history(trade(number))).filteredOn(asked::equals).hasSize(1);
    }

    private record Swap(TradeId id, OrganizationId giver, OrganizationId taker, OfferId first, OfferId second) {}

    private Swap proposedSwap() {
        var number = NUMBERS.addAndGet(2);
        var swap = new Swap(
                trade(number), organization(number), organization(number + 1), offer(number), offer(number + 1));
        var goodUntil = Instant.now().plus(Duration.ofDays(30));
        marketplace.ask(Summit.post(Summit.ID, swap.giver(), swap.first(), 5, goodUntil));
        marketplace.ask(Summit.post(Summit.ID, swap.taker(), swap.second(), 5, goodUntil));
        var legs = List.of(
                new Leg(swap.giver(), swap.taker(), swap.first(), 2),
                new Leg(swap.taker(), swap.giver(), swap.second(), 3));
        marketplace.ask(new ProposeTrade(swap.id(), Summit.ID, swap.giver(), legs, null));
        return swap;
    }

    private Swap agreedSwap() {
        var swap = proposedSwap();
        marketplace.ask(new AcceptTrade(swap.id(), swap.taker(), 1));
        return swap;
    }

    private static String tableOf(String when) {
        var on = when.indexOf(" on ") + " on ".length();
        return when.substring(on, when.indexOf(' ', on));
    }

    private void cutOffThenAskAgain(Step step, Runnable meanwhile) {
        var swap = proposedSwap();
        var accept = new AcceptTrade(swap.id(), swap.taker(), 1);

        marketplace.sql().sql(step.trigger()).update();
        assertThatThrownBy(() -> marketplace.ask(accept))
                .as("cut off")
                .isInstanceOf(RuntimeException.class)
                .isNotInstanceOf(MarketplaceRejected.class);
        marketplace.sql().sql("drop trigger crash on " + step.table()).update();
        meanwhile.run();

        assertThat(marketplace.history(swap.id())).containsExactly("marketplace.trade-proposed");
        assertThat(marketplace.reserved(swap.first())).isZero();
        assertThat(marketplace.reserved(swap.second())).isZero();

        marketplace.ask(accept);
        marketplace.ask(accept);

        assertThat(marketplace.history(swap.id()))
                .containsExactly(
                        "marketplace.trade-proposed", "marketplace.trade-accepted", "marketplace.trade-agreed");
        assertThat(marketplace.reserved(swap.first())).isEqualTo(2);
        assertThat(marketplace.reserved(swap.second())).isEqualTo(3);
        assertThat(marketplace.service().published())
                .extracting(record -> CloudEventHeaders.read(record.headers(), CloudEventHeaders.TYPE))
                .filteredOn("marketplace.trade-agreed"::equals)
                .hasSize(marketplace.stored("marketplace.trade-agreed"));
    }
}
