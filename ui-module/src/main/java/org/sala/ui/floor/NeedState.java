package org.sala.ui.floor;

/** Where a need stands. */
enum NeedState {
    OPEN,
    MET,
    WITHDRAWN
}
