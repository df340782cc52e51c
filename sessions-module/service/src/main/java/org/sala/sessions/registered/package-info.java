/** What sessions knows from registration: days, people and organisations, by their ids. */
@NullMarked
package org.sala.sessions.registered;

import org.jspecify.annotations.NullMarked;
