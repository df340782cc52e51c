package org.sala.eventing.personal;

import java.util.Set;
import org.sala.personal.Personal.Reason;

/**
 * What is known of a person's keys.
 *
 * @param forgotten kinds whose keys were destroyed
 * @param otherwise why a key is not there that isn't on the ring
 */
record KnownKeys(KeyRing ring, Set<String> forgotten, Reason otherwise) {

    /** The key for a kind, or why there is none. */
    sealed interface Found {}

    record Usable(KeyRing.Key key) implements Found {}

    record NoKey(Reason reason) implements Found {}

    static KnownKeys none(Reason reason) {
        return new KnownKeys(KeyRing.EMPTY, Set.of(), reason);
    }

    /** A kind may be forgotten while its key couldn't be taken off yet, the master key being away. */
    Found key(String kind) {
        if (forgotten.contains(kind)) {
            return new NoKey(Reason.ERASED);
        }
        return ring.key(kind).<Found>map(Usable::new).orElseGet(() -> new NoKey(otherwise));
    }
}
