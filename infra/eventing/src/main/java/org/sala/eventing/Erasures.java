package org.sala.eventing;

import java.util.Collection;
import java.util.Set;

/** Erases persons for good: destroys the keys that what is personal of them is sealed with (decision 0046). */
public interface Erasures {

    /**
     * Destroys a person's keys, of every kind, wherever a copy may come from later. Doing it again changes nothing.
     *
     * @param person the id that events name by {@link org.sala.personal.PersonalDataOf}
     * @return whether there was a key
     */
    boolean destroy(String person);

    /**
     * Destroys the key of one kind of a person's data, and leaves the others. Doing it again changes nothing.
     *
     * @param kind as {@link org.sala.personal.PersonalKind} names it
     * @return whether there was a key
     */
    boolean destroy(String person, String kind);

    /** Whose keys were ever destroyed here, in that order; a restored database forgets none of them. */
    Set<String> erased();

    /** Of whom one kind alone was destroyed here, in that order; a restored database forgets none of them. */
    Set<Part> erasedParts();

    /** Those of them who were not erased, and of whom something is sealed that is of no kind. */
    Set<String> held(Collection<String> persons);

    /** Those of them of whose data of that kind something can still be opened. */
    Set<String> held(Collection<String> persons, String kind);

    /** One kind of a person's data. */
    record Part(String person, String kind) {}
}
