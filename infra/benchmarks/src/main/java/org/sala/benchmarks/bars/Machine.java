package org.sala.benchmarks.bars;

/**
 * What it was measured on, as far as others need to know to understand the figures.
 *
 * @param postgres version
 * @param commit milliseconds that the smallest durable commit takes
 */
public record Machine(String postgres, double commit) {

    @Override
    public String toString() {
        return "%d processors shared by clients and servers, %s, Java %s, PostgreSQL %s, a commit takes %s ms"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        Runtime.version().feature(),
                        postgres,
                        Figures.shown(commit));
    }
}
