/** The way from a commit over Kafka to a view, measured against Axon's own way and against bare clients, in one run. */
@NullMarked
package org.sala.benchmarks.flow;

import org.jspecify.annotations.NullMarked;
