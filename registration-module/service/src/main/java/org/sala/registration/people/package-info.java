/**
 * Who is registered, by name: what a desk searches as one types. Names are at rest as they are in events, encrypted, and
 * in clear in memory only (decision 0062).
 */
@NullMarked
package org.sala.registration.people;

import org.jspecify.annotations.NullMarked;
