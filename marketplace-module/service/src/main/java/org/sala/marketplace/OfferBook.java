package org.sala.marketplace;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.marketplace.api.Category;
import org.sala.marketplace.api.LapseReason;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceEvent.OfferPosted;
import org.sala.marketplace.api.MarketplaceEvent.OfferRevised;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OfferKind;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;

/**
 * What is offered at all stalls and how much of it is promised. Written in the transaction of the command that the
 * events come from, so that it holds neither more nor less than they say (decision 0020).
 */
interface OfferBook {

    /**
     * Enters an offer, unless it is there already: the same stall may have been asked by way of another instance at the
     * same time, and the sequence of its events decides then which of both goes on.
     *
     * @return false where another stall has an offer of that id; the book is as it was then
     */
    boolean enter(OfferPosted offer);

    /** Writes down what an offer is from now on. */
    void revise(OfferRevised offer);

    /** The offer is good no more; what is promised of it stays promised. */
    void withdraw(OfferId offer);

    /** How many offers of an organisation are open: good now, and with a unit left. */
    int openOffers(SummitId summit, OrganizationId organization, Instant now);

    /** The entries of those offers that are in the book. */
    Map<OfferId, Entry> find(Collection<OfferId> offers);

    /** The same, held as they are until the end of the transaction: nobody revises or withdraws one meanwhile. */
    Map<OfferId, Entry> hold(Collection<OfferId> offers);

    /** An offer's entry, for whoever is about to change it: nobody else does, or proposes over it, meanwhile. */
    Optional<Entry> holdToChange(OfferId offer);

    /** The offers of a summit that are open, by when they end. */
    List<Entry> open(SummitId summit, Instant now);

    /** Reserves the units of all legs or of none. Whoever asks for one of the same offers meanwhile waits for the answer. */
    Reservation reserve(List<Leg> legs, Instant now);

    /** Gives back what was reserved for those legs. */
    void giveBack(List<Leg> legs);

    /**
     * An offer as the book has it.
     *
     * @param units how many were offered
     * @param reserved how many of them are promised; never more than {@code units}
     * @param gift whether nothing is asked back for it
     */
    record Entry(
            OfferId offer,
            SummitId summit,
            OrganizationId organization,
            OfferKind kind,
            Category category,
            int units,
            int reserved,
            Instant goodUntil,
            boolean gift,
            boolean withdrawn) {

        int left() {
            return units - reserved;
        }

        /** The same with so many units, none of them promised. */
        Entry withLeft(int left) {
            return new Entry(offer, summit, organization, kind, category, left, 0, goodUntil, gift, withdrawn);
        }

        boolean isOpen(Instant now) {
            return isGood(now) && left() > 0;
        }

        boolean isGood(Instant now) {
            return !withdrawn && now.isBefore(goodUntil);
        }
    }

    /** What came of reserving. */
    sealed interface Reservation {}

    /** Every leg's units are promised. */
    record Reserved() implements Reservation {}

    /**
     * Nothing was reserved.
     *
     * @param offer the first in the order of the legs that stood in the way
     */
    record NotReserved(LapseReason reason, OfferId offer) implements Reservation {}
}
