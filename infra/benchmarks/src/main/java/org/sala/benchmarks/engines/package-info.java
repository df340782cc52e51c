/** Those that are compared: ours, Axon's own, and bare statements; and what all of them store. */
@NullMarked
package org.sala.benchmarks.engines;

import org.jspecify.annotations.NullMarked;
