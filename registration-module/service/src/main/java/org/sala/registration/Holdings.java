package org.sala.registration;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.DataKind;
import org.sala.registration.api.DisclosureId;
import org.sala.registration.api.RegistrationCommand.DisclosePersonalData;
import org.sala.registration.api.RegistrationCommand.ForgetPersonalData;
import org.sala.registration.api.RegistrationCommand.ReviseParticipant;
import org.sala.registration.api.RegistrationEvent.ParticipantErased;
import org.sala.registration.api.RegistrationEvent.ParticipantEvent;
import org.sala.registration.api.RegistrationEvent.ParticipantRegistered;
import org.sala.registration.api.RegistrationEvent.PersonalDataDisclosed;
import org.sala.registration.api.RegistrationEvent.PersonalDataForgotten;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.api.SummitId;

/**
 * What of a person is held, beside where the person comes and was: which kinds of data were forgotten, and to which
 * askings everything was given out.
 *
 * @param summit null where nobody is registered
 */
record Holdings(@Nullable SummitId summit, Set<DataKind> forgotten, Set<DisclosureId> disclosures, boolean erased) {

    static final Holdings NONE = new Holdings(null, Set.of(), Set.of(), false);

    Holdings {
        forgotten = Set.copyOf(forgotten);
        disclosures = Set.copyOf(disclosures);
    }

    List<ParticipantEvent> forget(ForgetPersonalData command, RegistrationBook book, Instant now) {
        var of = registered();
        if (erased || forgotten.contains(command.kind())) {
            return List.of();
        }
        if (command.kind() == DataKind.CONTACTS) {
            book.contacts().release(command.participant());
        }
        return List.of(new PersonalDataForgotten(command.participant(), of, command.kind(), now));
    }

    List<ParticipantEvent> disclose(DisclosePersonalData command, Instant now) {
        var of = registered();
        return disclosures.contains(command.disclosure())
                ? List.of()
                : List.of(new PersonalDataDisclosed(command.participant(), of, command.disclosure(), now));
    }

    /** What was forgotten stays so: its key was destroyed, and nothing can be sealed for that person any more. */
    void mayBeSaidAnew(ReviseParticipant command) {
        if (forgotten.contains(DataKind.CONTACTS)
                || (forgotten.contains(DataKind.NEEDS) && command.disability() != null)) {
            throw new RegistrationRejected(Reason.DATA_FORGOTTEN);
        }
    }

    private SummitId registered() {
        if (summit == null) {
            throw new RegistrationRejected(Reason.PARTICIPANT_UNKNOWN);
        }
        return summit;
    }

    /** Of most events it learns nothing. */
    Holdings evolve(ParticipantEvent event) {
        if (event instanceof ParticipantRegistered registered) {
            return new Holdings(registered.summit(), forgotten, disclosures, erased);
        }
        if (event instanceof PersonalDataForgotten one) {
            var more = EnumSet.of(one.kind());
            more.addAll(forgotten);
            return new Holdings(summit, more, disclosures, erased);
        }
        if (event instanceof PersonalDataDisclosed one) {
            var more = new HashSet<>(disclosures);
            more.add(one.disclosure());
            return new Holdings(summit, forgotten, more, erased);
        }
        return event instanceof ParticipantErased ? new Holdings(summit, forgotten, disclosures, true) : this;
    }
}
