package org.sala.sessions.api;

/** How a session works with people. */
public enum Method {
    SHARED_ANALYSIS,
    COMMUNITY_BUILDING,
    PEER_LEARNING,
    SPECIALIZED_TRAINING,
    OTHER
}
