/** A small context for the tests: accounts that are opened and credited. */
@NullMarked
package org.sala.eventing.ledger;

import org.jspecify.annotations.NullMarked;
