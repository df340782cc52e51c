/** The embedded default: PostgreSQL, Kafka and the five applications in one command, together in one JVM or apart. */
@NullMarked
package org.sala.launcher;

import org.jspecify.annotations.NullMarked;
