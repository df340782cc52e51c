/**
 * Small groups: who sits where in a round, and what each table told. Who should sit where is planned elsewhere; here a plan is
 * held to the people who are in the session. A round is an aggregate of its own, so that twenty tables that tell at once don't
 * wait for the door.
 */
@NullMarked
package org.sala.sessions.groups;

import org.jspecify.annotations.NullMarked;
