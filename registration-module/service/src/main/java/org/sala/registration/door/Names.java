package org.sala.registration.door;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.sala.registration.api.DisputeId;
import org.sala.registration.api.DisputeReason;
import org.sala.registration.api.ParticipantId;

/** Ids that follow from what they stand for, so that they are the same in whichever order it became known. */
final class Names {

    private Names() {}

    /** Of the dispute about one sighting, whatever its reason. */
    static DisputeId dispute(ParticipantId participant, Sighting sighting) {
        return new DisputeId(uuid(participant + "|" + sighting.key()));
    }

    /** Of the dispute about all that was seen in one place. */
    static DisputeId dispute(ParticipantId participant, DisputeReason reason, Place place) {
        return new DisputeId(uuid(participant + "|" + reason + "|" + place.day() + "|" + place.mode()));
    }

    static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
