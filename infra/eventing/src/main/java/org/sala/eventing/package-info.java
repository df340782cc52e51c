/**
 * Event sourcing with Axon on PostgreSQL and Kafka: facts are decided in a context, stored, given dense positions and
 * published; other contexts take them in exactly once in effect. Knows no domain.
 */
@NullMarked
package org.sala.eventing;

import org.jspecify.annotations.NullMarked;
