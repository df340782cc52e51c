package org.sala.registration.api;

import com.fasterxml.jackson.annotation.JsonInclude;
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

    /** The summit that it happened for. */
    SummitId summit();

    sealed interface SummitEvent extends RegistrationEvent {}

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

    /** A summit is otherwise than it was announced, from now on; it says everything again. */
    @JsonTypeName("registration.summit-revised")
    record SummitRevised(
            SummitId summit,
            BilingualText title,
            ZoneId zone,
            List<SummitDay> days,
            String consentVersion,
            BilingualText consentText)
            implements SummitEvent {}

    /**
     * People may register by themselves; who shows a summit to them may show the way.
     *
     * @param until when that ends by itself; absent where somebody ends it
     */
    @JsonTypeName("registration.registration-opened")
    record RegistrationOpened(SummitId summit, @Nullable Instant until, Instant recordedAt) implements SummitEvent {}

    /** People may register by themselves no more; staff may, until the summit is closed. */
    @JsonTypeName("registration.registration-closed")
    record RegistrationClosed(SummitId summit, Instant recordedAt) implements SummitEvent {}

    /** A summit is over: nobody registers or changes anything any more; what a desk noted before may still arrive. */
    @JsonTypeName("registration.summit-closed")
    record SummitClosed(SummitId summit, Instant recordedAt) implements SummitEvent {}

    /**
     * A list of people with ways to reach them was given to somebody; auditors see that it was, to whom, and of how many.
     *
     * @param people how many are on the list
     */
    @JsonTypeName("registration.contacts-taken")
    record ContactsTaken(SummitId summit, DisclosureId disclosure, int people, Instant recordedAt)
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

    /** What was said of an organisation is otherwise from now on; it says everything again but the cohort. */
    @JsonTypeName("registration.organization-revised")
    record OrganizationRevised(
            OrganizationId organization,
            SummitId summit,
            BilingualText name,
            OrganizationKind kind,
            OrganizationSize size,
            @Nullable String province,
            Language workingLanguage,
            List<String> sectors)
            implements OrganizationEvent {}

    /** The programme accompanied an organisation in that way; every figure that is split by cohort goes by the latest. */
    @JsonTypeName("registration.cohort-assigned")
    record CohortAssigned(OrganizationId organization, SummitId summit, Cohort cohort, Instant recordedAt)
            implements OrganizationEvent {}

    /**
     * An organisation says how it works with another. The latest of a round counts; the growth of the network is
     * measured between rounds.
     *
     * @param with the other organisation, which need not see it the same way
     */
    @JsonTypeName("registration.tie-declared")
    record TieDeclared(
            OrganizationId organization,
            SummitId summit,
            OrganizationId with,
            TieStrength strength,
            TieRound round,
            Instant recordedAt)
            implements OrganizationEvent {}

    /**
     * A person has a seat on these days; the other contexts may count on them and let them act.
     *
     * @param name sealed for everybody but registration, as are the next two; the rest is what counts are made of
     * @param disability whether there is one; absent where nothing was said
     * @param days where there is a seat, by the day's number; none where the person waits for every day
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

    /** What was said of a person is otherwise from now on; it says everything again but days and consents. */
    @JsonTypeName("registration.participant-revised")
    @PersonalDataOf("/participant")
    record ParticipantRevised(
            ParticipantId participant,
            SummitId summit,
            @Nullable OrganizationId organization,
            Personal<PersonName> name,
            @PersonalKind("CONTACTS") Personal<Contact> contact,
            ParticipantRole role,
            Gender gender,
            AgeBand ageBand,
            @PersonalKind("NEEDS") @Nullable Personal<Boolean> disability,
            Language language)
            implements ParticipantEvent {}

    /** A person waits for a seat of a day in a mode, behind those who waited before; nobody may count on them yet. */
    @JsonTypeName("registration.participant-waitlisted")
    record ParticipantWaitlisted(
            ParticipantId participant, SummitId summit, int day, AttendanceMode mode, Instant recordedAt)
            implements ParticipantEvent {}

    /** A person has a seat on a further day, waited for or not; as if it had been said at registration. */
    @JsonTypeName("registration.participant-confirmed")
    record ParticipantConfirmed(
            ParticipantId participant, SummitId summit, int day, AttendanceMode mode, Instant recordedAt)
            implements ParticipantEvent {}

    /** A person takes part in a day in another mode than was said before, and has a seat in it. */
    @JsonTypeName("registration.attendance-mode-changed")
    record AttendanceModeChanged(
            ParticipantId participant,
            SummitId summit,
            int day,
            AttendanceMode from,
            AttendanceMode to,
            Instant recordedAt)
            implements ParticipantEvent {}

    /** A person does not come on a day, for which they had a seat or waited; nobody counts on them then. */
    @JsonTypeName("registration.day-dropped")
    record DayDropped(ParticipantId participant, SummitId summit, int day, Instant recordedAt)
            implements ParticipantEvent {}

    /** A person does not come, on no day: they have no seat and wait for none. Where they were stays true. */
    @JsonTypeName("registration.registration-cancelled")
    record RegistrationCancelled(ParticipantId participant, SummitId summit, Instant recordedAt)
            implements ParticipantEvent {}

    /**
     * A person who had cancelled comes after all.
     *
     * @param days where there is a seat, by the day's number
     */
    @JsonTypeName("registration.registration-reinstated")
    record RegistrationReinstated(
            ParticipantId participant, SummitId summit, Map<Integer, AttendanceMode> days, Instant recordedAt)
            implements ParticipantEvent {}

    /** A person agrees to something; whoever does it may, from now on. */
    @JsonTypeName("registration.consent-given")
    record ConsentGiven(
            ParticipantId participant, SummitId summit, Consent consent, String consentVersion, Instant recordedAt)
            implements ParticipantEvent {}

    /** A person agrees no more; whoever did it stops. */
    @JsonTypeName("registration.consent-withdrawn")
    record ConsentWithdrawn(ParticipantId participant, SummitId summit, Consent consent, Instant recordedAt)
            implements ParticipantEvent {}

    /** Whoever holds that ticket is this person, and nobody with an earlier one. For registration's own use. */
    @JsonTypeName("registration.ticket-issued")
    record TicketIssued(ParticipantId participant, SummitId summit, TicketDigest ticket, Instant recordedAt)
            implements ParticipantEvent {}

    /** Whoever shows that badge is this person; doors may rely on it until it is revoked. */
    @JsonTypeName("registration.badge-issued")
    record BadgeIssued(ParticipantId participant, SummitId summit, BadgeId badge, Instant recordedAt)
            implements ParticipantEvent {}

    /** That badge says nothing any more: it was lost, replaced, or its person does not come. */
    @JsonTypeName("registration.badge-revoked")
    record BadgeRevoked(ParticipantId participant, SummitId summit, BadgeId badge, Instant recordedAt)
            implements ParticipantEvent {}

    /**
     * A person is here on a day, in a mode; told once per person, day and mode, whoever scans twice. A desk tells it
     * again of somebody who had left, or of whom it was said that they were not here: it is the later word.
     *
     * @param occurredAt when it happened at the desk
     * @param recordedAt when registration learnt of it; never earlier than the desk's clock allows
     * @param scan the scan of a device that said so; absent where somebody at a desk did
     */
    @JsonTypeName("registration.participant-checked-in")
    record ParticipantCheckedIn(
            ParticipantId participant,
            SummitId summit,
            int day,
            AttendanceMode mode,
            Instant occurredAt,
            Instant recordedAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ScanId scan)
            implements ParticipantEvent {

        /** Said by somebody at a desk. */
        public ParticipantCheckedIn(
                ParticipantId participant,
                SummitId summit,
                int day,
                AttendanceMode mode,
                Instant occurredAt,
                Instant recordedAt) {
            this(participant, summit, day, mode, occurredAt, recordedAt, null);
        }
    }

    /**
     * Another device scanned somebody who is here already, or the same one again. Of all scans the earliest says since
     * when the person is here, and one that is later than every departure that they came back.
     */
    @JsonTypeName("registration.check-in-repeated")
    record CheckInRepeated(
            ParticipantId participant,
            SummitId summit,
            int day,
            AttendanceMode mode,
            Instant occurredAt,
            Instant recordedAt,
            ScanId scan)
            implements ParticipantEvent {}

    /** A person left on a day, in a mode; may come again. Of several, the last to have occurred counts. */
    @JsonTypeName("registration.participant-checked-out")
    record ParticipantCheckedOut(
            ParticipantId participant,
            SummitId summit,
            int day,
            AttendanceMode mode,
            Instant occurredAt,
            Instant recordedAt,
            @Nullable ScanId scan)
            implements ParticipantEvent {}

    /**
     * A scan contradicts what else is known. {@code TWO_PLACES}, {@code OUT_WITHOUT_IN} and {@code SCAN_REUSED} are told
     * beside an event of the scan itself, which counts until somebody says otherwise; of every other scan this is all
     * there is, and it counts for nothing until then. Told again under the same id, it replaces what it said before, and
     * opens again what was {@code EXPLAINED}.
     *
     * @param direction with what follows: what the scan says; of {@code TWO_PLACES} and {@code OUT_WITHOUT_IN}, the first
     *     on that day in that mode
     * @param badge the badge that was shown, where the scan is told here alone
     */
    @JsonTypeName("registration.check-in-disputed")
    record CheckInDisputed(
            ParticipantId participant,
            SummitId summit,
            DisputeId dispute,
            DisputeReason reason,
            ScanDirection direction,
            int day,
            AttendanceMode mode,
            Instant occurredAt,
            Instant recordedAt,
            @Nullable ScanId scan,
            @Nullable BadgeId badge)
            implements ParticipantEvent {}

    /**
     * It is known what was true of a dispute. Whoever counts presence counts it as it says: with {@code WAS_HERE} the
     * person was here on that day in that mode, with {@code WAS_NOT_HERE} they were not, whatever devices said before or
     * say later, until a person says otherwise. With {@code EXPLAINED} nothing is to be changed. A scan that is believed
     * from now on has been told by its own event.
     */
    @JsonTypeName("registration.check-in-resolved")
    record CheckInResolved(
            ParticipantId participant,
            SummitId summit,
            DisputeId dispute,
            int day,
            AttendanceMode mode,
            Resolution resolution,
            Instant recordedAt)
            implements ParticipantEvent {}

    /**
     * This registration was a second one of somebody: it has no seat, and counts for nobody. What was recorded under it
     * is recorded again under the other.
     *
     * @param into the registration that stays
     */
    @JsonTypeName("registration.duplicate-merged")
    record DuplicateMerged(ParticipantId participant, SummitId summit, ParticipantId into, Instant recordedAt)
            implements ParticipantEvent {}

    /** Two registrations that look alike are of two people. For registration's own use. */
    @JsonTypeName("registration.duplicate-dismissed")
    record DuplicateDismissed(ParticipantId participant, SummitId summit, ParticipantId other, Instant recordedAt)
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
