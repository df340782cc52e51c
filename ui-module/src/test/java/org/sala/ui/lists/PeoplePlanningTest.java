package org.sala.ui.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sala.personal.Personal;
import org.sala.registration.api.AgeBand;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.Consent;
import org.sala.registration.api.Contact;
import org.sala.registration.api.DayPlace;
import org.sala.registration.api.Gender;
import org.sala.registration.api.Language;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.PersonName;
import org.sala.registration.api.RegistrationCommand.AddDay;
import org.sala.registration.api.RegistrationCommand.ChangeAttendanceMode;
import org.sala.registration.api.RegistrationCommand.DropDay;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;
import org.sala.registration.api.RegistrationCommand.ReinstateRegistration;
import org.sala.registration.api.RegistrationCommand.ReviseParticipant;
import org.sala.registration.api.RegistrationQueries.Person;
import org.sala.registration.api.RegistrationQueries.Status;
import org.sala.registration.api.SummitDay.Admission;
import org.sala.registration.api.SummitId;
import org.sala.registration.api.WhenFull;
import org.sala.ui.lists.Defaults.Taken;
import org.sala.ui.lists.Planned.Kind;

/** Every way in which a row can stand against what is registered. */
class PeoplePlanningTest {

    private static final Rules RULES = PeopleReaderTest.RULES;
    private static final UUID FRESH = UUID.fromString("00000000-0000-4000-8000-00000000f00d");
    private static final OrganizationId RIVER =
            new OrganizationId(UUID.fromString("00000000-0000-4000-8000-000000000001"));
    private static final Meant OF_RIVER = new Meant(Optional.of(RIVER), Cohort.OTHER, Optional.empty());
    private static final String HEAD = "name,phone,organisation,days,consent\n";

    private static Defaults with(boolean reinstate, Taken... taken) {
        var usual = Defaults.usual(RULES);
        return new Defaults(
                usual.role(),
                usual.language(),
                usual.modes(),
                usual.days(),
                Set.of(Consent.DATA_USE, Consent.PHOTO),
                List.of(taken).stream().findFirst(),
                WhenFull.WAIT,
                reinstate,
                usual.kind(),
                usual.size(),
                usual.cohort());
    }

    private static Planned plan(String csv, Optional<Person> registered, Defaults defaults, Meant meant) {
        return new PeoplePlanning(RULES, defaults, entry -> entry.organization().isEmpty() ? Meant.NONE : meant)
                .plan(PeopleReaderTest.read(csv).getFirst(), registered, FRESH);
    }

    private static Planned plan(String csv, Optional<Person> registered) {
        return plan(csv, registered, with(false), OF_RIVER);
    }

    private static Person registered(Status status, Map<Integer, DayPlace> days) {
        return new Person(
                new ParticipantId(UUID.fromString("00000000-0000-4000-8000-0000000000aa")),
                new SummitId(RULES.summit()),
                RIVER,
                Personal.of(new PersonName(null, "Sok Sophea")),
                Personal.of(new Contact("012 345 678", null)),
                null,
                ParticipantRole.CSO_MEMBER,
                Gender.WOMAN,
                AgeBand.FROM_30_TO_44,
                Language.KM,
                status,
                new TreeMap<>(days),
                Set.of(Consent.DATA_USE),
                null,
                null,
                null);
    }

    private static DayPlace seat(AttendanceMode mode, AttendanceMode... here) {
        return new DayPlace(mode, false, Set.of(here));
    }

    private static String remarks(Planned planned) {
        return planned.remarks().stream()
                .map(remark -> remark.what() + (remark.cell().isEmpty() ? "" : " " + remark.cell()))
                .toList()
                .toString();
    }

