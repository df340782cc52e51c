package org.sala.benchmarks.rebuild;

import java.util.List;
import org.sala.benchmarks.bars.Row;

/** The rebuild's rows, in the order of the table. */
public final class RebuildRows {

    private RebuildRows() {}

    public static List<Row> all() {
        return List.of(new Row("rebuild", RebuildProjection::new));
    }
}
