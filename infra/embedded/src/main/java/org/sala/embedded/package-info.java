/** A real PostgreSQL and a real Kafka without installation: started from Maven artifacts, data kept in a folder. */
@NullMarked
package org.sala.embedded;

import org.jspecify.annotations.NullMarked;
