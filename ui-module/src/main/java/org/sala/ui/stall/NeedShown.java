package org.sala.ui.stall;

import java.util.UUID;
import org.sala.ui.floor.Floor;

/**
 * A need in the reader's words.
 *
 * @param fits whether it is of a category that the reader's organisation offers
 */
record NeedShown(
        UUID id,
        UUID organization,
        String by,
        String title,
        String details,
        String category,
        String urgency,
        boolean promised,
        boolean fits) {

    static NeedShown of(Floor.Need need, Trader trader, boolean fits) {
        var words = trader.words();
        return new NeedShown(
                need.id(),
                need.organization(),
                words.name(need.organization()),
                need.title().in(trader.locale()),
                need.details().in(trader.locale()),
                words.category(need.category()),
                words.of("floor.urgency." + need.urgency().name()),
                need.promised(),
                fits);
    }
}
