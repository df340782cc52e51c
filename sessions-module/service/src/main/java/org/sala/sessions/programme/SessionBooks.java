package org.sala.sessions.programme;

import org.sala.sessions.registered.Registered;

/** What a session has to know of others, and others of it. */
public record SessionBooks(
        Registered registered, Programme programme, Bookings bookings, Presences presences, Audience audience) {}
