/** One person who is registered twice: who looks like it, and what staff said of it (decision 0065). */
@NullMarked
package org.sala.registration.duplicates;

import org.jspecify.annotations.NullMarked;
