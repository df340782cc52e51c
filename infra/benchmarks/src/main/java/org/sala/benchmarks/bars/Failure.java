package org.sala.benchmarks.bars;

/** A row that gave no figures. */
public record Failure(String row, Exception cause) implements Outcome {

    @Override
    public String lines() {
        return "| **%s** | **failed** | %s | | | **no** |\n"
                .formatted(row, cause.getClass().getSimpleName());
    }
}
