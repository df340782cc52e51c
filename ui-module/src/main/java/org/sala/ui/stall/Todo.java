package org.sala.ui.stall;

import java.util.ArrayList;
import java.util.List;
import org.sala.marketplace.api.TradeStatus;

/**
 * Something that waits for the reader's organisation.
 *
 * @param path of the page where it is done
 * @param late whether it should have been done before now
 */
record Todo(String words, String path, boolean late) {

    /** All that waits, what is late first. */
    static List<Todo> of(List<TradeShown> trades, Trader trader) {
        var late = new ArrayList<Todo>();
        var waiting = new ArrayList<Todo>();
        for (var trade : trades) {
            var path = trader.path("/trades/" + trade.id());
            if (trade.mine()) {
                waiting.add(new Todo(trader.words().of("stall.todo.answer", trade.heading()), path, false));
            }
            if (trade.status() == TradeStatus.AGREED) {
                for (var leg : trade.legs()) {
                    if (leg.deliver()) {
                        (leg.overdue() ? late : waiting)
                                .add(new Todo(
                                        trader.words().of("stall.todo.deliver", leg.words(), leg.due()),
                                        path,
                                        leg.overdue()));
                    }
                    if (leg.confirm()) {
                        waiting.add(new Todo(trader.words().of("stall.todo.confirm", leg.words()), path, false));
                    }
                }
            }
        }
        late.addAll(waiting);
        return late;
    }
}
