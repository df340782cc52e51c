package org.sala.marketplace;

/**
 * What a decision looks up that its aggregate does not know by itself (decision 0023).
 *
 * @param offers what is offered at all stalls, and promised
 * @param needs what is needed at all stalls
 * @param trades who waits for whose acceptance, and for what
 * @param floor who meets whom
 * @param enrolments which organisations belong to a summit
 * @param categories the taxonomy
 */
record Books(
        OfferBook offers,
        NeedBook needs,
        TradeBook trades,
        FloorBook floor,
        Enrolments enrolments,
        Categories categories) {}
