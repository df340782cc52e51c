/**
 * The matching: which swaps, rings and gift-started chains serve most needs of a summit. Plain Java, without Spring,
 * Axon or a database, so that anybody can check a published solution (decision 0070).
 */
@NullMarked
package org.sala.marketplace.matching;

import org.jspecify.annotations.NullMarked;
