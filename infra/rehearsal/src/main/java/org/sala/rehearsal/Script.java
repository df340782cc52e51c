package org.sala.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.TradeId;
import org.sala.ports.Role;
import org.sala.rehearsal.Step.Kind;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionsCommand.EndSession;
import org.sala.sessions.api.SessionsCommand.JoinSession;
import org.sala.sessions.api.SessionsCommand.StartSession;

/**
 * A summit as steps, each with what must be done before it: as much as can be goes on at once, and nothing is refused
 * for coming too early within its own context.
 */
final class Script {

    private final SampleSummit summit;
    private final List<Draft> drafts = new ArrayList<>();
    /** Which step brings an id into the world. */
    private final Map<UUID, Integer> brings = new HashMap<>();

    private final Map<SessionId, Integer> starts = new HashMap<>();
    private final Map<SessionId, Integer> ends = new HashMap<>();
    private final Map<SessionId, Set<Integer>> joins = new HashMap<>();

    private Script(SampleSummit summit) {
        this.summit = summit;
    }

    /** All steps of a summit by their numbers, without mishaps. */
    static List<Step> of(SampleSummit summit) {
        return written(summit).steps();
    }

    /** All steps of a summit by their numbers, with what goes wrong on the day. */
    static List<Step> withMishaps(SampleSummit summit, long seed) {
        var script = written(summit);
        new Mishaps(script, summit, new Random(seed)).happen();
        return script.steps();
    }

    private static Script written(SampleSummit summit) {
        var script = new Script(summit);
        script.registration();
        script.programme();
        script.market();
        script.boards();
        return script;
    }

    private void registration() {
        var announced = plan(summit.summit(), Role.STAFF, Set.of());
        brings.put(summit.summit().command().summit().value(), announced);
        for (var line : summit.organizations()) {
            brings.put(line.command().organization().value(), plan(line, Role.STAFF, Set.of(announced)));
        }
        for (var line : summit.participants()) {
            var organization = line.command().organization();
            brings.put(
                    line.command().participant().value(),
                    plan(
                            line,
                            Role.STAFF,
                            organization == null ? Set.of(announced) : after(announced, organization.value())));
        }
        for (var line : summit.checkIns()) {
            plan(line, Role.STAFF, after(announced, line.command().participant().value()));
        }
    }

    private void programme() {
        var announced = brought(summit.summit().command().summit().value());
        for (var line : summit.sessions()) {
            var after = new HashSet<>(Set.of(announced));
            line.command().plan().facilitators().forEach(id -> after.add(brought(id.value())));
            brings.put(line.command().session().value(), plan(line, Role.STAFF, after));
        }
        var endings = new HashMap<SessionId, Line<EndSession>>();
        summit.ends().forEach(line -> endings.put(line.command().session(), line));
        var joining = new HashMap<SessionId, List<Line<JoinSession>>>();
        summit.joins()
                .forEach(line -> joining.computeIfAbsent(line.command().session(), session -> new ArrayList<>())
                        .add(line));
        for (var line : Line.inOrder(summit.starts())) {
            run(line, joining.getOrDefault(line.command().session(), List.of()), endings);
        }
    }

    /** A session starts when those before it have ended, so that nobody is in two at once. */
    private void run(
            Line<StartSession> start, List<Line<JoinSession>> joining, Map<SessionId, Line<EndSession>> endings) {
        var session = start.command().session();
        var after = new HashSet<>(Set.of(brought(session.value())));
        ends.forEach((earlier, end) -> {
            var ending = endings.get(earlier);
            if (ending != null && !ending.at().isAfter(start.at())) {
                after.add(end);
            }
        });
        var started = plan(start, Role.FACILITATOR, after);
        starts.put(session, started);
        var joined = new LinkedHashSet<Integer>();
        for (var line : joining) {
            joined.add(plan(
                    line,
                    Role.FACILITATOR,
                    after(started, line.command().participant().value())));
        }
        joins.put(session, joined);
        var all = new HashSet<>(joined);
        all.add(started);
        var end = endings.get(session);
        if (end != null) {
            ends.put(session, plan(end, Role.FACILITATOR, all));
        }
    }

    private void market() {
        for (var line : summit.offers()) {
            brings.put(
                    line.command().offer().value(),
                    plan(
                            line,
                            Role.STAFF,
                            Set.of(brought(line.command().organization().value()))));
        }
        for (var line : summit.market().needs()) {
            brings.put(
                    line.command().need().value(),
                    plan(
                            line,
                            Role.STAFF,
                            Set.of(brought(line.command().organization().value()))));
        }
        trades(TradeBook.of(summit));
    }

    private void trades(TradeBook book) {
        var contested = new HashMap<OfferId, Set<Integer>>();
        var proposals = new HashMap<TradeId, Set<OfferId>>();
        for (var line : summit.proposals()) {
            var after = new HashSet<Integer>();
            for (var leg : line.command().legs()) {
                after.add(brought(leg.giver().value()));
                after.add(brought(leg.receiver().value()));
                after.add(brought(leg.offer().value()));
                if (leg.need() != null) {
                    after.add(brought(leg.need().value()));
                }
            }
            var proposed = plan(line, Role.STAFF, after);
            brings.put(line.command().trade().value(), proposed);
            for (var leg : line.command().legs()) {
                if (book.isContested(leg.offer())) {
                    contested
                            .computeIfAbsent(leg.offer(), offer -> new HashSet<>())
                            .add(proposed);
                    proposals
                            .computeIfAbsent(line.command().trade(), trade -> new HashSet<>())
                            .add(leg.offer());
                }
            }
        }
        var counters = new HashMap<TradeId, Integer>();
        for (var line : summit.market().counters()) {
            var trade = line.command().trade();
            counters.put(trade, plan(line, Role.STAFF, Set.of(brought(trade.value()))));
        }
        var accepted = new HashMap<TradeId, Set<Integer>>();
        for (var line : summit.acceptances()) {
            var trade = line.command().trade();
            var proposed = line.command().round() == 1 ? brought(trade.value()) : counters.getOrDefault(trade, 0);
            var after = new HashSet<>(Set.of(proposed));
            var offers = proposals.getOrDefault(trade, Set.of());
            // everybody is in the race before the first unit is promised
            offers.forEach(offer -> after.addAll(contested.getOrDefault(offer, Set.of())));
            var step = add(
                    line.at(),
                    Role.STAFF,
                    line.command(),
                    after,
                    offers.isEmpty() ? Outcome.taken() : Outcome.takenOr("TRADE_OVER"),
                    Kind.PLANNED);
            accepted.computeIfAbsent(trade, id -> new HashSet<>()).add(step);
        }
        promises(accepted);
    }

