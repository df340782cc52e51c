package org.sala.marketplace;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.marketplace.api.MarketplaceRejected.Reason;
import org.sala.marketplace.api.MatchingWorkbench;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;
import org.sala.ports.CommandGate;
import org.sala.ports.Role;

/** The workbench: the last run of each summit, kept in memory, since the same market and seed give the same again. */
final class GatedWorkbench implements MatchingWorkbench, AutoCloseable {

    private static final Set<Role> WHO_MATCHES = Set.of(Role.STAFF);
    private static final Set<Role> WHO_LOOKS = Set.of(Role.STAFF, Role.FACILITATOR, Role.AUDITOR);

    private final CommandGate gate;
    private final Books books;
    private final TradeReader trades;
    private final Clock clock;
    private final Map<SummitId, MatchingRun> last = new ConcurrentHashMap<>();

    GatedWorkbench(CommandGate gate, Books books, TradeReader trades, Clock clock) {
        this.gate = gate;
        this.books = books;
        this.trades = trades;
        this.clock = clock;
    }

    @Override
    public Run begin(SummitId summit, String seed, int seconds, String accessToken) {
        checked(seed, seconds, accessToken);
        return begun(
                new MatchingRun(summit, OpenMarket.of(summit, books, trades, clock.instant()), seed, clock), seconds);
    }

    @Override
    public Run repair(SummitId summit, String seed, int seconds, Set<OrganizationId> leaving, String accessToken) {
        checked(seed, seconds, accessToken);
        return begun(
                new MatchingRun(summit, Withdrawal.of(summit, leaving, books, trades, clock.instant()), seed, clock),
                seconds);
    }

    private void checked(String seed, int seconds, String accessToken) {
        gate.admit(accessToken, WHO_MATCHES, GatedWorkbench::notAllowed);
        if (seed.isBlank() || seed.length() > LONGEST_SEED) {
            throw MarketplaceRejected.malformed("seed");
        }
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw MarketplaceRejected.malformed("seconds");
        }
    }

    private Run begun(MatchingRun run, int seconds) {
        var before = last.put(run.seen().summit(), run);
        if (before != null) {
            before.stop();
        }
        run.begin(seconds);
        return run.seen();
    }

    @Override
    public Optional<Run> last(SummitId summit, String accessToken) {
        gate.admit(accessToken, WHO_LOOKS, GatedWorkbench::notAllowed);
        return Optional.ofNullable(last.get(summit)).map(MatchingRun::seen);
    }

    @Override
    public Optional<Question> question(SummitId summit, String accessToken) {
        gate.admit(accessToken, WHO_LOOKS, GatedWorkbench::notAllowed);
        return Optional.ofNullable(last.get(summit)).map(MatchingRun::question);
    }

    @Override
    public void stop(SummitId summit, String accessToken) {
        gate.admit(accessToken, WHO_MATCHES, GatedWorkbench::notAllowed);
        Optional.ofNullable(last.get(summit)).ifPresent(MatchingRun::stop);
    }

    /** Nobody waits for an answer any more. */
    @Override
    public void close() {
        last.values().forEach(MatchingRun::stop);
    }

    private static MarketplaceRejected notAllowed() {
        return new MarketplaceRejected(Reason.NOT_ALLOWED);
    }
}
