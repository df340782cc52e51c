package org.sala.marketplace.matching;

import java.util.List;

/**
 * What a matching came to.
 *
 * @param seed what decided where counts are equal
 * @param kept agreed exchanges that a repair left whole; none in a matching anew
 * @param exchanges what is proposed, beside what is kept; in the order of the first drawn need of each
 * @param served by all of these together
 * @param unmatched the needs that none of them serves, in the order of their ids
 */
public record Solution(
        Seed seed,
        List<Exchange> kept,
        List<Exchange> exchanges,
        Counts served,
        Proof proof,
        List<Unmatched> unmatched) {
    public Solution {
        kept = List.copyOf(kept);
        exchanges = List.copyOf(exchanges);
        unmatched = List.copyOf(unmatched);
    }
}
