package org.sala.benchmarks.bars;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the rounds gave for one contestant, smallest first. */
record Figures(List<Double> sorted) {

    Figures {
        var ordered = new ArrayList<>(sorted);
        ordered.sort(null);
        sorted = List.copyOf(ordered);
    }

    double median() {
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    String spread() {
        return sorted.size() == 1 ? "" : shown(sorted.getFirst()) + " – " + shown(sorted.getLast());
    }

    /** Three digits that count, no more. */
    static String shown(double figure) {
        if (figure >= 1_000) {
            var step = Math.pow(10, Math.floor(Math.log10(figure)) - 2);
            return String.format(Locale.ROOT, "%,.0f", Math.round(figure / step) * step);
        }
        if (figure >= 100) {
            return String.format(Locale.ROOT, "%.0f", figure);
        }
        if (figure >= 10) {
            return plain(String.format(Locale.ROOT, "%.1f", figure));
        }
        return plain(String.format(Locale.ROOT, figure < 0.1 ? "%.3f" : "%.2f", figure));
    }

    private static String plain(String figure) {
        return figure.replaceFirst("\\.0+$", "").replaceFirst("(\\.\\d*[1-9])0+$", "$1");
    }
}
