/**
 * The planning of small groups: who sits at which table, round by round. Plain Java, without Spring, Axon or a database, so
 * that anybody can check a plan (decision 0084).
 */
@NullMarked
package org.sala.sessions.planning;

import org.jspecify.annotations.NullMarked;
