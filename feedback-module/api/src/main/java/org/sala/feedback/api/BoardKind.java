package org.sala.feedback.api;

/** What a board gathers. */
public enum BoardKind {
    EXPECTATIONS_TREE,
    SMALL_GROUP_CHALLENGES,
    VISION_TABLE,
    CUSTOM
}
