package org.sala.benchmarks.groups;

import ai.timefold.solver.core.config.localsearch.LocalSearchType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sala.sessions.planning.Checker;
import org.sala.sessions.planning.Gathering;
import org.sala.sessions.planning.Limits;
import org.sala.sessions.planning.Onlooker;
import org.sala.sessions.planning.Plan;
import org.sala.sessions.planning.Planning;
import org.sala.sessions.planning.Progress;
import org.sala.sessions.planning.Round;
import org.sala.sessions.planning.Score;

/** Plans gatherings, one after the other, and prints how soon and how well; then the same by Timefold. */
public final class GroupsBenchmark {
    private static final Duration ANY_TIME = Duration.ofHours(1);
    private static final long STEPS = 2_000_000;
    private static final long STEPS_WHILE_THE_ROOM_WAITS = 200_000;
    private static final double BAR_SECONDS = 10;
    private static final double BAR_SECONDS_WHILE_THE_ROOM_WAITS = 2;
    private static final double BAR_SHARE_MOVED = 0.2;

    private final int draws;
    private final Duration comparison;
    private boolean held = true;

    private GroupsBenchmark(int draws, Duration comparison) {
        this.draws = draws;
        this.comparison = comparison;
    }

    /** How many gatherings of each kind are drawn, and seconds for each plan that is compared with Timefold's. */
    public static void main(String[] arguments) {
        int draws = arguments.length == 0 ? 10 : Integer.parseInt(arguments[0]);
        int seconds = arguments.length < 2 ? 10 : Integer.parseInt(arguments[1]);
        System.out.printf(
                "%d processors, Java %s; %d gatherings of each kind, one thread%n%n",
                Runtime.getRuntime().availableProcessors(), Runtime.version().feature(), draws);
        GroupsBenchmark benchmark = new GroupsBenchmark(draws, Duration.ofSeconds(seconds));
        benchmark.rotations();
        benchmark.revisions();
        benchmark.compare();
        System.out.printf("%nEvery bar held: %s%n", benchmark.held ? "yes" : "no");
        System.exit(benchmark.held ? 0 : 1);
    }

    private record Run(double first, double whole, Score worst) {}

