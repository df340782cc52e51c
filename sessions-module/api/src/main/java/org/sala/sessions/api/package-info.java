/**
 * The published language of sessions: what happens at a summit, and who is in it. Commands are asked of it through
 * {@link org.sala.sessions.api.SessionsPort}; its {@link org.sala.sessions.api.SessionsEvent}s are what every other
 * context knows of sessions.
 */
@NullMarked
package org.sala.sessions.api;

import org.jspecify.annotations.NullMarked;