    private void promises(Map<TradeId, Set<Integer>> accepted) {
        var market = summit.market();
        for (var line : market.declines()) {
            plan(line, Role.STAFF, Set.of(brought(line.command().trade().value())));
        }
        var delivered = new HashMap<List<Object>, Integer>();
        for (var line : market.deliveries()) {
            var command = line.command();
            var step = plan(line, Role.STAFF, accepted.getOrDefault(command.trade(), Set.of()));
            delivered.put(List.of(command.trade(), command.leg()), step);
        }
        for (var line : market.confirmations()) {
            var command = line.command();
            var step = delivered.get(List.of(command.trade(), command.leg()));
            plan(line, Role.STAFF, step == null ? Set.of() : Set.of(step));
        }
        for (var line : market.pledges()) {
            var after = new HashSet<Integer>();
            line.command().organizations().forEach(organization -> after.add(brought(organization.value())));
            brings.put(line.command().action().value(), plan(line, Role.FACILITATOR, after));
        }
        for (var line : market.reports()) {
            plan(line, Role.FACILITATOR, Set.of(brought(line.command().action().value())));
        }
    }

    private void boards() {
        var announced = brought(summit.summit().command().summit().value());
        var hanging = new HashMap<UUID, Set<Integer>>();
        for (var line : summit.boards()) {
            var session = line.command().session();
            brings.put(
                    line.command().board().value(),
                    plan(
                            line,
                            Role.FACILITATOR,
                            session == null ? Set.of(announced) : after(announced, session.value())));
        }
        for (var line : summit.notes()) {
            var board = line.command().board().value();
            var signedBy = line.command().content().signedBy();
            var posted = plan(
                    line,
                    Role.FACILITATOR,
                    signedBy == null ? Set.of(brought(board)) : after(brought(board), signedBy.value()));
            brings.put(line.command().note().value(), posted);
            hanging.computeIfAbsent(board, id -> new HashSet<>()).add(posted);
        }
        for (var line : summit.closings()) {
            var board = line.command().board().value();
            var after = new HashSet<>(hanging.getOrDefault(board, Set.of()));
            after.add(brought(board));
            plan(line, Role.FACILITATOR, after);
        }
    }

    private int plan(Line<?> line, Role role, Set<Integer> after) {
        return add(line.at(), role, line.command(), after, Outcome.taken(), Kind.PLANNED);
    }

    private Set<Integer> after(int step, UUID id) {
        return Set.of(step, brought(id));
    }

    int add(Instant at, Role role, Object command, Set<Integer> after, Outcome outcome, Kind kind) {
        drafts.add(new Draft(at, role, command, new HashSet<>(after), outcome, kind));
        return drafts.size() - 1;
    }

    /** The step that brings an id into the world. */
    int brought(UUID id) {
        var step = brings.get(id);
        if (step == null) {
            throw new IllegalStateException("no step brings " + id);
        }
        return step;
    }

    int start(SessionId session) {
        return one(starts, session);
    }

    int end(SessionId session) {
        return one(ends, session);
    }

    Set<Integer> joins(SessionId session) {
        return joins.getOrDefault(session, Set.of());
    }

    private static int one(Map<SessionId, Integer> steps, SessionId session) {
        var step = steps.get(session);
        if (step == null) {
            throw new IllegalStateException("the session is not held");
        }
        return step;
    }

    Instant at(int step) {
        return drafts.get(step).at;
    }

    Object command(int step) {
        return drafts.get(step).command;
    }

    Role role(int step) {
        return drafts.get(step).role;
    }

    int size() {
        return drafts.size();
    }

    /** Lets a step wait for another. */
    void hold(int step, int until) {
        drafts.get(step).after.add(until);
    }

    /** Lets a step come later than the files say. */
    void delay(int step, Duration by) {
        drafts.get(step).at = drafts.get(step).at.plus(by);
    }

    private List<Step> steps() {
        var all = new ArrayList<Step>();
        for (var number = 0; number < drafts.size(); number++) {
            var draft = drafts.get(number);
            all.add(new Step(
                    number, draft.at, draft.role, draft.command, Set.copyOf(draft.after), draft.outcome, draft.kind));
        }
        return List.copyOf(all);
    }

    /** Steps in the order in which they are sent where nothing else decides. */
    static final Comparator<Step> BY_TIME = Comparator.comparing(Step::at).thenComparingInt(Step::number);

    private static final class Draft {

        private Instant at;
        private final Role role;
        private final Object command;
        private final Set<Integer> after;
        private final Outcome outcome;
        private final Kind kind;

        private Draft(Instant at, Role role, Object command, Set<Integer> after, Outcome outcome, Kind kind) {
            this.at = at;
            this.role = role;
            this.command = command;
            this.after = after;
            this.outcome = outcome;
            this.kind = kind;
        }
    }
}