    private void rotations() {
        System.out.printf(
                "The slowest and worst of each; seconds to the first plan without repeats or colleagues, and for %d steps%n",
                STEPS);
        System.out.println(
                "| | first | all steps | mute | colleagues | repeats | interpreted | new organisations | alike |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        Gathering summit = Gatherings.of(120, 4, 20, 6, 5, 0);
        Run bar = rotation("120 people, 20 tables of 6, 5 rounds", summit);
        Run golfers = rotation("32 people, 8 tables of 4, 10 rounds", Gatherings.of(32, 2, 8, 4, 10, 0));
        held &= bar.worst().repeats() == 0 && bar.worst().colleagues() == 0 && bar.first() < BAR_SECONDS;
        held &= golfers.worst().repeats() == 0;
        rotation("113 people at these tables", Gatherings.of(113, 4, 20, 6, 5, 0));
        rotation("120 people in two languages", Gatherings.inTwoLanguages(summit, 0));
        Plan firstDay =
                Planning.plan(Gatherings.of(120, 4, 20, 6, 3, 0), 0, new Limits(STEPS, ANY_TIME), Onlooker.NONE);
        rotation(
                "3 more rounds the day after 3 rounds",
                Gatherings.after(Gatherings.of(120, 4, 20, 6, 3, 0), firstDay.rounds()));
    }

    private Run rotation(String what, Gathering gathering) {
        double first = 0;
        double whole = 0;
        Score worst = null;
        for (int seed = 0; seed < draws; seed++) {
            First seen = new First();
            Plan plan =
                    checked(gathering, List.of(), Planning.plan(gathering, seed, new Limits(STEPS, ANY_TIME), seen));
            first = Math.max(first, seen.seconds);
            whole = Math.max(whole, seen.now());
            worst = worst == null || plan.score().cost() > worst.cost() ? plan.score() : worst;
        }
        if (worst == null) {
            throw new IllegalArgumentException("No draws");
        }
        System.out.printf(Locale.ROOT, "| %s | %.3f | %.2f %s%n", what, first, whole, row(worst));
        return new Run(first, whole, worst);
    }

    /** Notes when a plan had neither repeats nor colleagues nor mute tables. */
    private static final class First implements Onlooker {
        private final long start = System.nanoTime();
        private double seconds = Double.POSITIVE_INFINITY;

        @Override
        public void progressed(Progress progress) {
            Score best = progress.best();
            if (best.repeats() == 0 && best.colleagues() == 0 && best.mute() == 0) {
                seconds = Math.min(seconds, now());
            }
        }

        double now() {
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private void revisions() {
        System.out.printf("%nRevised in %d steps; the slowest and worst of each%n", STEPS_WHILE_THE_ROOM_WAITS);
        System.out.println(
                "| | seconds | moved, of those present | mute | colleagues | repeats | interpreted | new organisations | alike |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        Gathering summit = Gatherings.of(120, 4, 20, 6, 5, 0);
        Gathering two = Gatherings.inTwoLanguages(summit, 0);
        revision("18 of 120 did not come", summit, 18, 0);
        revision("the same in two languages", two, 18, 0);
        revision("18 did not come, and 8 of them do, later", summit, 18, 8);
    }

    private void revision(String what, Gathering gathering, int absent, int late) {
        Plan announced = Planning.plan(gathering, 0, new Limits(STEPS, ANY_TIME), Onlooker.NONE);
        double slowest = 0;
        double moved = 0;
        Score worst = announced.score();
        for (int seed = 0; seed < draws; seed++) {
            Gathering here = Gatherings.without(gathering, absent, seed);
            List<Round> rounds = announced.rounds();
            if (late > 0) {
                rounds = revised(here, rounds, seed).rounds();
                here = Gatherings.without(gathering, absent - late, seed);
            }
            long start = System.nanoTime();
            Plan plan = revised(here, rounds, seed);
            slowest = Math.max(slowest, (System.nanoTime() - start) / 1e9);
            checked(here, rounds, plan);
            moved = Math.max(moved, (double) plan.moved().size() / here.people().size());
            worst = seed == 0 || plan.score().cost() > worst.cost() ? plan.score() : worst;
        }
        System.out.printf(Locale.ROOT, "| %s | %.2f | %.0f %% %s%n", what, slowest, 100 * moved, row(worst));
        held &= slowest < BAR_SECONDS_WHILE_THE_ROOM_WAITS && moved <= BAR_SHARE_MOVED;
    }

    private static Plan revised(Gathering here, List<Round> announced, long seed) {
        return Planning.revise(here, announced, seed, new Limits(STEPS_WHILE_THE_ROOM_WAITS, ANY_TIME), Onlooker.NONE);
    }

    private void compare() {
        System.out.printf(
                "%nBeside Timefold Solver, %d s each, one thread, the same weights; the less a plan costs, the better%n",
                comparison.toSeconds());
        System.out.println("| | who | costs | mute | colleagues | repeats | interpreted | new organisations | alike |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        compare("120, 20 of 6, 5 rounds", Gatherings.of(120, 4, 20, 6, 5, 0));
        compare("32, 8 of 4, 10 rounds", Gatherings.of(32, 2, 8, 4, 10, 0));
        compare("100, 9 of up to 12, 5 rounds: nothing to construct", Gatherings.of(100, 4, 9, 12, 5, 0));
    }

    private void compare(String what, Gathering gathering) {
        Checker checker = new Checker(gathering);
        Plan ours = Planning.plan(gathering, 0, new Limits(Long.MAX_VALUE, comparison), Onlooker.NONE);
        compared(what, "ours", ours.score());
        TimefoldPlans timefold = new TimefoldPlans(gathering);
        List<Round> ourStart = Planning.plan(gathering, 0, new Limits(0, ANY_TIME), Onlooker.NONE)
                .rounds();
        for (LocalSearchType search : List.of(LocalSearchType.LATE_ACCEPTANCE, LocalSearchType.TABU_SEARCH)) {
            String name = "Timefold, " + search.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            compared(what, name, checker.score(timefold.plan(timefold.dealt(0), search, comparison, 0)));
            compared(
                    what,
                    name + ", from our construction",
                    checker.score(timefold.plan(ourStart, search, comparison, 0)));
        }
    }

    private static void compared(String what, String who, Score score) {
        System.out.printf("| %s | %s | %d %s%n", what, who, score.cost(), row(score));
    }

    private static Plan checked(Gathering gathering, List<Round> announced, Plan plan) {
        List<String> faults = new ArrayList<>(new Checker(gathering, announced).faults(plan));
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Planned wrongly: %s".formatted(faults));
        }
        return plan;
    }

    private static String row(Score score) {
        return "| %d | %d | %d | %d | %d | %d |"
                .formatted(
                        score.mute(),
                        score.colleagues(),
                        score.repeats(),
                        score.interpreted(),
                        score.newOrganizations(),
                        score.alike());
    }
}
