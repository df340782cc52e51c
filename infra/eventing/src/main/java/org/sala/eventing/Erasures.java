package org.sala.eventing;

import java.util.Set;

/** Erases persons for good: destroys the keys that what is personal of them is sealed with (decision 0046). */
public interface Erasures {

    /**
     * Destroys a person's key, wherever a copy of it may come from later. Doing it again changes nothing.
     *
     * @param person the id that events name by {@link org.sala.personal.PersonalDataOf}
     * @return whether there was a key
     */
    boolean destroy(String person);

    /** Whose keys were ever destroyed here, in that order; a restored database forgets none of them. */
    Set<String> erased();
}
