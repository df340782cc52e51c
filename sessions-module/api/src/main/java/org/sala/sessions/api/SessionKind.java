package org.sala.sessions.api;

/** What a session is. */
public enum SessionKind {
    OPENING,
    PLENARY,
    SMALL_GROUPS,
    TRAINING,
    SOCIAL_LAB_TV,
    MARKETPLACE,
    VISION_TABLES,
    OTHER
}
