package org.sala.registration.api;

import org.jspecify.annotations.Nullable;

/**
 * A person's name as they write it, in Khmer, in Latin letters, or both; at least one is there. Personal: {@link
 * #toString()} shows nothing of it.
 */
public record PersonName(@Nullable String km, @Nullable String latin) {

    @Override
    public String toString() {
        return "PersonName[hidden]";
    }
}
