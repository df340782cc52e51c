package org.sala.benchmarks.bars;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What came out of one comparison. */
public final class Result implements Outcome {

    private final String title;
    private final String unit;
    private final Map<String, Figures> figures;
    private final List<Bar> bars;

    private Result(String title, String unit, Map<String, Figures> figures, List<Bar> bars) {
        this.title = title;
        this.unit = unit;
        this.figures = figures;
        this.bars = bars;
    }

    /** Measures all contestants in turn: a round that doesn't count, then those that do. */
    public static Result of(Comparison comparison, Effort effort) throws Exception {
        var rounds = comparison.varies() ? effort.rounds() : 1;
        var measured = new LinkedHashMap<String, List<Double>>();
        for (var contestant : comparison.contestants()) {
            if (measured.put(contestant.name(), new ArrayList<>()) != null) {
                throw new IllegalArgumentException("two contestants are called " + contestant.name());
            }
        }
        for (var bar : comparison.bars()) {
            if (!measured.keySet().containsAll(List.of(bar.contestant(), bar.reference()))) {
                throw new IllegalArgumentException(
                        "a bar is for somebody who takes no part: " + bar.contestant() + ", " + bar.reference());
            }
        }
        for (var round = comparison.varies() ? -1 : 0; round < rounds; round++) {
            for (var contestant : comparison.contestants()) {
                var figure = contestant.measurement().measure();
                if (!(figure > 0) || Double.isInfinite(figure)) {
                    throw new IllegalStateException("%s: %s gave %s %s, which is no figure"
                            .formatted(comparison.title(), contestant.name(), figure, comparison.unit()));
                }
                if (round >= 0) {
                    Objects.requireNonNull(measured.get(contestant.name())).add(figure);
                }
            }
        }
        var figures = new LinkedHashMap<String, Figures>();
        measured.forEach((name, all) -> figures.put(name, new Figures(all)));
        return new Result(comparison.title(), comparison.unit(), figures, comparison.bars());
    }

    /** Whether every bar is reached. */
    public boolean reachesItsBars() {
        return bars.stream().allMatch(bar -> bar.metBy(ratio(bar)));
    }

    @Override
    public String lines() {
        var lines = new StringBuilder("| **%s** (%s) | | | | | |\n".formatted(title, unit));
        figures.forEach((name, all) -> {
            var held = bars.stream().filter(bar -> bar.reference().equals(name)).toList();
            lines.append("| %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            name,
                            Figures.shown(all.median()),
                            all.spread(),
                            joined(held, bar -> subject(bar) + Figures.shown(ratio(bar)) + " ×"),
                            joined(held, Bar::toString),
                            joined(held, this::verdict)));
        });
        return lines.toString();
    }

    private static String joined(List<Bar> bars, Function<Bar, String> shown) {
        return bars.stream().map(shown).collect(Collectors.joining("<br>"));
    }

    private String subject(Bar bar) {
        return bar.contestant().equals(figures.keySet().iterator().next()) ? "" : bar.contestant() + ": ";
    }

    private String verdict(Bar bar) {
        var ratio = ratio(bar);
        if (bar.bound() == Bar.Bound.ANY) {
            return "";
        }
        return bar.metBy(ratio) ? "yes" : "**no**, by %s %%".formatted(Figures.shown(bar.shortfall(ratio) * 100));
    }

    private double ratio(Bar bar) {
        return median(bar.contestant()) / median(bar.reference());
    }

    private double median(String contestant) {
        return Objects.requireNonNull(figures.get(contestant)).median();
    }
}
