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
import org.sala.marketplace.api.OrganizationId;

/**
 * The last acceptance of a trade is cut off at each of its steps: PostgreSQL kills the connection under it. Nothing of it is left, and asked again it is agreed exactly once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashTest {

    private static final String CUT_OFF = "perform pg_terminate_backend(pg_backend_pid());";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private RunningMarketplace marketplace;

    @BeforeAll
    void start(@TempDir Path folder) {
        marketplace = new RunningMarketplace(folder);
        marketplace.enrol(IntStream.rangeClosed(2, 2 * AgreementStep.values().length + 11)
                .mapToObj(Summit::organization)
                .toArray(OrganizationId[]::new));
        AgreementStep.prepare(marketplace.sql(), CUT_OFF + " return new;");
        marketplace
                .sql()
                .sql("create function crash() returns trigger language plpgsql as $$ begin " + CUT_OFF
                        + " return null; end $$")
                .update();
    }

    @AfterAll
    void stop() {
        marketplace.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsCutOffLeavesNothingAndIsAgreedOnceWhenAskedAgain(AgreementStep step) {
        cutOffThenAskAgain(step, () -> {});
    }

    @Test
    void whatIsCutOffIsAgreedOnceAfterAStartToo() {
        cutOffThenAskAgain(AgreementStep.APPENDING_THE_AGREEMENT, marketplace::restart);
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

    private Swap proposedSwap() {
        return Swap.proposed(marketplace, NUMBERS.addAndGet(2));
    }

    private Swap agreedSwap() {
        var swap = proposedSwap();
        marketplace.ask(swap.accept());
        return swap;
    }

    private static String tableOf(String when) {
        var on = when.indexOf(" on ") + " on ".length();
        return when.substring(on, when.indexOf(' ', on));
    }

    private void cutOffThenAskAgain(AgreementStep step, Runnable meanwhile) {
        var swap = proposedSwap();
        step.arm(marketplace.sql(), swap);
        assertThatThrownBy(() -> marketplace.ask(swap.accept()))
                .as("cut off")
                .isInstanceOf(RuntimeException.class)
                .isNotInstanceOf(MarketplaceRejected.class);
        step.disarm(marketplace.sql(), swap);
        meanwhile.run();

        assertThat(swap.isWhole(marketplace)).isFalse();

        marketplace.ask(swap.accept());
        marketplace.ask(swap.accept());

        assertThat(swap.isWhole(marketplace)).isTrue();
        assertThat(marketplace.service().published())
                .extracting(record -> CloudEventHeaders.read(record.headers(), CloudEventHeaders.TYPE))
                .filteredOn("marketplace.trade-agreed"::equals)
                .hasSize(marketplace.stored("marketplace.trade-agreed"));
    }
}
