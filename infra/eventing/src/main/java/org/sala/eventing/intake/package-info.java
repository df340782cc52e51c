/** Takes other contexts' facts in from Kafka: each batch, its effects and its offsets in one PostgreSQL transaction. */
@NullMarked
package org.sala.eventing.intake;

import org.jspecify.annotations.NullMarked;
