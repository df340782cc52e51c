package org.sala.sessions.stage;

import org.sala.sessions.programme.Programme;
import org.sala.sessions.registered.Registered;

/** What a stage has to know of its session, of people and of other stages. */
public record StageBooks(Registered registered, Programme programme, OnAir onAir) {}
