package org.sala.sessions.api;

import org.sala.personal.Personal;

/** A challenge that a small group named; what it is counted by is in clear, its words are sealed. */
public record NamedChallenge(ChallengeCategory category, Personal<FreeText> words) {}
