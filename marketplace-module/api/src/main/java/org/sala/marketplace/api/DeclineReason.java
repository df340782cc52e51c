package org.sala.marketplace.api;

/** Why a party does not want a trade; a code, since free words might name people. */
public enum DeclineReason {
    /** It does not need what it would get. */
    NOT_NEEDED,
    /** It can not give what it would have to. */
    CANNOT_GIVE,
    /** Not on these terms. */
    TERMS,
    OTHER
}
