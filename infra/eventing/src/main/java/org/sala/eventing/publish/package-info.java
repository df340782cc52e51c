/** Publishes a context's events on Kafka as CloudEvents, in the order of their positions, at least once. */
@NullMarked
package org.sala.eventing.publish;

import org.jspecify.annotations.NullMarked;
