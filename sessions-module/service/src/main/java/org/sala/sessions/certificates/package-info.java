/** Certificates of attendance: what was known of somebody's attendance when it was asked for, found again by a code. */
@NullMarked
package org.sala.sessions.certificates;

import org.jspecify.annotations.NullMarked;
