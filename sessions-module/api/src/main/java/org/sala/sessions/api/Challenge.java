package org.sala.sessions.api;

/** A challenge that a small group names, in its own words. */
public record Challenge(ChallengeCategory category, FreeText words) {}
