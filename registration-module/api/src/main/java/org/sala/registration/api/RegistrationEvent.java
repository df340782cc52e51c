package org.sala.registration.api;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sala.personal.Personal;
import org.sala.personal.PersonalDataOf;
import org.sala.personal.PersonalKind;

/** What registration has found to be true. A {@link JsonTypeName} is the event's name on the wire and never changes. */
public sealed interface RegistrationEvent {

    sealed interface SummitEvent extends RegistrationEvent {
        SummitId summit();
    }

    sealed interface OrganizationEvent extends RegistrationEvent {
        OrganizationId organization();
    }

    sealed interface ParticipantEvent extends RegistrationEvent {
        ParticipantId participant();
    }

    /** There will be a summit, on these days, with these seats; every context may schedule against it. */
    @JsonTypeName("registration.summit-announced")
    record SummitAnnounced(
            SummitId summit,
            BilingualText title,
            ZoneId zone,
            List<SummitDay> days,
            String consentVersion,
            BilingualText consentText)
            implements SummitEvent {}

    /** An organisation belongs to a summit; the other contexts may let its people act for it. */
    @JsonTypeName("registration.organization-enrolled")
    record OrganizationEnrolled(
            OrganizationId organization,
            SummitId summit,
            BilingualText name,
            OrganizationKind kind,
            OrganizationSize size,
            @Nullable String province,
            Cohort cohort,
            Language workingLanguage,
            List<String> sectors)
            implements OrganizationEvent {}

    /**
     * A person has a seat on these days; the other contexts may count on them and let them act.
     *
     * @param name sealed for everybody but registration, as are the next two; the rest is what counts are made of
     * @param disability whether there is one; absent where nothing was said
     */
    @JsonTypeName("registration.participant-registered")
    @PersonalDataOf("/participant")
    record ParticipantRegistered(
            ParticipantId participant,
            SummitId summit,
            @Nullable OrganizationId organization,
            Personal<PersonName> name,
            @PersonalKind("CONTACTS") Personal<Contact> contact,
            ParticipantRole role,
            Gender gender,
            AgeBand ageBand,
            @PersonalKind("NEEDS") @Nullable Personal<Boolean> disability,
            Language language,
            Map<Integer, AttendanceMode> days,
            Set<Consent> consents,
            String consentVersion)
            implements ParticipantEvent {}

    /**
     * A person is here on a day, in a mode; recorded once per person, day and mode, whoever scans twice.
     *
     * @param occurredAt when it happened at the desk
     * @param recordedAt when registration learnt of it; never earlier than the desk's clock allows
     */
    @JsonTypeName("registration.participant-checked-in")
    record ParticipantCheckedIn(
            ParticipantId participant,
            SummitId summit,
            int day,
            AttendanceMode mode,
            Instant occurredAt,
            Instant recordedAt)
            implements ParticipantEvent {}

    /**
     * One kind of a person's data is forgotten: whoever keeps some of it removes it, and goes on with the rest. Told
     * once for each kind.
     */
    @JsonTypeName("registration.personal-data-forgotten")
    record PersonalDataForgotten(ParticipantId participant, SummitId summit, DataKind kind, Instant recordedAt)
            implements ParticipantEvent {}

    /** Everything that is held on a person is given to whoever asked for it; auditors see that it was, and by whom. */
    @JsonTypeName("registration.personal-data-disclosed")
    record PersonalDataDisclosed(
            ParticipantId participant, SummitId summit, DisclosureId disclosure, Instant recordedAt)
            implements ParticipantEvent {}

    /**
     * A person was erased: whoever keeps something that tells who they were removes it, and keeps the id and what is
     * counted by it. Told once, and nothing of the person follows.
     *
     * @param recordedAt when registration was asked for it
     */
    @JsonTypeName("registration.participant-erased")
    record ParticipantErased(ParticipantId participant, SummitId summit, Instant recordedAt)
            implements ParticipantEvent {}
}
