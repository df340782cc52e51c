@NullMarked
package org.sala.sessions.planning;

import org.jspecify.annotations.NullMarked;
