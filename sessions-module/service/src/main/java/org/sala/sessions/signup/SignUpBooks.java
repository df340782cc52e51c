package org.sala.sessions.signup;

import org.sala.sessions.programme.Bookings;
import org.sala.sessions.programme.Programme;
import org.sala.sessions.registered.Registered;

/** What a sign-up has to know of sessions, people and others. */
public record SignUpBooks(Registered registered, Programme programme, Bookings bookings, Seats seats) {}
