/**
 * Wakes the loops of other processes of the same context: PostgreSQL's LISTEN and NOTIFY, beside the writers'
 * transactions. Nothing depends on a call that arrives; each loop polls as well.
 */
@NullMarked
package org.sala.eventing.wake;

import org.jspecify.annotations.NullMarked;
