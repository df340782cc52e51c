/** The event store measured against Axon's own engines and against bare statements, in one run on one server. */
@NullMarked
package org.sala.benchmarks.store;

import org.jspecify.annotations.NullMarked;
