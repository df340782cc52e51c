package org.sala.benchmarks.flow;

import java.util.List;
import org.sala.benchmarks.bars.Row;

/** The rows of the way from the store to a view, in the order of the table. */
public final class FlowRows {

    private FlowRows() {}

    public static List<Row> all() {
        return List.of(new Row("publish", Publish::new), new Row("commit-to-view", CommitToView::new));
    }
}
