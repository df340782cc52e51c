/**
 * The marketplace: decides what organisations offer and promise each other. The {@link org.sala.marketplace.Stall} keeps
 * an organisation's offers, the {@link org.sala.marketplace.Trade} the consent of its parties, and the {@link
 * org.sala.marketplace.OfferBook} what is promised of every offer.
 */
@NullMarked
package org.sala.marketplace;

import org.jspecify.annotations.NullMarked;
