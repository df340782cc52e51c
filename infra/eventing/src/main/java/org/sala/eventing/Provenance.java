package org.sala.eventing;

/** Names of what an event's metadata keep of where it comes from. Ids only, never a name of a person. */
public final class Provenance {

    public static final String CORRELATION = "correlation";
    public static final String CAUSATION = "causation";
    public static final String ACTOR = "actor";
    public static final String ROLE = "role";

    private Provenance() {}
}
