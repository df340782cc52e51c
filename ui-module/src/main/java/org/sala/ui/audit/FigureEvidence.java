package org.sala.ui.audit;

import java.util.List;
import java.util.UUID;

/** Knows which events make a figure: what History is asked to show when a figure is opened. */
public interface FigureEvidence {

    /** Ids of the events that make the figure of that name; empty where there are none, or no such figure. */
    List<UUID> events(UUID summit, String figure);
}
