package org.sala.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sala.ports.CommandClient;
import org.sala.ports.Role;
import org.sala.ports.TokenIssuer;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.BilingualText;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.Contact;
import org.sala.registration.api.Language;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.OrganizationKind;
import org.sala.registration.api.OrganizationSize;
import org.sala.registration.api.RegistrationCommand;
import org.sala.registration.api.RegistrationCommand.AnnounceSummit;
import org.sala.registration.api.RegistrationCommand.EnrolOrganization;
import org.sala.registration.api.RegistrationCommand.IssueTicket;
import org.sala.registration.api.RegistrationCommand.OpenRegistration;
import org.sala.registration.api.RegistrationQueries.Person;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.SummitDay;
import org.sala.registration.api.SummitDay.Admission;
import org.sala.registration.api.SummitId;
import org.sala.registration.api.TicketDigest;
import tools.jackson.core.type.TypeReference;

/** People who register on a phone and look after their place, on the whole platform: two seats, and who gets them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnPlaceTest {

    private static final int PORT = RunningLauncher.freePorts();

    @TempDir
    private static Path data;

    private RunningLauncher platform;
    private CommandClient registration;
    private TokenIssuer tokens;
    private Chromium chromium;
    private int contacts;

    @BeforeAll
    void start() throws Exception {
        platform = RunningLauncher.ready(data, PORT);
        tokens = platform.tokens();
        registration = new CommandClient(
                URI.create(platform.settings().ports().url(Application.REGISTRATION)),
                (reason, details) -> new RegistrationRejected(RegistrationRejected.Reason.valueOf(reason), details));
        chromium = new Chromium();
    }

    @AfterAll
    void stop() {
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

    /** One day, one seat in it and one on the screen. */
    private SummitId summitWithOneSeat() {
        var summit = new SummitId(UUID.randomUUID());
        asStaff(new AnnounceSummit(
                summit,
                new BilingualText("សន្និសីទតូច", "A small summit"),
                ZoneId.of("Asia/Phnom_Penh"),
                List.of(new SummitDay(
                        1,
                        LocalDate.of(2030, 6, 7),
                        new BilingualText("ភ្នំពេញ", "Phnom Penh"),
                        Map.of(AttendanceMode.IN_PERSON, 1, AttendanceMode.ONLINE, 1),
                        Admission.EVERYBODY)),
                "2030-01",
                new BilingualText("អ្នករៀបចំរក្សាទុកឈ្មោះរបស់អ្នក។", "The organisers keep your name.")));
        asStaff(new EnrolOrganization(
                new OrganizationId(UUID.randomUUID()),
                summit,
                new BilingualText("អង្គការសាកល្បង", "An organisation"),
                OrganizationKind.LOCAL_CSO,
                OrganizationSize.SMALL,
                null,
                Cohort.SOCIAL_LAB,
                Language.KM,
                List.of()));
        asStaff(new OpenRegistration(summit, null));
        return summit;
    }

    private void asStaff(RegistrationCommand command) {
        registration.send(command, staff());
    }

    private String staff() {
        return tokens.issue(UUID.randomUUID().toString(), Set.of(Role.STAFF));
    }

    private Page phone(String language, boolean scripts) {
        var context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(language.equals("km") ? "km-KH" : "en-GB")
                        .setViewportSize(360, 740)
                        .setJavaScriptEnabled(scripts));
        context.setDefaultTimeout(30_000);
        return context.newPage();
    }

    private String address() {
        return platform.settings().ports().url(Application.UI);
    }

    /** Registers in person; the person's own page. */
    private Page registered(SummitId summit, String name, String language, boolean scripts) throws Exception {
        var page = phone(language, scripts);
        Eventually.holds("registration is open on the page", () -> {
            page.navigate(address() + "/summits/" + summit + "/register");
            return page.locator("#organization option").count() > 1;
        });
        page.locator("#latin").fill(name);
        page.locator("#phone").fill("012 555 %03d".formatted(++contacts));
        page.locator("#organization").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        page.locator("#role").selectOption("CSO_MEMBER");
        page.locator("#gender").selectOption("PREFERS_NOT_TO_SAY");
        page.locator("#age").selectOption("FROM_30_TO_44");
        page.locator("#speaks").selectOption("KM");
        page.locator("input[name=day1][value=IN_PERSON]").check();
        page.locator("input[name=wait]").check();
        page.locator("input[name=consent][value=DATA_USE]").check();
        page.locator("form#register button.main").click();
        page.waitForURL(Pattern.compile(".*/t/[a-z2-7]{32}.*"));
        return page;
    }

    @ParameterizedTest
    @CsvSource({"km, true", "en, false"})
    void whoWaitsGetsTheSeatThatSomebodyGivesBack(String language, boolean scripts) throws Exception {
        var summit = summitWithOneSeat();
        var first = registered(summit, "First Comer", language, scripts);
        assertThat(first.locator("form.place.seat")).hasCount(1);
        first.locator("#code button").click();
        assertThat(first.locator("svg.code path")).isVisible();

        var second = registered(summit, "Second Comer", language, scripts);
        assertThat(second.locator("form.place.waiting .standing")).containsText("1");
        var third = registered(summit, "Third Comer", language, scripts);
        assertThat(third.locator("form.place.waiting .standing")).containsText("2");
        third.locator("button[value='CHANGE.ONLINE']").click();
        assertThat(third.locator("form.place.seat")).hasCount(1);

        first.locator("details:has(form[action$='/cancellation']) summary").click();
        first.locator("form[action$='/cancellation'] button").click();
        assertThat(first.locator("form[action$='/return']")).isVisible();
        Eventually.holds("who waited has the seat", () -> {
            second.reload();
            return second.locator("form.place.seat").count() == 1;
        });
        for (var page : List.of(first, second, third)) {
            page.context().close();
        }
    }

    @Test
    void whoWithdrawsTheirConsentTakesPartNoMoreAndCanComeBack() throws Exception {
        var page = registered(summitWithOneSeat(), "Changes Mind", "en", true);
        page.locator("form:has(input[name=consent][value=PHOTO]) button[name=give]")
                .click();
        assertThat(page.locator("form:has(input[name=consent][value=PHOTO]) .standing"))
                .hasText("You agree");
        page.locator("form:has(input[name=consent][value=DATA_USE]) .acts button")
                .click();
        assertThat(page.locator("form[action$='/return']")).isVisible();
        page.locator("input[name=day1][value=IN_PERSON]").check();
        page.locator("form[action$='/return'] input[name=consent]").check();
        page.locator("form[action$='/return'] button.main").click();
        assertThat(page.locator("form.place.seat")).hasCount(1);
        page.context().close();
    }

    @Test
    void aTicketThatStaffIssueAnewIsTheOnlyOne() throws Exception {
        var summit = summitWithOneSeat();
        var page = registered(summit, "Lost Link", "en", false);
        var contact = new Contact("012 555 %03d".formatted(contacts), null);
        var people = registration.ask(
                "/summits/" + summit + "/people/with-contact", contact, new TypeReference<List<Person>>() {}, staff());
        var ticket = "a2".repeat(16);
        var digest = MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(StandardCharsets.US_ASCII));
        asStaff(new IssueTicket(
                people.getFirst().participant(), new TicketDigest(HexFormat.of().formatHex(digest))));

        page.reload();
        assertThat(page.locator("h1")).hasText("This link opens nothing");
        page.navigate(address() + "/t/" + ticket);
        assertThat(page.locator("h1")).hasText("Lost Link");
        assertThat(platform.said()).doesNotContain(ticket).doesNotContain("Lost Link");
        page.context().close();
    }

    @Test
    void whoIsRegisteredIsToldSoAndNobodyElseIsRegistered() throws Exception {
        var summit = summitWithOneSeat();
        var page = registered(summit, "Once Only", "en", false);
        contacts--;
        var again = phone("en", false);
        again.navigate(address() + "/summits/" + summit + "/register");
        assertThat(again.locator("#day1 small.full")).hasCount(1);
        again.locator("#latin").fill("Somebody Else");
        again.locator("#phone").fill("+855 12 555 %03d".formatted(++contacts));
        again.locator("#role").selectOption("COACH");
        again.locator("#gender").selectOption("MAN");
        again.locator("#age").selectOption("FROM_60");
        again.locator("#speaks").selectOption("EN");
        again.locator("input[name=day1][value=ONLINE]").check();
        again.locator("input[name=consent][value=DATA_USE]").check();
        again.locator("form#register button.main").click();
        assertThat(again.locator("#phone-wrong")).isVisible();
        assertThat(again.locator("#latin")).hasValue("Somebody Else");
        page.context().close();
        again.context().close();
    }
}
