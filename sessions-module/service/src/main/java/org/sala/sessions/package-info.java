/**
 * Decides what happens at a summit, and who learns what. Here is what the application is made of and who may ask for what; the
 * rest is split by what it is for: {@link org.sala.sessions.programme}, {@link org.sala.sessions.signup}, {@link
 * org.sala.sessions.attendance}, {@link org.sala.sessions.groups}, {@link org.sala.sessions.stage}, {@link
 * org.sala.sessions.certificates}, and {@link org.sala.sessions.registered} for what registration told.
 */
@NullMarked
package org.sala.sessions;

import org.jspecify.annotations.NullMarked;
