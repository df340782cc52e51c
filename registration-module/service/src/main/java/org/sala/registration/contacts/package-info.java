/**
 * One registration per person and summit: ways to reach somebody stand here as keyed hashes, each reserved for one person
 * by a constraint. Nothing here can be read back.
 */
@NullMarked
package org.sala.registration.contacts;

import org.jspecify.annotations.NullMarked;
