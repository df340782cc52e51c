package org.sala.registration.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sala.personal.Personal;
import org.sala.registration.api.RegistrationEvent.AttendanceModeChanged;
import org.sala.registration.api.RegistrationEvent.BadgeIssued;
import org.sala.registration.api.RegistrationEvent.BadgeRevoked;
import org.sala.registration.api.RegistrationEvent.CheckInDisputed;
import org.sala.registration.api.RegistrationEvent.CheckInRepeated;
import org.sala.registration.api.RegistrationEvent.CheckInResolved;
import org.sala.registration.api.RegistrationEvent.CohortAssigned;
import org.sala.registration.api.RegistrationEvent.ConsentGiven;
import org.sala.registration.api.RegistrationEvent.ConsentWithdrawn;
import org.sala.registration.api.RegistrationEvent.ContactsTaken;
import org.sala.registration.api.RegistrationEvent.DayDropped;
import org.sala.registration.api.RegistrationEvent.DuplicateDismissed;
import org.sala.registration.api.RegistrationEvent.DuplicateMerged;
import org.sala.registration.api.RegistrationEvent.OrganizationEnrolled;
import org.sala.registration.api.RegistrationEvent.OrganizationRevised;
import org.sala.registration.api.RegistrationEvent.ParticipantCheckedIn;
import org.sala.registration.api.RegistrationEvent.ParticipantCheckedOut;
import org.sala.registration.api.RegistrationEvent.ParticipantConfirmed;
import org.sala.registration.api.RegistrationEvent.ParticipantErased;
import org.sala.registration.api.RegistrationEvent.ParticipantRegistered;
import org.sala.registration.api.RegistrationEvent.ParticipantRevised;
import org.sala.registration.api.RegistrationEvent.ParticipantWaitlisted;
import org.sala.registration.api.RegistrationEvent.PersonalDataDisclosed;
import org.sala.registration.api.RegistrationEvent.PersonalDataForgotten;
import org.sala.registration.api.RegistrationEvent.RegistrationCancelled;
import org.sala.registration.api.RegistrationEvent.RegistrationClosed;
import org.sala.registration.api.RegistrationEvent.RegistrationOpened;
import org.sala.registration.api.RegistrationEvent.RegistrationReinstated;
import org.sala.registration.api.RegistrationEvent.SummitAnnounced;
import org.sala.registration.api.RegistrationEvent.SummitClosed;
import org.sala.registration.api.RegistrationEvent.SummitRevised;
import org.sala.registration.api.RegistrationEvent.TicketIssued;
import org.sala.registration.api.RegistrationEvent.TieDeclared;
import org.sala.registration.api.SummitDay.Admission;
import org.sala.testing.EventContract;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EventContractTest implements EventContract<RegistrationEvent> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final SummitId SUMMIT = new SummitId(UUID.fromString("50220000-0000-4000-8000-000000000001"));
    private static final OrganizationId WEAVERS =
            new OrganizationId(UUID.fromString("09a00000-0000-4000-8000-000000000001"));
    private static final ParticipantId DARA =
            new ParticipantId(UUID.fromString("9e750000-0000-4000-8000-000000000001"));

    @Override
    public Class<RegistrationEvent> language() {
        return RegistrationEvent.class;
    }

    @Override
    public String context() {
        return "registration";
    }

    @Override
    public Stream<Approved<RegistrationEvent>> approved() {
        return Stream.of(
                        events().map(Approved::of),
                        laterOfSummitsAndOrganizations().map(Approved::of),
                        laterOfPeople().map(Approved::of),
                        laterAtTheDoor().map(Approved::of),
                        Stream.of(Approved.<RegistrationEvent>of(
                                new ParticipantCheckedIn(
                                        DARA, SUMMIT, 2, AttendanceMode.IN_PERSON, MORNING, RECORDED, SCAN),
                                "scanned")))
                .flatMap(approved -> approved);
    }

    static Stream<RegistrationEvent> events() {
        return Stream.of(
                new SummitAnnounced(
                        SUMMIT,
                        new BilingualText("សន្និសីទ", "Summit"),
                        ZoneId.of("Asia/Phnom_Penh"),
                        List.of(
                                new SummitDay(
                                        1,
                                        LocalDate.of(2022, 5, 31),
                                        new BilingualText("តាមអនឡាញ", "Online"),
                                        Map.of(AttendanceMode.ONLINE, 120),
                                        Admission.EVERYBODY),
                                new SummitDay(
                                        2,
                                        LocalDate.of(2022, 6, 7),
                                        new BilingualText("ភ្នំពេញ", "Phnom Penh"),
                                        Map.of(AttendanceMode.ONLINE, 20, AttendanceMode.IN_PERSON, 60),
                                        new Admission(
                                                Set.of(Cohort.SOCIAL_LAB),
                                                Set.of(ParticipantRole.DONOR_VISITOR, ParticipantRole.STAFF)))),
                        "2022-05",
                        new BilingualText("ខ្ញុំយល់ព្រម", "I agree")),
                new OrganizationEnrolled(
                        WEAVERS,
                        SUMMIT,
                        new BilingualText("សមាគមតម្បាញ", "Weavers' Association"),
                        OrganizationKind.LOCAL_CSO,
                        OrganizationSize.SMALL,
                        "KH-12",
                        Cohort.SOCIAL_LAB,
                        Language.KM,
                        List.of("livelihoods", "ស្ត្រី")),
                new ParticipantRegistered(
                        DARA,
                        SUMMIT,
                        WEAVERS,
                        Personal.of(new PersonName("សុខ ដារា", "Sok Dara")),
                        Personal.of(new Contact("012 345 678", "dara@example.org")),
                        ParticipantRole.CSO_MEMBER,
                        Gender.WOMAN,
                        AgeBand.FROM_30_TO_44,
                        Personal.of(false),
                        Language.KM,
                        Map.of(2, AttendanceMode.IN_PERSON, 1, AttendanceMode.ONLINE),
                        EnumSet.of(Consent.PHOTO, Consent.DATA_USE),
                        "2022-05"),
                new ParticipantCheckedIn(
                        DARA,
                        SUMMIT,
                        2,
                        AttendanceMode.IN_PERSON,
                        Instant.parse("2022-06-07T01:05:00Z"),
                        Instant.parse("2022-06-07T01:40:00.125Z")),
                new PersonalDataForgotten(DARA, SUMMIT, DataKind.CONTACTS, Instant.parse("2023-06-10T17:00:00Z")),
                new PersonalDataDisclosed(
                        DARA,
                        SUMMIT,
                        new DisclosureId(UUID.fromString("d15c0000-0000-4000-8000-000000000001")),
                        Instant.parse("2022-08-30T03:15:00Z")),
                new ParticipantErased(DARA, SUMMIT, Instant.parse("2022-09-01T02:30:00Z")));
    }

    private static final Instant RECORDED = Instant.parse("2022-05-20T03:15:00.5Z");
    private static final Instant MORNING = Instant.parse("2022-06-07T01:05:00Z");
    private static final ScanId SCAN = new ScanId(uuid("de71ce00", 1), 42, uuid("00000ce0", 7));
    private static final BadgeId BADGE = new BadgeId(uuid("bad6e000", 1));
    private static final DisputeId DISPUTE = new DisputeId(uuid("d15b0000", 1));

    private static UUID uuid(String kind, int number) {
        return UUID.fromString("%s-0000-4000-8000-%012d".formatted(kind, number));
    }

    static Stream<RegistrationEvent> laterOfSummitsAndOrganizations() {
        return Stream.of(
                new SummitRevised(
                        SUMMIT,
                        new BilingualText("សន្និសីទបញ្ចប់", "Closing summit"),
                        ZoneId.of("Asia/Phnom_Penh"),
                        List.of(new SummitDay(
                                1,
                                LocalDate.of(2022, 5, 31),
                                new BilingualText("តាមអនឡាញ", "Online"),
                                Map.of(AttendanceMode.ONLINE, 150),
                                Admission.EVERYBODY,
                                3)),
                        "2022-06",
                        new BilingualText("ខ្ញុំយល់ព្រមទាំងស្រុង", "I agree to all of it")),
                new RegistrationOpened(SUMMIT, Instant.parse("2022-05-25T10:00:00Z"), RECORDED),
                new RegistrationClosed(SUMMIT, RECORDED),
                new SummitClosed(SUMMIT, RECORDED),
                new ContactsTaken(
                        SUMMIT,
                        new DisclosureId(UUID.fromString("d15c0000-0000-4000-8000-000000000002")),
                        104,
                        RECORDED),
                new OrganizationRevised(
                        WEAVERS,
                        SUMMIT,
                        new BilingualText("សមាគមតម្បាញ", "Association of Weavers"),
                        OrganizationKind.NETWORK,
                        OrganizationSize.MEDIUM,
                        "KH-21",
                        Language.EN,
                        List.of("livelihoods")),
                new CohortAssigned(WEAVERS, SUMMIT, Cohort.COACHING, RECORDED),
                new TieDeclared(
                        WEAVERS,
                        SUMMIT,
                        new OrganizationId(uuid("09a00000", 2)),
                        TieStrength.COORDINATES,
                        TieRound.BASELINE,
                        RECORDED));
    }

    static Stream<RegistrationEvent> laterOfPeople() {
        return Stream.of(
                new ParticipantRevised(
                        DARA,
                        SUMMIT,
                        WEAVERS,
                        Personal.of(new PersonName("សុខ ដារ៉ា", "Sok Dara")),
                        Personal.of(new Contact("012 345 679", null)),
                        ParticipantRole.COACH,
                        Gender.WOMAN,
                        AgeBand.FROM_30_TO_44,
                        Personal.of(true),
                        Language.EN),
                new ParticipantWaitlisted(DARA, SUMMIT, 2, AttendanceMode.IN_PERSON, RECORDED),
                new ParticipantConfirmed(DARA, SUMMIT, 2, AttendanceMode.IN_PERSON, RECORDED),
                new AttendanceModeChanged(DARA, SUMMIT, 2, AttendanceMode.IN_PERSON, AttendanceMode.ONLINE, RECORDED),
                new DayDropped(DARA, SUMMIT, 2, RECORDED),
                new RegistrationCancelled(DARA, SUMMIT, RECORDED),
                new RegistrationReinstated(
                        DARA, SUMMIT, Map.of(2, AttendanceMode.ONLINE, 1, AttendanceMode.ONLINE), RECORDED),
                new ConsentGiven(DARA, SUMMIT, Consent.NAME_TO_DONOR, "2022-06", RECORDED),
                new ConsentWithdrawn(DARA, SUMMIT, Consent.PHOTO, RECORDED),
                new TicketIssued(DARA, SUMMIT, new TicketDigest("0a".repeat(32)), RECORDED),
                new BadgeIssued(DARA, SUMMIT, BADGE, RECORDED),
                new BadgeRevoked(DARA, SUMMIT, BADGE, RECORDED));
    }

    static Stream<RegistrationEvent> laterAtTheDoor() {
        var later = MORNING.plusSeconds(3_600);
        return Stream.of(
                new CheckInRepeated(DARA, SUMMIT, 2, AttendanceMode.IN_PERSON, MORNING, later, SCAN),
                new ParticipantCheckedOut(DARA, SUMMIT, 2, AttendanceMode.IN_PERSON, MORNING, later, SCAN),
                new CheckInDisputed(
                        DARA,
                        SUMMIT,
                        DISPUTE,
                        DisputeReason.BADGE_REVOKED,
                        ScanDirection.IN,
                        2,
                        AttendanceMode.IN_PERSON,
                        MORNING,
                        later,
                        SCAN,
                        BADGE),
                new CheckInResolved(DARA, SUMMIT, DISPUTE, 2, AttendanceMode.IN_PERSON, Resolution.WAS_HERE, later),
                new DuplicateMerged(DARA, SUMMIT, new ParticipantId(uuid("9e750000", 2)), later),
                new DuplicateDismissed(DARA, SUMMIT, new ParticipantId(uuid("9e750000", 2)), later));
    }

    @Test
    void whatIsOptionalMayBeAbsent() {
        var registered = new ParticipantRegistered(
                DARA,
                SUMMIT,
                null,
                Personal.of(new PersonName(null, "Visitor")),
                Personal.of(new Contact(null, "visitor@example.org")),
                ParticipantRole.DONOR_VISITOR,
                Gender.PREFERS_NOT_TO_SAY,
                AgeBand.PREFERS_NOT_TO_SAY,
                null,
                Language.EN,
                Map.of(2, AttendanceMode.IN_PERSON),
                Set.of(Consent.DATA_USE),
                "2022-05");
        var without = (ObjectNode) JSON.readTree(JSON.writeValueAsString(registered));
        without.remove(List.of("organization", "disability"));
        assertThat(JSON.readValue(without.toString(), ParticipantRegistered.class))
                .isEqualTo(registered);
    }

    @Test
    void asItIsKeptAndSentItIsReadWithPlaceholders() throws IOException {
        var sealed = "/approved/registration.participant-registered.sealed.json";
        try (var stream = Objects.requireNonNull(getClass().getResourceAsStream(sealed))) {
            var registered = JSON.readValue(stream, ParticipantRegistered.class);

            assertThat(registered.participant()).isEqualTo(DARA);
            assertThat(registered.gender()).isEqualTo(Gender.WOMAN);
            assertThat(registered.name()).isEqualTo(Personal.hidden(Personal.Reason.SEALED));
            assertThat(registered.contact()).isEqualTo(Personal.hidden(Personal.Reason.SEALED));
            assertThat(registered.disability()).isEqualTo(Personal.hidden(Personal.Reason.SEALED));
        }
    }

    @Test
    void noTextOfAnEventShowsWhoItIsAbout() {
        assertThat(Stream.concat(events(), laterOfPeople()).map(Object::toString))
                .noneMatch(text -> text.contains("Dara") || text.contains("ដារា") || text.contains("012 345 678"));
    }
}
