package org.sala.ui.stall;

import java.util.UUID;
import org.sala.ui.floor.Floor;
import org.sala.ui.language.Figures;

/**
 * An offer in the reader's words.
 *
 * @param state why it can't be had any more; empty where it can
 * @param fits whether it is of a category that the reader's organisation needs
 */
record OfferShown(
        UUID id,
        UUID organization,
        String by,
        String title,
        String terms,
        String category,
        String free,
        String where,
        String languages,
        String until,
        boolean gift,
        String state,
        boolean fits) {

    static OfferShown of(Floor.Offer offer, Trader trader, boolean fits) {
        var words = trader.words();
        return new OfferShown(
                offer.id(),
                offer.organization(),
                words.name(offer.organization()),
                offer.title().in(trader.locale()),
                offer.terms().in(trader.locale()),
                words.category(offer.category()),
                words.free(offer),
                offer.languages().isEmpty() ? "" : words.place(offer),
                words.languages(offer),
                Figures.date(trader.day(offer.goodUntil())),
                offer.gift(),
                state(offer, trader),
                fits);
    }

    private static String state(Floor.Offer offer, Trader trader) {
        if (offer.isOpen(trader.now())) {
            return "";
        }
        return trader.words().of(offer.free() == 0 ? "floor.offer.exhausted" : "floor.offer.ended");
    }
}
