package org.sala.eventing.personal;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.EventNames;
import org.sala.personal.Personal;
import org.sala.personal.PersonalDataOf;
import org.sala.personal.PersonalKind;
import tools.jackson.databind.json.JsonMapper;

/** Events of a club, for tests. */
sealed interface Members {

    JsonMapper JSON = JsonMapper.builder().build();
    EventNames NAMES = EventNames.of(Members.class);

    /** Somebody joined. */
    @JsonTypeName("club.member-joined")
    @PersonalDataOf("/member")
    record Joined(
            String member, Personal<String> name, @Nullable Personal<Boolean> needsRamp) implements Members {}

    /** Somebody said things, and may have signed them. */
    @JsonTypeName("club.things-said")
    @PersonalDataOf({"/by", "/board"})
    record Said(String board, @Nullable String by, List<Personal<String>> things) implements Members {}

    /** Somebody can be reached, and said what they need; each is of a kind of its own. */
    @JsonTypeName("club.details-given")
    @PersonalDataOf("/member")
    record DetailsGiven(
            String member,
            Personal<String> name,
            @PersonalKind("CONTACTS") List<Personal<String>> numbers,
            @PersonalKind("NEEDS") @Nullable Personal<Boolean> needsRamp)
            implements Members {}

    /** Nothing of it is personal. */
    @JsonTypeName("club.door-opened")
    record DoorOpened(String door) implements Members {}

    static byte[] json(Object event) {
        return JSON.writeValueAsBytes(event);
    }
}
