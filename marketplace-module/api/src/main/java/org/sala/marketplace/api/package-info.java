/**
 * The published language of the marketplace: what organisations give each other. Commands are asked of it through {@link
 * org.sala.marketplace.api.MarketplacePort}; its {@link org.sala.marketplace.api.MarketplaceEvent}s are what every other
 * context knows of offers and trades.
 */
@NullMarked
package org.sala.marketplace.api;

import org.jspecify.annotations.NullMarked;
