package org.sala.benchmarks.matching;

import java.util.ArrayList;
import java.util.List;
import org.sala.marketplace.matching.Checker;
import org.sala.marketplace.matching.Limits;
import org.sala.marketplace.matching.Market;
import org.sala.marketplace.matching.Matching;
import org.sala.marketplace.matching.Proof;
import org.sala.marketplace.matching.Seed;
import org.sala.marketplace.matching.Solution;

/** Matches many markets, one after the other, and prints how long each proof took. */
public final class MatchingBenchmark {
    private static final int BAR_ORGANIZATIONS = 120;
    private static final double BAR_SECONDS = 10;
    private static final List<Integer> GROWTH = List.of(30, 60, 120, 240, 480);
    private static final List<Double> GIFTS = List.of(0.0, 0.05, 0.2, 0.5);

    private MatchingBenchmark() {}

    private record Run(double seconds, boolean proved, Solution solution) {}

    /** The only argument is how many markets of each size are drawn. */
    public static void main(String[] arguments) {
        int markets = arguments.length == 0 ? 50 : Integer.parseInt(arguments[0]);
        System.out.printf(
                "%d processors, Java %s. Three offers and three needs of each organisation, 25 categories.%n%n",
                Runtime.getRuntime().availableProcessors(), Runtime.version().feature());

        System.out.printf("%d organisations, %d markets for each share of gifts; seconds to the proof%n", 120, markets);
        System.out.println("| gifts | fewest | median | 9 of 10 | most | proved | needs served |");
        System.out.println("|---|---|---|---|---|---|---|");
        boolean held = true;
        for (double gifts : GIFTS) {
            List<Run> runs = runs(new Summits(gifts), BAR_ORGANIZATIONS, markets);
            System.out.printf("| %.0f %% %s%n", 100 * gifts, row(runs));
            held &= runs.stream().allMatch(run -> run.proved() && run.seconds() < BAR_SECONDS);
        }

        System.out.printf("%nGrowth, a fifth of the offers gifts, %d markets of each size%n", markets);
        System.out.println("| organisations | fewest | median | 9 of 10 | most | proved | needs served |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (int organizations : GROWTH) {
            System.out.printf("| %d %s%n", organizations, row(runs(new Summits(0.2), organizations, markets)));
        }
        System.out.printf(
                "%nEvery one of %d organisations proved in less than %.0f s: %s%n",
                BAR_ORGANIZATIONS, BAR_SECONDS, held ? "yes" : "no");
        System.exit(held ? 0 : 1);
    }

    private static List<Run> runs(Summits summits, int organizations, int markets) {
        List<Run> runs = new ArrayList<>();
        for (int seed = 0; seed < markets; seed++) {
            Market market = summits.drawn(organizations, seed);
            long start = System.nanoTime();
            Solution solution = Matching.solve(market, new Seed("benchmark " + seed), Limits.ofSeconds(60));
            double seconds = (System.nanoTime() - start) / 1e9;
            List<String> faults = new Checker(market).faults(solution);
            if (!faults.isEmpty()) {
                throw new IllegalStateException("Market %d is solved wrongly: %s".formatted(seed, faults));
            }
            runs.add(new Run(seconds, solution.proof() instanceof Proof.Optimal, solution));
        }
        return runs;
    }

    private static String row(List<Run> runs) {
        List<Double> seconds = runs.stream().map(Run::seconds).sorted().toList();
        double needs = runs.stream()
                .mapToInt(run -> run.solution().served().needs())
                .average()
                .orElse(0);
        return "| %.3f | %.3f | %.3f | %.3f | %d of %d | %.0f on average |"
                .formatted(
                        seconds.getFirst(),
                        seconds.get(seconds.size() / 2),
                        seconds.get(seconds.size() * 9 / 10),
                        seconds.getLast(),
                        runs.stream().filter(Run::proved).count(),
                        runs.size(),
                        needs);
    }
}