    @Test
    void somebodyNewIsRegisteredAsTheListAndTheDefaultsSay() {
        var planned = plan(HEAD + "Sok Sophea,012 345 678,River,\"1,3\",yes\n", Optional.empty());
        assertThat(planned.kind()).isEqualTo(Kind.NEW);
        assertThat(planned.commands())
                .containsExactly(new RegisterParticipant(
                        new ParticipantId(FRESH),
                        new SummitId(RULES.summit()),
                        RIVER,
                        new PersonName(null, "Sok Sophea"),
                        new Contact("012 345 678", null),
                        ParticipantRole.CSO_MEMBER,
                        Gender.PREFERS_NOT_TO_SAY,
                        AgeBand.PREFERS_NOT_TO_SAY,
                        null,
                        Language.KM,
                        Map.of(1, AttendanceMode.ONLINE, 3, AttendanceMode.IN_PERSON),
                        Set.of(Consent.DATA_USE),
                        "2022-05",
                        WhenFull.WAIT));
    }

    @Test
    void withoutConsentNobodyIsRegistered() {
        var no = plan(HEAD + "Sok,012345678,River,3,no\n", Optional.empty());
        assertThat(no.kind()).isEqualTo(Kind.REFUSED);
        assertThat(remarks(no)).isEqualTo("[CONSENT_MISSING E2]");
        assertThat(remarks(plan("name,phone,organisation,days\nSok,012345678,River,3\n", Optional.empty())))
                .isEqualTo("[CONSENT_MISSING]");
    }

    @Test
    void consentThatStaffStateCountsWhereTheListIsSilentAndNotAgainstIt() {
        var silent = plan(
                "name,phone,organisation,days\nSok,012345678,River,3\n",
                Optional.empty(),
                with(false, Taken.PAPER),
                OF_RIVER);
        assertThat(((RegisterParticipant) silent.commands().getFirst()).consents())
                .containsExactlyInAnyOrder(Consent.DATA_USE, Consent.PHOTO);
        var said = plan(HEAD + "Sok,012345678,River,3,no\n", Optional.empty(), with(false, Taken.PAPER), OF_RIVER);
        assertThat(said.kind()).isEqualTo(Kind.REFUSED);
    }

    @Test
    void aDayOutsideTheSummitAndAModeWithoutSeatsAreRefusedWithTheirCell() {
        assertThat(remarks(plan(HEAD + "Sok,012345678,River,\"3,9\",yes\n", Optional.empty())))
                .isEqualTo("[DAY_UNKNOWN D2]");
        assertThat(remarks(plan(
                        "name,phone,organisation,day 2,consent\nSok,012345678,River,online,yes\n", Optional.empty())))
                .isEqualTo("[MODE_NOT_OFFERED D2]");
    }

    @Test
    void aDayForOthersIsRefused() {
        var closed = new Rules(
                RULES.summit(),
                RULES.zone(),
                RULES.consentVersion(),
                false,
                RULES.days().stream()
                        .map(day -> day.number() == 2
                                ? new Rules.Day(
                                        2,
                                        day.date(),
                                        day.modes(),
                                        new Admission(Set.of(Cohort.SOCIAL_LAB), Set.of(ParticipantRole.STAFF)))
                                : day)
                        .toList());
        var entry = PeopleReaderTest.read(HEAD + "Sok,012345678,River,2,yes\n").getFirst();
        var other = new PeoplePlanning(closed, with(false), any -> OF_RIVER).plan(entry, Optional.empty(), FRESH);
        assertThat(remarks(other)).isEqualTo("[DAY_NOT_FOR_THEM D2]");
        var lab = new Meant(Optional.of(RIVER), Cohort.SOCIAL_LAB, Optional.empty());
        assertThat(new PeoplePlanning(closed, with(false), any -> lab)
                        .plan(entry, Optional.empty(), FRESH)
                        .kind())
                .isEqualTo(Kind.NEW);
    }

    @Test
    void whoHasNoOrganizationNeedsARoleThatHasNone() {
        assertThat(remarks(plan(HEAD + "Sok,012345678,,3,yes\n", Optional.empty())))
                .isEqualTo("[ORGANIZATION_MISSING C2]");
        assertThat(plan("name,phone,role,days,consent\nSok,012345678,interpreter,3,yes\n", Optional.empty())
                        .kind())
                .isEqualTo(Kind.NEW);
    }

