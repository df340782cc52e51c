/** Axon's event store on PostgreSQL: append, read, and the sequencer that gives events their dense positions. */
@NullMarked
package org.sala.eventing.store;

import org.jspecify.annotations.NullMarked;
