package org.sala.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.sala.ports.CommandClient;
import org.sala.ports.Role;
import org.sala.registration.api.AgeBand;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.BadgeId;
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
import org.sala.registration.api.RegistrationCommand;
import org.sala.registration.api.RegistrationCommand.AnnounceSummit;
import org.sala.registration.api.RegistrationCommand.EnrolOrganization;
import org.sala.registration.api.RegistrationCommand.IssueBadge;
import org.sala.registration.api.RegistrationCommand.RecordScan;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;
import org.sala.registration.api.RegistrationQueries.Person;
import org.sala.registration.api.ScanDirection;
import org.sala.registration.api.ScanId;
import org.sala.registration.api.SummitDay;
import org.sala.registration.api.SummitId;
import tools.jackson.core.type.TypeReference;

/** A morning at the desk, in a real browser and by keyboard alone: who comes is found, let in, registered, believed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeskJourneyTest {

    private static final int PORT = RunningLauncher.freePorts();
    private static final ZoneId ZONE = ZoneId.of("Asia/Phnom_Penh");
    private static final SummitId SUMMIT = new SummitId(UUID.randomUUID());
    private static final OrganizationId ORGANIZATION = new OrganizationId(UUID.randomUUID());
    private static final BadgeId BADGE = new BadgeId(UUID.randomUUID());

    @TempDir
    private static Path data;

    private final List<ParticipantId> people = new ArrayList<>();
    private RunningLauncher platform;
    private CommandClient registration;
    private Chromium chromium;
    private Visitor staff;

    @BeforeAll
    void aSummitIsToday() throws Exception {
        assertThat(getClass().getResource("/META-INF/VAADIN/config/stats.json"))
                .as("the pages' bundle, which Maven's package makes: infra/bin/test, or mvn verify")
                .isNotNull();
        platform = RunningLauncher.ready(data, PORT);
        registration = platform.client(Application.REGISTRATION);
        var today = LocalDate.now(ZONE);
        ask(new AnnounceSummit(
                SUMMIT,
                text("សន្និសីទនៅថ្ងៃនេះ", "A summit today"),
                ZONE,
                List.of(
                        new SummitDay(
                                1,
                                today,
                                text("ភ្នំពេញ", "Phnom Penh"),
                                Map.of(AttendanceMode.IN_PERSON, 20),
                                SummitDay.Admission.EVERYBODY),
                        new SummitDay(
                                2,
                                today.plusDays(1),
                                text("ភ្នំពេញ", "Phnom Penh"),
                                Map.of(AttendanceMode.IN_PERSON, 20),
                                SummitDay.Admission.EVERYBODY)),
                "2026-11",
                text("ខ្ញុំយល់ព្រម", "I agree")));
        ask(new EnrolOrganization(
                ORGANIZATION,
                SUMMIT,
                text("អង្គការទន្លេ", "River organisation"),
                OrganizationKind.LOCAL_CSO,
                OrganizationSize.SMALL,
                "KH-3",
                Cohort.SOCIAL_LAB,
                Language.KM,
                List.of()));
        register("ចាន់ ធីតា", "Chan Thida", "012 300 001", 1);
        register("សុខ វិបុល", "Sok Vibol", "012 300 002", 1);
        register("សុខ សុភា", "Sok Sophea", "012 300 003", 1);
        register("លី ដារ៉ា", "Ly Dara", "012 300 004", 2);
        ask(new IssueBadge(people.getFirst(), BADGE));
        ask(new RecordScan(
                people.getLast(),
                SUMMIT,
                new ScanId(UUID.randomUUID(), 1, UUID.randomUUID()),
                ScanDirection.IN,
                1,
                AttendanceMode.IN_PERSON,
                Instant.now(),
                null));
        chromium = new Chromium();
        staff = new Visitor(chromium.browser(), platform.settings().ports().url(Application.UI), "en")
                .signIn("staff", platform.password("staff"));
        staff.open(SUMMIT.value(), "desk");
        assertThat(staff.see("#desk-find input")).isFocused();
    }

    @AfterAll
    void everythingStops() {
        if (chromium != null) {
            chromium.close();
        }
        if (registration != null) {
            registration.close();
        }
        if (platform != null) {
            platform.close();
        }
    }

    private static BilingualText text(String km, String en) {
        return new BilingualText(km, en);
    }

    private String token() throws IOException {
        return platform.tokens().issue("end-to-end", Set.of(Role.STAFF));
    }

    private void ask(RegistrationCommand command) throws IOException {
        registration.send(command, token());
    }

    private void register(String km, String latin, String phone, int day) throws IOException {
        var id = new ParticipantId(UUID.randomUUID());
        people.add(id);
        ask(new RegisterParticipant(
                id,
                SUMMIT,
                ORGANIZATION,
                new PersonName(km, latin),
                new Contact(phone, null),
                ParticipantRole.CSO_MEMBER,
                Gender.WOMAN,
                AgeBand.FROM_30_TO_44,
                null,
                Language.KM,
                Map.of(day, AttendanceMode.IN_PERSON),
                Set.of(Consent.DATA_USE),
                "2026-11"));
    }

    private Keyboard keys() {
        return staff.page().keyboard();
    }

    private void answered(String words, String name) {
        assertThat(staff.see("#desk-answer")).containsText(words);
        assertThat(staff.see("#desk-answer")).containsText(name);
    }

    /** The next in line may come. */
    private void readyForTheNext() {
        assertThat(staff.see("#desk-find input")).hasValue("");
        assertThat(staff.see("#desk-find input")).isFocused();
    }

    @Test
    @Order(1)
    void aNameInEitherScriptIsFoundLetInAndTakenBackByKeyboard() {
        keys().type("sok");
        assertThat(staff.see("#desk-results .desk-row")).hasCount(2);
        keys().press("ArrowDown");
        assertThat(staff.see("#desk-results .marked")).containsText("Sok Sophea");
        keys().press("Enter");
        answered("Checked in", "Sok Sophea");
        readyForTheNext();

        keys().type("វិបុល");
        assertThat(staff.see("#desk-results .marked")).containsText("Sok Vibol");
        keys().press("Enter");
        answered("Checked in", "Sok Vibol");
        readyForTheNext();
        assertThat(staff.see("#desk-numbers-in_person .number").nth(1)).hasText("2");
        assertThat(staff.page().url()).doesNotContain("sok", "Vibol");

        keys().press("Alt+z");
        answered("Checked out", "Sok Vibol");
        assertThat(staff.see("#desk-numbers-in_person .number").nth(1)).hasText("1");
    }

    @Test
    @Order(2)
    void scansThatComeFasterThanAnswersLoseNoLetter() throws Exception {
        var badge = Objects.requireNonNull(registration
                .ask("/participants/" + people.getFirst(), new TypeReference<Person>() {}, token())
                .badge());
        keys().type(badge);
        keys().press("Enter");
        keys().type(badge);
        keys().press("Enter");
        answered("Was here already", "Chan Thida");
        readyForTheNext();
        assertThat(staff.see("#desk-numbers-in_person .number").nth(1)).hasText("2");

        keys().type("SALA1:" + "A".repeat(144));
        keys().press("Enter");
        assertThat(staff.see("#desk-answer")).containsText("No badge of this summit");
        readyForTheNext();
    }

    @Test
    @Order(3)
    void aWalkInIsRegisteredAndLetInByKeyboard() {
        keys().type("ម៉ៅ សុវណ្ណ");
        assertThat(staff.see("#desk-results")).containsText("Nobody is registered");
        keys().press("Alt+n");
        assertThat(staff.see("#desk-name input")).hasValue("ម៉ៅ សុវណ្ណ");
        assertThat(staff.see("#desk-name input")).isFocused();
        keys().press("Tab");
        assertThat(staff.see("#desk-reach input")).isFocused();
        keys().type("017 222 333");
        keys().press("Tab");
        assertThat(staff.see("#desk-organization input")).isFocused();
        keys().type("River");
        var river = staff.see("vaadin-combo-box-item:has-text('River organisation')");
        assertThat(river).isVisible();
        keys().press("ArrowDown");
        assertThat(river).hasAttribute("focused", "");
        keys().press("Enter");
        assertThat(staff.see("#desk-organization input")).hasValue("River organisation");
        choose("#desk-gender");
        choose("#desk-age");
        staff.see("#desk-consent-data_use input").focus();
        keys().press("Space");
        assertThat(staff.see("#desk-consent-data_use input")).isChecked();
        keys().press("Control+Enter");
        assertThat(staff.see("#desk-walk-in-done")).containsText("Registered and checked in");
        keys().press("Escape");
        assertThat(staff.see("#desk-find input")).isFocused();
        answered("Checked in", "ម៉ៅ សុវណ្ណ");
        assertThat(staff.see("#desk-numbers-in_person .number").nth(1)).hasText("3");
    }

    /** The first that a list offers. */
    private void choose(String select) {
        staff.see(select + " vaadin-select-value-button").focus();
        keys().press("Enter");
        assertThat(staff.see(select + " vaadin-select-item").first()).isFocused();
        keys().press("Enter");
        assertThat(staff.see(select)).not().hasAttribute("opened", "");
    }

    @Test
    @Order(4)
    void whatAScanContradictsIsResolved() {
        keys().press("Alt+c");
        var dispute = staff.see("#desk-disputes .desk-row");
        assertThat(dispute).hasCount(1);
        assertThat(dispute).containsText("Ly Dara");
        assertThat(dispute).containsText("Not registered for that day");
        dispute.locator(".was-here").focus();
        keys().press("Enter");
        assertThat(staff.see("#desk-disputes")).containsText("No contradiction is open");
        assertThat(staff.see("#desk-find input")).isFocused();
        assertThat(staff.see("#desk-numbers-in_person .number").nth(1)).hasText("4");
    }

    @Test
    @Order(5)
    void whoIsHereIsOpenedAndTheirContactIsNotShownUnasked() {
        keys().press("Alt+k");
        keys().press("Escape");
        keys().type("012 300 004");
        assertThat(staff.see("#desk-results .desk-row")).containsText("Ly Dara");
        keys().press("Escape");
        keys().type("thida");
        var thida = staff.see("#desk-results .marked:has-text('Chan Thida')");
        assertThat(thida).containsText("Here since");
        keys().press("Alt+o");
        assertThat(staff.see("#desk-person")).containsText("Has a valid badge");
        assertThat(staff.see("#desk-person")).not().containsText("012 300 001");
        assertThat(staff.page()).hasURL(Pattern.compile(".*[?&]person=" + people.getFirst() + ".*"));

        staff.page().goBack();
        assertThat(staff.see("#desk-person")).not().isVisible();
        assertThat(thida).isVisible();
    }
}
