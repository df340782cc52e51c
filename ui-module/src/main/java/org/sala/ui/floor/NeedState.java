package org.sala.ui.floor;

/** Where a need stands. */
public enum NeedState {
    OPEN,
    MET,
    WITHDRAWN
}
