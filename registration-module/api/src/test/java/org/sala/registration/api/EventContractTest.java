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
import org.sala.registration.api.RegistrationEvent.OrganizationEnrolled;
import org.sala.registration.api.RegistrationEvent.ParticipantCheckedIn;
import org.sala.registration.api.RegistrationEvent.ParticipantErased;
import org.sala.registration.api.RegistrationEvent.ParticipantRegistered;
import org.sala.registration.api.RegistrationEvent.PersonalDataDisclosed;
import org.sala.registration.api.RegistrationEvent.PersonalDataForgotten;
import org.sala.registration.api.RegistrationEvent.SummitAnnounced;
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
        return events().map(Approved::of);
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
        assertThat(events().map(Object::toString))
                .noneMatch(text -> text.contains("Dara") || text.contains("ដារា") || text.contains("012 345 678"));
    }
}