    @Test
    void anUnknownOrganizationIsToldByTheNameOfItsCell() {
        var planned = plan(
                HEAD + "Sok,012345678,Nobody,3,yes\n",
                Optional.empty(),
                with(false),
                Meant.wrong(Remark.What.ORGANIZATION_UNKNOWN));
        assertThat(remarks(planned)).isEqualTo("[ORGANIZATION_UNKNOWN C2]");
    }

    @Test
    void theSameListAgainChangesNothing() {
        var person = registered(Status.REGISTERED, Map.of(3, seat(AttendanceMode.IN_PERSON)));
        var planned = plan(HEAD + "Sok Sophea,+855 12 345678,River,3,yes\n", Optional.of(person));
        assertThat(planned.kind()).isEqualTo(Kind.SAME);
        assertThat(planned.commands()).isEmpty();
    }

    @Test
    void whatIsOtherwiseIsChangedAndTheRestKept() {
        var person = registered(
                Status.REGISTERED, Map.of(1, seat(AttendanceMode.ONLINE), 3, seat(AttendanceMode.IN_PERSON)));
        var planned = plan(
                "name,phone,email,organisation,days,mode\nSok Sophea សុខ សុភា,012345678,s@example.org,River,\"3 online,4\",\n",
                Optional.of(person));
        assertThat(planned.kind()).isEqualTo(Kind.CHANGED);
        assertThat(remarks(planned))
                .isEqualTo("[NAME_CHANGED A2, CONTACT_CHANGED C2, DAY_DROPPED E2, MODE_CHANGED E2, DAY_ADDED E2]");
        assertThat(planned.commands())
                .containsExactly(
                        new ReviseParticipant(
                                person.participant(),
                                RIVER,
                                new PersonName("សុខ សុភា", "Sok Sophea"),
                                new Contact("012 345 678", "s@example.org"),
                                ParticipantRole.CSO_MEMBER,
                                Gender.WOMAN,
                                AgeBand.FROM_30_TO_44,
                                null,
                                Language.KM),
                        new DropDay(person.participant(), 1),
                        new ChangeAttendanceMode(person.participant(), 3, AttendanceMode.ONLINE),
                        new AddDay(person.participant(), 4, AttendanceMode.IN_PERSON, WhenFull.WAIT));
    }

    @Test
    void aDayOnWhichSomebodyWasHereIsNeverTouched() {
        var person = registered(
                Status.REGISTERED,
                Map.of(
                        3, seat(AttendanceMode.IN_PERSON, AttendanceMode.IN_PERSON),
                        4, seat(AttendanceMode.IN_PERSON)));
        var planned = plan(HEAD + "Sok Sophea,012345678,River,4,yes\n", Optional.of(person));
        assertThat(planned.kind()).isEqualTo(Kind.SAME);
    }

    @Test
    void aListThatDoesntSpeakOfDaysChangesNone() {
        var person = registered(Status.REGISTERED, Map.of(3, seat(AttendanceMode.IN_PERSON)));
        assertThat(plan("name,phone\nSok Sophea,012345678\n", Optional.of(person))
                        .kind())
                .isEqualTo(Kind.SAME);
    }

    @Test
    void whoCancelledStaysAwayUnlessStaffSayOtherwise() {
        var person = registered(Status.CANCELLED, Map.of());
        var left = plan(HEAD + "Sok Sophea,012345678,River,3,yes\n", Optional.of(person));
        assertThat(left.kind()).isEqualTo(Kind.DUPLICATE);
        assertThat(remarks(left)).isEqualTo("[CANCELLED B2]");
        var back = plan(HEAD + "Sok Sophea,012345678,River,3,yes\n", Optional.of(person), with(true), OF_RIVER);
        assertThat(back.commands())
                .containsExactly(new ReinstateRegistration(
                        person.participant(), Map.of(3, AttendanceMode.IN_PERSON), "2022-05", WhenFull.WAIT));
    }

    @Test
    void whatRegistrationWouldCallMalformedIsRefusedBeforeItIsSent() {
        var tooLong = "x".repeat(130);
        assertThat(plan(HEAD + tooLong + ",012345678,River,3,yes\n", Optional.empty())
                        .kind())
                .isEqualTo(Kind.REFUSED);
    }
}
