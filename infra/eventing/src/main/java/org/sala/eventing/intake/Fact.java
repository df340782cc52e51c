package org.sala.eventing.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event of another context, as it was taken in.
 *
 * @param id the event's id, the same for ever
 * @param type its wire name, such as {@code registration.participant-checked-in}
 * @param context the context that published it, such as {@code registration}
 * @param position its dense position in that context's history, from 1, without gaps
 * @param subject the id of the aggregate it is about
 * @param sequence its number within that aggregate, from 0, without gaps
 * @param time when it was stored by its context
 * @param provenance who asked, and what it followed from
 * @param json the payload as published, character for character
 * @param event the payload decoded; {@link Unknown} where the catalogue has no type of that name
 */
public record Fact(
        UUID id,
        String type,
        String context,
        long position,
        String subject,
        long sequence,
        Instant time,
        Provenance provenance,
        String json,
        Object event) {

    /** Stands for an event whose wire name the reader doesn't know: a newer producer's. */
    public enum Unknown {
        EVENT
    }

    /**
     * Where an event comes from.
     *
     * @param correlation what everything that came of one request has in common
     * @param causation the message this one followed from
     * @param actor the account that asked, an id and never a name
     * @param role the role it asked in
     */
    public record Provenance(
            @Nullable String correlation,
            @Nullable String causation,
            @Nullable String actor,
            @Nullable String role) {}

    @Override
    public String toString() {
        return "Fact[%s %s at %s %d]".formatted(type, id, context, position);
    }
}
