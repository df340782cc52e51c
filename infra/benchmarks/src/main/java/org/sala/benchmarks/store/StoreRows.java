package org.sala.benchmarks.store;

import java.util.List;
import org.sala.benchmarks.bars.Row;

/** The event store's rows, in the order of the table. */
public final class StoreRows {

    private StoreRows() {}

    public static List<Row> all() {
        return List.of(
                new Row("append-one", AppendTransactions::ofOneEvent),
                new Row("append-in-groups", AppendInGroups::new),
                new Row("append-hundred", AppendTransactions::ofAHundredEvents),
                new Row("read-history", ReadHistory::new),
                new Row("poll-beside-rolled-back", PollBesideRolledBack::new),
                new Row("bytes", BytesAnEvent::new),
                new Row("load-aggregate", LoadAggregate::new),
                new Row("append-sealed", Sealing::appending),
                new Row("read-sealed", Sealing::reading));
    }
}
