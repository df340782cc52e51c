package org.sala.sessions.planning;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a search ended. */
public enum Ended {
    /** The plan has all that can be had, in every part. */
    @JsonProperty("perfect")
    PERFECT,
    @JsonProperty("steps")
    STEPS,
    @JsonProperty("time")
    TIME,
    /** By whoever looked on, or by interrupting the thread. */
    @JsonProperty("stopped")
    STOPPED
}
