package org.sala.registration.door;

import org.jspecify.annotations.Nullable;
import org.sala.registration.api.BadgeId;

/**
 * What was seen of a person under a registration that was a second one of theirs.
 *
 * @param badge what was shown and was no valid badge there; absent where nothing wrong was shown
 */
public record HandedOver(Sighting sighting, @Nullable BadgeId badge, Credence credence) {

    /** How far it was believed there. */
    public enum Credence {
        /** Not yet: it is judged anew. */
        DISPUTED,
        /** It counted, and does here. */
        COUNTED,
        /** A person has said that they were there. */
        SAID
    }
}
