package org.sala.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.personal.Personal;
import org.sala.registration.api.AgeBand;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.BilingualText;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.Consent;
import org.sala.registration.api.Contact;
import org.sala.registration.api.Gender;
import org.sala.registration.api.Language;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.OrganizationKind;
import org.sala.registration.api.OrganizationSize;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.PersonName;
import org.sala.registration.api.RegistrationCommand.AnnounceSummit;
import org.sala.registration.api.RegistrationCommand.CheckInParticipant;
import org.sala.registration.api.RegistrationCommand.EnrolOrganization;
import org.sala.registration.api.RegistrationCommand.EraseParticipant;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;
import org.sala.registration.api.RegistrationCommand.ReviseSummit;
import org.sala.registration.api.RegistrationEvent.OrganizationEnrolled;
import org.sala.registration.api.RegistrationEvent.ParticipantCheckedIn;
import org.sala.registration.api.RegistrationEvent.ParticipantErased;
import org.sala.registration.api.RegistrationEvent.ParticipantRegistered;
import org.sala.registration.api.RegistrationEvent.SummitAnnounced;
import org.sala.registration.api.RegistrationEvent.SummitRevised;
import org.sala.registration.api.SummitDay;
import org.sala.registration.api.SummitDay.Admission;
import org.sala.registration.api.SummitId;

/** A summit like the reference one: day 1 online, day 2 for the Social Lab and the invited, day 3 both ways. */
final class Reference {

    static final SummitId SUMMIT = new SummitId(UUID.fromString("50220000-0000-4000-8000-000000000001"));
    static final SummitId ANOTHER_SUMMIT = new SummitId(UUID.fromString("50220000-0000-4000-8000-000000000002"));
    static final String CONSENT_VERSION = "2022-05";

    /** 14:30 at the desk, on day 3. */
    static final Instant NOW = Instant.parse("2022-06-08T07:30:00Z");

    /** 8 in the morning of day 1. */
    static final Instant DAY_ONE_MORNING = Instant.parse("2022-05-31T01:00:00Z");

    private Reference() {}

    static OrganizationId organization(int number) {
        return new OrganizationId(UUID.fromString("09a00000-0000-4000-8000-%012d".formatted(number)));
    }

    static ParticipantId participant(int number) {
        return new ParticipantId(UUID.fromString("9e750000-0000-4000-8000-%012d".formatted(number)));
    }

    static AnnounceSummit announce() {
        return announce(SUMMIT, 10);
    }

    /**
     * @param seats of day 3 in person
     */
    static AnnounceSummit announce(SummitId summit, int seats) {
        return new AnnounceSummit(
                summit,
                new BilingualText("សន្និសីទ", "Summit"),
                ZoneId.of("Asia/Phnom_Penh"),
                List.of(
                        day(1, LocalDate.of(2022, 5, 31), Map.of(AttendanceMode.ONLINE, 20), Admission.EVERYBODY),
                        day(
                                2,
                                LocalDate.of(2022, 6, 7),
                                Map.of(AttendanceMode.IN_PERSON, 10),
                                new Admission(
                                        Set.of(Cohort.SOCIAL_LAB),
                                        Set.of(ParticipantRole.STAFF, ParticipantRole.DONOR_VISITOR))),
                        day(
                                3,
                                LocalDate.of(2022, 6, 8),
                                Map.of(AttendanceMode.IN_PERSON, seats, AttendanceMode.ONLINE, 5),
                                Admission.EVERYBODY)),
                CONSENT_VERSION,
                new BilingualText("ខ្ញុំយល់ព្រម", "I agree"));
    }

    private static SummitDay day(int number, LocalDate date, Map<AttendanceMode, Integer> seats, Admission admits) {
        return new SummitDay(number, date, new BilingualText("ភ្នំពេញ", "Phnom Penh"), seats, admits);
    }

    static SummitAnnounced announced(AnnounceSummit command) {
        return new SummitAnnounced(
                command.summit(),
                command.title(),
                command.zone(),
                command.days(),
                command.consentVersion(),
                command.consentText());
    }

