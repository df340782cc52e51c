package org.sala.registration.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.registration.api.RegistrationCommand.AddDay;
import org.sala.registration.api.RegistrationCommand.AnnounceSummit;
import org.sala.registration.api.RegistrationCommand.AssignCohort;
import org.sala.registration.api.RegistrationCommand.CancelRegistration;
import org.sala.registration.api.RegistrationCommand.ChangeAttendanceMode;
import org.sala.registration.api.RegistrationCommand.CheckInParticipant;
import org.sala.registration.api.RegistrationCommand.CheckOutParticipant;
import org.sala.registration.api.RegistrationCommand.CloseRegistration;
import org.sala.registration.api.RegistrationCommand.CloseSummit;
import org.sala.registration.api.RegistrationCommand.DeclareTie;
import org.sala.registration.api.RegistrationCommand.DismissDuplicate;
import org.sala.registration.api.RegistrationCommand.DropDay;
import org.sala.registration.api.RegistrationCommand.EnrolOrganization;
import org.sala.registration.api.RegistrationCommand.EraseParticipant;
import org.sala.registration.api.RegistrationCommand.GiveConsent;
import org.sala.registration.api.RegistrationCommand.IssueBadge;
import org.sala.registration.api.RegistrationCommand.IssueTicket;
import org.sala.registration.api.RegistrationCommand.MergeDuplicate;
import org.sala.registration.api.RegistrationCommand.OpenRegistration;
import org.sala.registration.api.RegistrationCommand.RecordScan;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;
import org.sala.registration.api.RegistrationCommand.RegisterWalkIn;
import org.sala.registration.api.RegistrationCommand.ReinstateRegistration;
import org.sala.registration.api.RegistrationCommand.ResolveCheckIn;
import org.sala.registration.api.RegistrationCommand.ReviseOrganization;
import org.sala.registration.api.RegistrationCommand.ReviseParticipant;
import org.sala.registration.api.RegistrationCommand.ReviseSummit;
import org.sala.registration.api.RegistrationCommand.RevokeBadge;
import org.sala.registration.api.RegistrationCommand.WithdrawConsent;
import org.sala.registration.api.RegistrationRejected.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What each command lets in, and which field is named where it doesn't. */
class CommandFormTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String SUMMIT = """
            {
              "summit": "50220000-0000-4000-8000-000000000001",
              "title": {"km": "សន្និសីទ", "en": "Summit"},
              "zone": "Asia/Phnom_Penh",
              "days": [
                {"number": 1, "date": "2022-05-31", "venue": {"km": "អនឡាញ", "en": "Online"},
                 "seats": {"ONLINE": 120}, "admits": {"cohorts": [], "roles": []}},
                {"number": 2, "date": "2022-06-07", "venue": {"km": "ភ្នំពេញ", "en": "Phnom Penh"},
                 "seats": {"IN_PERSON": 60}, "admits": {"cohorts": ["SOCIAL_LAB"], "roles": ["STAFF"]}}
              ],
              "consentVersion": "2022-05",
              "consentText": {"km": "ខ្ញុំយល់ព្រម\\nទាំងស្រុង", "en": "I agree\\nto all of it"}
            }
            """;

    private static final String ORGANIZATION = """
            {
              "organization": "09a00000-0000-4000-8000-000000000001",
              "summit": "50220000-0000-4000-8000-000000000001",
              "name": {"km": "សមាគមតម្បាញ", "en": "Weavers' Association"},
              "kind": "LOCAL_CSO", "size": "SMALL", "province": "KH-12",
              "cohort": "SOCIAL_LAB", "workingLanguage": "KM", "sectors": ["livelihoods"]
            }
            """;

    private static final String PARTICIPANT = """
            {
              "participant": "9e750000-0000-4000-8000-000000000001",
              "summit": "50220000-0000-4000-8000-000000000001",
              "organization": "09a00000-0000-4000-8000-000000000001",
              "name": {"km": "សុខ ដារា", "latin": "Sok Dara"},
              "contact": {"phone": "012 345 678", "email": "dara@example.org"},
              "role": "CSO_MEMBER", "gender": "WOMAN", "ageBand": "FROM_30_TO_44", "disability": false,
              "language": "KM", "days": {"1": "ONLINE"}, "consents": ["DATA_USE"], "consentVersion": "2022-05"
            }
            """;

    private static final String CHECK_IN = """
            {
              "participant": "9e750000-0000-4000-8000-000000000001",
              "day": 2, "mode": "IN_PERSON", "occurredAt": "2022-06-07T01:05:00Z"
            }
            """;

    private static final String WALK_IN = PARTICIPANT.replace(
            "\"days\": {\"1\": \"ONLINE\"}",
            "\"day\": 2, \"mode\": \"IN_PERSON\", \"occurredAt\": \"2022-06-07T01:05:00Z\", \"scan\": " + """
            {"device": "de71ce00-0000-4000-8000-000000000001", "sequence": 1,
             "nonce": "00000ce0-0000-4000-8000-000000000001"}
            """);

    private static final String SCAN = """
            {
              "participant": "9e750000-0000-4000-8000-000000000001",
              "summit": "50220000-0000-4000-8000-000000000001",
              "scan": {"device": "de71ce00-0000-4000-8000-000000000001", "sequence": 1,
                       "nonce": "00000ce0-0000-4000-8000-000000000001"},
              "direction": "IN", "day": 2, "mode": "IN_PERSON", "occurredAt": "2022-06-07T01:05:00Z"
            }
            """;

    /** Every field that the smaller commands have, in one object: each takes what is its own. */
    private static final String SMALL = """
            {
              "summit": "50220000-0000-4000-8000-000000000001",
              "organization": "09a00000-0000-4000-8000-000000000001",
              "participant": "9e750000-0000-4000-8000-000000000001",
              "with": "09a00000-0000-4000-8000-000000000002", "strength": "KNOWS", "round": "BASELINE",
              "cohort": "SOCIAL_LAB", "until": "2022-05-25T10:00:00Z",
              "day": 2, "mode": "IN_PERSON", "whenFull": "WAIT", "days": {"1": "ONLINE"},
              "consent": "PHOTO", "consentVersion": "2022-05",
              "ticket": "0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a",
              "badge": "bad6e000-0000-4000-8000-000000000001",
              "dispute": "d15b0000-0000-4000-8000-000000000001", "resolution": "WAS_HERE",
              "into": "9e750000-0000-4000-8000-000000000002", "other": "9e750000-0000-4000-8000-000000000002",
              "occurredAt": "2022-06-07T01:05:00Z"
            }
            """;

    private static final JsonMapper LENIENT = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final String SAME_PERSON = "\"9e750000-0000-4000-8000-000000000001\"";
    private static final String SAME_ORGANIZATION = "\"09a00000-0000-4000-8000-000000000001\"";

    static Stream<Arguments> spoiledOfTheRest() {
        return Stream.of(
                Arguments.of(ReviseSummit.class, SUMMIT, "/summit", "null", "summit"),
                Arguments.of(ReviseSummit.class, SUMMIT, "/days/0/perOrganization", "0", "perOrganization"),
                Arguments.of(ReviseSummit.class, SUMMIT, "/consentText", "null", "consentText"),
                Arguments.of(ReviseOrganization.class, ORGANIZATION, "/organization", "null", "organization"),
                Arguments.of(ReviseOrganization.class, ORGANIZATION, "/province", "\"KH-26\"", "province"),
                Arguments.of(ReviseOrganization.class, ORGANIZATION, "/sectors", "null", "sectors"),
                Arguments.of(ReviseParticipant.class, PARTICIPANT, "/participant", "null", "participant"),
                Arguments.of(ReviseParticipant.class, PARTICIPANT, "/organization", "null", "organization"),
                Arguments.of(ReviseParticipant.class, PARTICIPANT, "/contact/phone", "\"12345\"", "phone"),
                Arguments.of(RegisterWalkIn.class, WALK_IN, "/day", "0", "day"),
                Arguments.of(RegisterWalkIn.class, WALK_IN, "/mode", "null", "mode"),
                Arguments.of(RegisterWalkIn.class, WALK_IN, "/name", "{}", "name"),
                Arguments.of(RegisterWalkIn.class, WALK_IN, "/occurredAt", "null", "occurredAt"),
                Arguments.of(RegisterWalkIn.class, WALK_IN, "/scan/sequence", "0", "sequence"),
                Arguments.of(RegisterWalkIn.class, WALK_IN, "/scan/device", "null", "device"),
                Arguments.of(RecordScan.class, SCAN, "/participant", "null", "participant"),
                Arguments.of(RecordScan.class, SCAN, "/summit", "null", "summit"),
                Arguments.of(RecordScan.class, SCAN, "/scan", "null", "scan"),
                Arguments.of(RecordScan.class, SCAN, "/scan/nonce", "null", "nonce"),
                Arguments.of(RecordScan.class, SCAN, "/direction", "null", "direction"),
                Arguments.of(RecordScan.class, SCAN, "/day", "61", "day"),
                Arguments.of(RecordScan.class, SCAN, "/mode", "null", "mode"),
                Arguments.of(RecordScan.class, SCAN, "/occurredAt", "null", "occurredAt"),
                inSmall(OpenRegistration.class, "/summit", "null", "summit"),
                inSmall(CloseRegistration.class, "/summit", "null", "summit"),
                inSmall(CloseSummit.class, "/summit", "null", "summit"),
                inSmall(AssignCohort.class, "/organization", "null", "organization"),
                inSmall(AssignCohort.class, "/cohort", "null", "cohort"),
                inSmall(DeclareTie.class, "/with", "null", "with"),
                inSmall(DeclareTie.class, "/with", SAME_ORGANIZATION, "with"),
                inSmall(DeclareTie.class, "/strength", "null", "strength"),
                inSmall(DeclareTie.class, "/round", "null", "round"),
                inSmall(AddDay.class, "/day", "0", "day"),
                inSmall(AddDay.class, "/mode", "null", "mode"),
                inSmall(DropDay.class, "/day", "61", "day"),
                inSmall(ChangeAttendanceMode.class, "/mode", "null", "mode"),
                inSmall(CancelRegistration.class, "/participant", "null", "participant"),
                inSmall(ReinstateRegistration.class, "/days", "{}", "days"),
                inSmall(ReinstateRegistration.class, "/consentVersion", "null", "consentVersion"),
                inSmall(GiveConsent.class, "/consent", "null", "consent"),
                inSmall(GiveConsent.class, "/consentVersion", "\" \"", "consentVersion"),
                inSmall(WithdrawConsent.class, "/consent", "null", "consent"),
                inSmall(IssueTicket.class, "/ticket", "\"0A\"", "ticket"),
                inSmall(IssueTicket.class, "/ticket", "null", "ticket"),
                inSmall(IssueBadge.class, "/badge", "null", "badge"),
                inSmall(RevokeBadge.class, "/badge", "null", "badge"),
                inSmall(CheckOutParticipant.class, "/day", "0", "day"),
                inSmall(CheckOutParticipant.class, "/occurredAt", "null", "occurredAt"),
                inSmall(ResolveCheckIn.class, "/dispute", "null", "dispute"),
                inSmall(ResolveCheckIn.class, "/resolution", "\"EXPLAINED\"", "resolution"),
                inSmall(MergeDuplicate.class, "/into", SAME_PERSON, "into"),
                inSmall(DismissDuplicate.class, "/other", SAME_PERSON, "other"),
                inSmall(EraseParticipant.class, "/participant", "null", "participant"));
    }

    private static Arguments inSmall(Class<?> type, String pointer, String value, String field) {
        return Arguments.of(type, SMALL, pointer, value, field);
    }

    static Stream<Arguments> spoiled() {
        return Stream.of(
                inSummit("/summit", "null", "summit"),
                inSummit("/title", "null", "title"),
                inSummit("/title/km", "\" \"", "title"),
                inSummit("/title/en", "null", "title"),
                inSummit("/title/en", "\"" + "a".repeat(201) + "\"", "title"),
                inSummit("/title/en", "\"a\\u0007\"", "title"),
                inSummit("/zone", "null", "zone"),
                inSummit("/days", "null", "days"),
                inSummit("/days", "[]", "days"),
                inSummit("/days/0/number", "2", "days"),
                inSummit("/days/1/number", "1", "days"),
                inSummit("/days/1/date", "\"2022-05-31\"", "days"),
                inSummit("/days/0/venue", "null", "venue"),
                inSummit("/days/0/venue/km", "\"\"", "venue"),
                inSummit("/days/0/seats", "{}", "seats"),
                inSummit("/days/0/seats", "{\"ONLINE\": -1}", "seats"),
                inSummit("/days/0/seats", "{\"ONLINE\": 100001}", "seats"),
                inSummit("/days/0/admits", "null", "admits"),
                inSummit("/consentVersion", "null", "consentVersion"),
                inSummit("/consentVersion", "\"a\\nb\"", "consentVersion"),
                inSummit("/consentText/km", "null", "consentText"),
                inSummit("/consentText/en", "\"" + "a".repeat(10_001) + "\"", "consentText"),
                inOrganization("/organization", "null", "organization"),
                inOrganization("/summit", "null", "summit"),
                inOrganization("/name", "null", "name"),
                inOrganization("/name/en", "\"\"", "name"),
                inOrganization("/kind", "null", "kind"),
                inOrganization("/size", "null", "size"),
                inOrganization("/province", "\"KH-26\"", "province"),
                inOrganization("/province", "\"KH-0\"", "province"),
                inOrganization("/province", "\"kh-1\"", "province"),
                inOrganization("/province", "\"KH-1a\"", "province"),
                inOrganization("/cohort", "null", "cohort"),
                inOrganization("/workingLanguage", "null", "workingLanguage"),
                inOrganization("/sectors", "null", "sectors"),
                inOrganization("/sectors", "[\" \"]", "sectors"),
                inOrganization("/sectors", "[\"" + "a".repeat(81) + "\"]", "sectors"),
                inOrganization("/sectors", "[" + "\"a\",".repeat(20) + "\"a\"]", "sectors"));
    }

    static Stream<Arguments> spoiledOfPeople() {
        return Stream.of(
                inParticipant("/participant", "null", "participant"),
                inParticipant("/summit", "null", "summit"),
                inParticipant("/organization", "null", "organization"),
                inParticipant("/name", "null", "name"),
                inParticipant("/name", "{}", "name"),
                inParticipant("/name/km", "\"\"", "name"),
                inParticipant("/name/latin", "\"a\\nb\"", "name"),
                inParticipant("/name/latin", "\"" + "a".repeat(121) + "\"", "name"),
                inParticipant("/contact", "null", "contact"),
                inParticipant("/contact", "{}", "contact"),
                inParticipant("/contact/phone", "\"12345\"", "phone"),
                inParticipant("/contact/phone", "\"0123456789012345678901\"", "phone"),
                inParticipant("/contact/phone", "\"012-345-678\"", "phone"),
                inParticipant("/contact/phone", "\"០១២ ៣៤៥ ៦៧៨\"", "phone"),
                inParticipant("/contact/email", "\"dara\"", "email"),
                inParticipant("/contact/email", "\"dara@example\"", "email"),
                inParticipant("/contact/email", "\"da ra@example.org\"", "email"),
                inParticipant("/contact/email", "\"<dara@example.org>\"", "email"),
                inParticipant("/contact/email", "\"" + "a".repeat(250) + "@b.org\"", "email"),
                inParticipant("/role", "null", "role"),
                inParticipant("/gender", "null", "gender"),
                inParticipant("/ageBand", "null", "ageBand"),
                inParticipant("/language", "null", "language"),
                inParticipant("/days", "null", "days"),
                inParticipant("/days", "{}", "days"),
                inParticipant("/consents", "null", "consents"),
                inParticipant("/consentVersion", "\"\"", "consentVersion"),
                inCheckIn("/participant", "null", "participant"),
                inCheckIn("/day", "0", "day"),
                inCheckIn("/day", "61", "day"),
                inCheckIn("/mode", "null", "mode"),
                inCheckIn("/occurredAt", "null", "occurredAt"));
    }

    @ParameterizedTest(name = "{0} {2} {3}")
    @MethodSource({"spoiled", "spoiledOfPeople", "spoiledOfTheRest"})
    void aSpoiledFieldIsNamed(Class<?> type, String command, String pointer, String value, String field) {
        var refusal = refusalOf(spoil(command, pointer, value), type);

        assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED);
        assertThat(refusal.details()).isEqualTo(Map.of("field", field));
        assertThat(refusal).hasMessage("MALFORMED");
    }

    @Test
    void whatIsWellFormedIsLetIn() {
        assertThatCode(() -> {
                    JSON.readValue(SUMMIT, AnnounceSummit.class);
                    JSON.readValue(ORGANIZATION, EnrolOrganization.class);
                    JSON.readValue(PARTICIPANT, RegisterParticipant.class);
                    JSON.readValue(CHECK_IN, CheckInParticipant.class);
                    JSON.readValue(WALK_IN, RegisterWalkIn.class);
                    JSON.readValue(SCAN, RecordScan.class);
                    JSON.readValue(SUMMIT, ReviseSummit.class);
                })
                .doesNotThrowAnyException();
    }

    /** What is optional is absent in each. */
    @ParameterizedTest
    @ValueSource(
            classes = {
                OpenRegistration.class,
                CloseRegistration.class,
                CloseSummit.class,
                AssignCohort.class,
                DeclareTie.class,
                AddDay.class,
                DropDay.class,
                ChangeAttendanceMode.class,
                CancelRegistration.class,
                ReinstateRegistration.class,
                GiveConsent.class,
                WithdrawConsent.class,
                IssueTicket.class,
                IssueBadge.class,
                RevokeBadge.class,
                CheckOutParticipant.class,
                ResolveCheckIn.class,
                MergeDuplicate.class,
                DismissDuplicate.class,
                EraseParticipant.class
            })
    void whatIsSmallAndWellFormedIsLetInToo(Class<?> type) {
        var bare = spoil(spoil(SMALL, "/until", "null"), "/whenFull", "null");
        assertThatCode(() -> LENIENT.readValue(bare, type)).doesNotThrowAnyException();
        assertThatCode(() -> LENIENT.readValue(SMALL, type)).doesNotThrowAnyException();
    }

    @Test
    void anOrganizationMayWorkFromAbroad() {
        var enrol = JSON.readValue(spoil(ORGANIZATION, "/province", "null"), EnrolOrganization.class);
        assertThat(enrol.province()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"COACH", "STAFF", "FACILITATOR", "INTERPRETER", "DONOR_VISITOR"})
    void onlyMembersOfAnOrganizationHaveToNameOne(String role) {
        var alone = spoil(spoil(PARTICIPANT, "/role", "\"" + role + "\""), "/organization", "null");
        assertThat(JSON.readValue(alone, RegisterParticipant.class).organization())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"km\": \"សុខ ដារា\"}", "{\"latin\": \"Sok Dara\"}"})
    void oneScriptIsEnoughForAName(String name) {
        assertThatCode(() -> JSON.readValue(spoil(PARTICIPANT, "/name", name), RegisterParticipant.class))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"phone\": \"+855 12 345 678\"}", "{\"phone\": \"012345678\"}", "{\"email\": \"a@b.kh\"}"})
    void oneWayToReachSomebodyIsEnough(String contact) {
        assertThatCode(() -> JSON.readValue(spoil(PARTICIPANT, "/contact", contact), RegisterParticipant.class))
                .doesNotThrowAnyException();
    }

    @Test
    void noTextOfACommandShowsWhoItIsAbout() {
        assertThat(JSON.readValue(PARTICIPANT, RegisterParticipant.class).toString())
                .doesNotContain("Dara", "ដារា", "012 345 678", "example.org");
    }

    private static Arguments inSummit(String pointer, String value, String field) {
        return Arguments.of(AnnounceSummit.class, SUMMIT, pointer, value, field);
    }

    private static Arguments inOrganization(String pointer, String value, String field) {
        return Arguments.of(EnrolOrganization.class, ORGANIZATION, pointer, value, field);
    }

    private static Arguments inParticipant(String pointer, String value, String field) {
        return Arguments.of(RegisterParticipant.class, PARTICIPANT, pointer, value, field);
    }

    private static Arguments inCheckIn(String pointer, String value, String field) {
        return Arguments.of(CheckInParticipant.class, CHECK_IN, pointer, value, field);
    }

    private static String spoil(String json, String pointer, String value) {
        var command = JSON.readTree(json);
        var slash = pointer.lastIndexOf('/');
        var parent = (ObjectNode) command.at(pointer.substring(0, slash));
        parent.set(pointer.substring(slash + 1), JSON.readTree(value));
        return command.toString();
    }

    private static RegistrationRejected refusalOf(String json, Class<?> type) {
        var unread = catchThrowableOfType(JacksonException.class, () -> LENIENT.readValue(json, type));
        assertThat(unread).as("let in").isNotNull();
        Throwable cause = unread;
        while (!(cause instanceof RegistrationRejected refusal)) {
            cause = Objects.requireNonNull(cause.getCause(), "not refused by registration");
        }
        return refusal;
    }
}