    static SummitRevised revised(ReviseSummit command) {
        return new SummitRevised(
                command.summit(),
                command.title(),
                command.zone(),
                command.days(),
                command.consentVersion(),
                command.consentText());
    }

    static SummitRevised revised(AnnounceSummit command) {
        return new SummitRevised(
                command.summit(),
                command.title(),
                command.zone(),
                command.days(),
                command.consentVersion(),
                command.consentText());
    }

    static EnrolOrganization enrol(int number, Cohort cohort) {
        return enrol(number, SUMMIT, cohort);
    }

    static EnrolOrganization enrol(int number, SummitId summit, Cohort cohort) {
        return new EnrolOrganization(
                organization(number),
                summit,
                new BilingualText("អង្គការទី " + number, "Organisation " + number),
                OrganizationKind.LOCAL_CSO,
                OrganizationSize.SMALL,
                "KH-12",
                cohort,
                Language.KM,
                List.of("livelihoods"));
    }

    static OrganizationEnrolled enrolled(EnrolOrganization command) {
        return new OrganizationEnrolled(
                command.organization(),
                command.summit(),
                command.name(),
                command.kind(),
                command.size(),
                command.province(),
                command.cohort(),
                command.workingLanguage(),
                command.sectors());
    }

    /** Somebody of organisation 1, on day 3 in person. */
    static RegisterParticipant register(int number) {
        return register(number, Map.of(3, AttendanceMode.IN_PERSON));
    }

    static RegisterParticipant register(int number, Map<Integer, AttendanceMode> days) {
        return register(number, organization(1), ParticipantRole.CSO_MEMBER, days);
    }

    static RegisterParticipant register(
            int number,
            @Nullable OrganizationId organization,
            ParticipantRole role,
            Map<Integer, AttendanceMode> days) {
        return register(
                participant(number),
                SUMMIT,
                organization,
                new Contact("010 %06d".formatted(number), null),
                role,
                days,
                Set.of(Consent.DATA_USE),
                CONSENT_VERSION);
    }

    static RegisterParticipant register(int number, Contact contact) {
        return register(
                participant(number),
                SUMMIT,
                organization(1),
                contact,
                ParticipantRole.CSO_MEMBER,
                Map.of(3, AttendanceMode.IN_PERSON),
                Set.of(Consent.DATA_USE),
                CONSENT_VERSION);
    }

    static RegisterParticipant register(
            ParticipantId participant,
            SummitId summit,
            @Nullable OrganizationId organization,
            Contact contact,
            ParticipantRole role,
            Map<Integer, AttendanceMode> days,
            Set<Consent> consents,
            String consentVersion) {
        return new RegisterParticipant(
                participant,
                summit,
                organization,
                new PersonName("សុខ ដារា", "Sok Dara"),
                contact,
                role,
                Gender.WOMAN,
                AgeBand.FROM_30_TO_44,
                null,
                Language.KM,
                days,
                consents,
                consentVersion);
    }

    static ParticipantRegistered registered(RegisterParticipant command) {
        return new ParticipantRegistered(
                command.participant(),
                command.summit(),
                command.organization(),
                Personal.of(command.name()),
                Personal.of(command.contact()),
                command.role(),
                command.gender(),
                command.ageBand(),
                command.disability() == null ? null : Personal.of(command.disability()),
                command.language(),
                command.days(),
                command.consents(),
                command.consentVersion());
    }

    static EraseParticipant erase(int number) {
        return new EraseParticipant(participant(number));
    }

    static ParticipantErased erased(int number, Instant recordedAt) {
        return new ParticipantErased(participant(number), SUMMIT, recordedAt);
    }

    static CheckInParticipant checkIn(int number, int day, AttendanceMode mode, Instant occurredAt) {
        return new CheckInParticipant(participant(number), day, mode, occurredAt);
    }

    static ParticipantCheckedIn checkedIn(CheckInParticipant command, Instant recordedAt) {
        return new ParticipantCheckedIn(
                command.participant(), SUMMIT, command.day(), command.mode(), command.occurredAt(), recordedAt);
    }
}
