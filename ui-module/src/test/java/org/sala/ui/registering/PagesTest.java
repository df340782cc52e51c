package org.sala.ui.registering;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.eventing.intake.Fact;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.BilingualText;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.Consent;
import org.sala.registration.api.Language;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.OrganizationKind;
import org.sala.registration.api.OrganizationSize;
import org.sala.registration.api.RegistrationEvent;
import org.sala.registration.api.RegistrationEvent.OrganizationEnrolled;
import org.sala.registration.api.RegistrationEvent.RegistrationOpened;
import org.sala.registration.api.RegistrationEvent.SummitAnnounced;
import org.sala.registration.api.RegistrationEvent.SummitClosed;
import org.sala.registration.api.RegistrationQueries.Status;
import org.sala.registration.api.SummitDay;
import org.sala.registration.api.SummitDay.Admission;
import org.sala.registration.api.SummitId;
import org.sala.ui.RunningFace;
import org.sala.ui.SampleFacts;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The light pages in a browser on a phone, with its scripts and without, over facts on a real Kafka. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class PagesTest {

    private static final SummitId SUMMIT = new SummitId(UUID.fromString("50220000-0000-4000-8000-000000000001"));
    private static final SummitId CLOSED = new SummitId(UUID.fromString("50220000-0000-4000-8000-000000000002"));
    private static final String REGISTER = "/summits/" + SUMMIT + "/register";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RegistrationByHand registration = new RegistrationByHand(
            SUMMIT,
            Map.of(
                    1,
                    Map.of(AttendanceMode.ONLINE, 200),
                    2,
                    Map.of(AttendanceMode.IN_PERSON, 1, AttendanceMode.ONLINE, 200)));
    private int phone;
    private RunningFace face;
    private Playwright playwright;
    private Browser browser;

    @BeforeAll
    void start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        face = RunningFace.start(Map.of("sala.registration.url", registration.address()));
        var facts = facts();
        face.wire().publish(facts);
        RunningFace.until(
                "all facts are taken in",
                () -> face.bean(JdbcClient.class)
                                .sql("select count(*) from timeline")
                                .query(Integer.class)
                                .single()
                        == facts.size());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    @AfterAll
    void stop() {
        playwright.close();
        face.close();
        registration.stop();
    }

    private static List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        var day1 = day(1, 30, Map.of(AttendanceMode.ONLINE, 200), Admission.EVERYBODY);
        var day2 = day(
                2,
                31,
                Map.of(AttendanceMode.IN_PERSON, 1, AttendanceMode.ONLINE, 200),
                new Admission(Set.of(Cohort.SOCIAL_LAB), Set.of()));
        for (var summit : List.of(SUMMIT, CLOSED)) {
            tell(
                    facts,
                    summit.value(),
                    new SummitAnnounced(
                            summit,
                            new BilingualText("សន្និសីទរៀនពីគ្នា", "Peer-learning summit"),
                            ZoneId.of("Asia/Phnom_Penh"),
                            List.of(day1, day2),
                            "2022-05",
                            new BilingualText(
                                    "អ្នករៀបចំរក្សាទុកឈ្មោះ និងលេខទូរស័ព្ទរបស់អ្នក។",
                                    "The organisers keep your name and phone number.")));
        }
        tell(facts, SUMMIT.value(), new RegistrationOpened(SUMMIT, null, Instant.EPOCH));
        tell(facts, CLOSED.value(), new SummitClosed(CLOSED, Instant.EPOCH));
        for (var i = 1; i <= 40; i++) {
            var organization = new OrganizationId(new UUID(7, i));
            tell(
                    facts,
                    organization.value(),
                    new OrganizationEnrolled(
                            organization,
                            SUMMIT,
                            new BilingualText("អង្គការអភិវឌ្ឍន៍សហគមន៍ " + i, "Community development organisation " + i),
                            OrganizationKind.LOCAL_CSO,
                            OrganizationSize.SMALL,
                            "KH-12",
                            Cohort.SOCIAL_LAB,
                            Language.KM,
                            List.of()));
        }
        return facts;
    }

    private static SummitDay day(int number, int date, Map<AttendanceMode, Integer> seats, Admission admits) {
        return new SummitDay(
                number, LocalDate.of(2022, 5, date), new BilingualText("ភ្នំពេញ", "Phnom Penh"), seats, admits);
    }

    private static void tell(List<Fact> facts, UUID subject, RegistrationEvent event) {
        var sequence = facts.stream()
                .filter(fact -> fact.subject().equals(subject.toString()))
                .count();
        facts.add(new Fact(
                new UUID(9, facts.size()),
                SampleFacts.NAMES.nameOf(event.getClass()),
                "registration",
                facts.size() + 1L,
                subject.toString(),
                sequence,
                Instant.parse("2022-05-01T00:00:00Z"),
                new Fact.Provenance(new UUID(8, 8).toString(), null, SampleFacts.ACTOR, "STAFF"),
                JSON.writeValueAsString(event),
                event));
    }

    /** Somebody's phone, 360 px wide. */
    private Page phone(String language, boolean scripts) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(language.equals("km") ? "km-KH" : "en-GB")
                .setViewportSize(360, 740)
                .setDeviceScaleFactor(2)
                .setJavaScriptEnabled(scripts));
        context.setDefaultTimeout(20_000);
        return context.newPage();
    }

    private Page open(String path, String language, boolean scripts) {
        var page = phone(language, scripts);
        page.navigate(face.address() + path);
        return page;
    }

    private String anotherPhone() {
        return "012 345 %03d".formatted(++phone);
    }

    private void fill(Page page, String name, String phone, String mode) {
        page.locator("#latin").fill(name);
        page.locator("#phone").fill(phone);
        page.locator("#organization").selectOption(new UUID(7, 3).toString());
        page.locator("#role").selectOption("CSO_MEMBER");
        page.locator("#gender").selectOption("WOMAN");
        page.locator("#age").selectOption("FROM_18_TO_29");
        page.locator("#speaks").selectOption("KM");
        page.locator("input[name=day2][value=" + mode + "]").check();
        page.locator("input[name=consent][value=DATA_USE]").check();
    }

    private void register(Page page) {
        page.locator("form#register button.main").click();
    }

    /** Registers online for day 2; the person's page. */
    private Page registered(String name, String language, boolean scripts) {
        var page = open(REGISTER, language, scripts);
        fill(page, name, anotherPhone(), "ONLINE");
        register(page);
        page.waitForURL(Pattern.compile(".*/t/[a-z2-7]{32}\\?done=registered"));
        return page;
    }

    private static String ticketIn(Page page) {
        return URI.create(page.url()).getPath();
    }

    @ParameterizedTest
    @CsvSource({"km, true", "km, false", "en, true", "en, false"})
    void aPersonRegistersChangesAndCancelsInTheirLanguageWithScriptsAndWithout(String language, boolean scripts) {
        var page = registered("Chan Thida", language, scripts);
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.locator("h1")).hasText("Chan Thida");
        assertThat(page.locator(".link")).containsText("/t/");
        assertThat(page.locator("form.place.seat")).hasCount(1);

        page.locator("button[value='ADD.ONLINE']").click();
        assertThat(page.locator("form.place.seat")).hasCount(2);
        assertThat(page.locator(".keep")).hasCount(0);
        page.locator("form.place.seat button[value='DROP.ONLINE']").first().click();
        assertThat(page.locator("form.place.seat")).hasCount(1);

        page.locator("#code button").click();
        assertThat(page.locator("svg.code path")).isVisible();

        var photo = page.locator("form:has(input[name=consent][value=PHOTO]) button");
        photo.click();
        assertThat(page.locator("form:has(input[name=consent][value=PHOTO]) button[name=give]"))
                .hasCount(0);
        assertThat(page.locator("form.yes:has(input[name=consent][value=PHOTO])"))
                .hasCount(1);
        assertThat(page.locator("form.no:has(input[name=consent][value=NAME_TO_DONOR])"))
                .hasCount(1);

        page.locator("details:has(form[action$='/cancellation']) summary").click();
        page.locator("form[action$='/cancellation'] button").click();
        assertThat(page.locator("form[action$='/return']")).isVisible();
        page.locator("input[name=day1][value=ONLINE]").check();
        page.locator("form[action$='/return'] input[name=consent]").check();
        page.locator("form[action$='/return'] button.main").click();
        assertThat(page.locator("form.place.seat")).hasCount(1);

        page.locator("form:has(input[name=consent][value=DATA_USE]) .acts button")
                .click();
        assertThat(page.locator("form[action$='/return']")).isVisible();
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsWrongIsSaidBesideItsFieldAndWhatWasTypedStays(boolean scripts) {
        var page = open(REGISTER, "km", scripts);
        page.locator("#km").fill("ចាន់ ធីតា");
        page.locator("#phone").fill("abc");
        page.locator("#role").selectOption("CSO_MEMBER");
        page.locator("input[name=day1][value=ONLINE]").check();
        page.locator("input[name=consent][value=PHOTO]").check();
        register(page);
        assertThat(page.locator("[role=alert][data-focus]")).isVisible();
        assertThat(page.locator("#phone-wrong")).containsText("លេខទូរស័ព្ទ");
        assertThat(page.locator("#organization-wrong")).isVisible();
        assertThat(page.locator("#consents-wrong")).isVisible();
        assertThat(page.locator("#km")).hasValue("ចាន់ ធីតា");
        assertThat(page.locator("#phone")).hasValue("abc");
        assertThat(page.locator("#phone")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("input[name=day1][value=ONLINE]")).isChecked();
        assertThat(page.locator("input[name=consent][value=PHOTO]")).isChecked();

        page.locator("header button[name=in]").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator("#km")).hasValue("ចាន់ ធីតា");
        assertThat(page.locator(".wrong")).hasCount(0);
        page.context().close();
    }

    @Test
    void nothingIsAgreedToBeforehandAndBothLanguagesOfTheTextAreThere() {
        var page = open(REGISTER, "en", false);
        assertThat(page.locator("input[name=consent]")).hasCount(3);
        assertThat(page.locator("input[name=consent]:checked")).hasCount(0);
        assertThat(page.locator(".consent[lang=en]")).containsText("The organisers keep");
        assertThat(page.locator(".consent[lang=km]")).containsText("អ្នករៀបចំរក្សាទុក");
        page.context().close();
    }

    @Test
    void whereNoSeatIsLeftOneWaitsWhoAgreedToAndNobodyElse() {
        var first = open(REGISTER, "en", false);
        fill(first, "First Comer", anotherPhone(), "IN_PERSON");
        register(first);
        assertThat(first.locator("form.place.seat")).hasCount(1);

        var second = open(REGISTER, "en", false);
        assertThat(second.locator("#day2 small.full")).hasText("Full: waiting list");
        fill(second, "Second Comer", anotherPhone(), "IN_PERSON");
        register(second);
        assertThat(second.locator("#day2-wrong")).containsText("All 1 seats of day 2");
        assertThat(second.locator("#latin")).hasValue("Second Comer");
        second.locator("input[name=wait]").check();
        register(second);
        assertThat(second.locator("form.place.waiting")).containsText("waiting list: In person, place 1");
        assertThat(second.locator("#code")).hasCount(0);
        first.locator("details:has(form[action$='/cancellation']) summary").click();
        first.locator("form[action$='/cancellation'] button").click();
        second.locator("button[value='DROP.IN_PERSON']").click();
        assertThat(second.locator("form.place.none")).hasCount(2);
        first.context().close();
        second.context().close();
    }

    @Test
    void aFormSentTwiceRegistersOnce() throws Exception {
        var page = open(REGISTER, "en", false);
        fill(page, "Sent Twice", anotherPhone(), "ONLINE");
        var before = registration.people().size();
        var fields = new StringBuilder();
        for (var field : page.locator("form#register").locator("input, select").all()) {
            var type = field.getAttribute("type");
            if (("radio".equals(type) || "checkbox".equals(type)) && !field.isChecked()) {
                continue;
            }
            fields.append(fields.isEmpty() ? "" : "&")
                    .append(field.getAttribute("name"))
                    .append('=')
                    .append(URLEncoder.encode(field.inputValue(), StandardCharsets.UTF_8));
        }
        var cookie = page.context().cookies().stream()
                .filter(each -> each.name.equals("sala-form"))
                .map(each -> each.name + "=" + each.value)
                .findFirst()
                .orElseThrow();
        var first = post(REGISTER, fields.toString(), cookie);
        var second = post(REGISTER, fields.toString(), cookie);
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(registration.people()).hasSize(before + 1);
        page.context().close();
    }

    @Test
    void whoeverIsRegisteredAlreadyIsToldSo() {
        var page = registered("Chan Thida", "en", false);
        var again = open(REGISTER, "en", false);
        fill(again, "Chan Thida", "012 345 %03d".formatted(phone), "ONLINE");
        register(again);
        assertThat(again.locator("#phone-wrong")).containsText("If it is you, use the link");
        page.context().close();
        again.context().close();
    }

    @Test
    void whatOnlyAProgramFillsInIsNotTaken() {
        var page = open(REGISTER, "en", false);
        fill(page, "A Program", anotherPhone(), "ONLINE");
        assertThat(page.locator("#website")).not().isInViewport();
        page.context().close();
        var scripted = open(REGISTER, "en", true);
        fill(scripted, "A Program", anotherPhone(), "ONLINE");
        scripted.locator("#website").evaluate("field => field.value = 'https://example.org'");
        var before = registration.people().size();
        register(scripted);
        assertThat(scripted.locator("#website-wrong")).isVisible();
        assertThat(registration.people()).hasSize(before);
        scripted.context().close();
    }

    @Test
    void aNewLinkOpensThePageAndTheOldOneNothing() {
        var page = registered("New Link", "en", true);
        var old = ticketIn(page);
        page.locator("details:has(form[action$='/link']) summary").click();
        page.locator("form[action$='/link'] button").click();
        assertThat(page.locator(".done")).hasText("This is your new link. The old one opens nothing any more.");
        assertThat(page.locator(".keep")).isVisible();
        assertThat(ticketIn(page)).isNotEqualTo(old);
        page.reload();
        assertThat(page.locator("h1")).hasText("New Link");
        var gone = open(old, "en", false);
        assertThat(gone.locator("h1")).hasText("This link opens nothing");
        page.context().close();
        gone.context().close();
    }

    @ParameterizedTest
    @CsvSource({"km, true", "km, false", "en, true", "en, false"})
    void aPersonTakesEverythingThatIsHeldOnThemAndThatIsNotedFirst(String language, boolean scripts)
            throws IOException {
        var page = registered("Chan Thida", language, scripts);
        page.locator("#held summary").click();
        var html = page.waitForDownload(
                () -> page.locator("#held button[value=HTML]").click());
        assertThat(html.suggestedFilename()).matches("sala-[0-9a-f-]{36}\\.html");
        assertThat(Files.readString(html.path()))
                .contains("Chan Thida", "ទិន្នន័យទាំងអស់ដែលរក្សាទុកអំពីអ្នក", "Everything that is held on you");
        var json = page.waitForDownload(
                () -> page.locator("#held button[value=JSON]").click());
        assertThat(json.suggestedFilename()).matches("sala-[0-9a-f-]{36}\\.json");
        var person = registration.people().getLast().participant();
        var file = JSON.readTree(Files.readString(json.path()));
        assertThat(file.at("/participant").asString()).isEqualTo(person.toString());
        assertThat(file.at("/registration/0/content/name/latin").asString()).isEqualTo("Chan Thida");

        assertThat(registration.asked().stream()
                        .filter(each -> each.contains("disclos") && each.contains(person.toString()))
                        .map(each -> each.replaceAll("[0-9a-f-]{36}", "…"))
                        .limit(2))
                .containsExactly(
                        "/commands/disclose-personal-data by … as [\"PARTICIPANT\"]",
                        "/participants/…/disclosures/… by … as [\"PARTICIPANT\"]");
        assertThat(page.url()).doesNotContain("Thida");
        assertThat(page.locator("h1")).hasText("Chan Thida");
        page.context().close();
    }

    @Test
    void whatIsHeldOnSomebodyIsGivenToNoLinkThatIsNobodys() throws Exception {
        var page = open(REGISTER, "en", false);
        var cookie = page.context().cookies().stream()
                .filter(each -> each.name.equals("sala-form"))
                .findFirst()
                .orElseThrow();
        var fields = "form=JSON&asking=" + UUID.randomUUID() + "&_csrf=";
        var nobodys = "/t/" + "a".repeat(32) + "/held";

        var answer = post(
                nobodys,
                fields + page.locator("input[name=_csrf]").first().inputValue(),
                cookie.name + "=" + cookie.value);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
        page.context().close();
    }

    @Test
    void aPersonSaysAnewWhoTheyAre() {
        var page = registered("Wrong Name", "km", false);
        page.locator("a[href$='/about']").click();
        assertThat(page.locator("#latin")).hasValue("Wrong Name");
        page.locator("#km").fill("ឈ្មោះ ត្រឹមត្រូវ");
        page.locator("#phone").fill("០១២ ៣៤៥ " + "%03d".formatted(++phone));
        page.locator("form#about button.main").click();
        assertThat(page.locator("h1")).hasText("ឈ្មោះ ត្រឹមត្រូវ");
        assertThat(registration
                        .people()
                        .getLast()
                        .contact()
                        .shown()
                        .orElseThrow()
                        .phone())
                .matches("012 345 [0-9]{3}");
        page.context().close();
    }

    @Test
    void aPersonIsAskedForAsThemselvesAndAsNobodyElse() {
        var page = registered("Own Voice", "en", false);
        var person = registration.people().getLast();
        assertThat(person.consents()).containsExactly(Consent.DATA_USE);
        assertThat(registration.asked())
                .contains("/commands/register-participant by " + person.participant() + " as [\"PARTICIPANT\"]")
                .contains("/participants/" + person.participant() + " by " + person.participant()
                        + " as [\"PARTICIPANT\"]")
                .allMatch(each -> each.endsWith("as [\"PARTICIPANT\"]"));
        assertThat(person.status()).isEqualTo(Status.REGISTERED);
        page.context().close();
    }

    @Test
    void withoutAConnectionWhatWasTypedIsStillThere() {
        var page = open(REGISTER, "en", true);
        fill(page, "No Network", anotherPhone(), "ONLINE");
        page.context().setOffline(true);
        register(page);
        assertThat(page.locator("#offline")).isVisible();
        assertThat(page.locator("#latin")).hasValue("No Network");
        page.context().setOffline(false);
        register(page);
        assertThat(page.locator("h1")).hasText("No Network");
        page.context().close();
    }

    @Test
    void whenRegistrationIsAwayThePageSaysSoAndKeepsWhatWasTyped() {
        var page = open(REGISTER, "km", false);
        fill(page, "Patient Person", anotherPhone(), "ONLINE");
        registration.away(true);
        try {
            register(page);
            assertThat(page.locator("[role=alert]").first()).containsText("មិនអាចទាក់ទង");
            assertThat(page.locator("#latin")).hasValue("Patient Person");
        } finally {
            registration.away(false);
        }
        register(page);
        assertThat(page.locator("h1")).hasText("Patient Person");
        page.context().close();
    }

    @Test
    void aFormWhoseCookieIsGoneIsShownAgainAndNotTaken() {
        var page = open(REGISTER, "en", false);
        fill(page, "Forgetful Browser", anotherPhone(), "ONLINE");
        page.context().clearCookies();
        var before = registration.people().size();
        register(page);
        assertThat(page.locator("[role=alert]").first()).containsText("open for too long");
        assertThat(page.locator("#latin")).hasValue("Forgetful Browser");
        assertThat(registration.people()).hasSize(before);
        register(page);
        assertThat(page.locator("h1")).hasText("Forgetful Browser");
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({
        "50220000-0000-4000-8000-000000000002, The summit is over.",
        "50220000-0000-4000-8000-00000000000f, There is no such summit",
        "nothing, There is no such summit"
    })
    void whereNobodyCanRegisterThePageSaysWhy(String summit, String words) {
        var page = open("/summits/" + summit + "/register", "en", false);
        assertThat(page.locator("main")).containsText(words);
        assertThat(page.locator("form")).hasCount(0);
        page.context().close();
    }

    /** What a browser transfers, headers included, from an empty cache on. */
    @ParameterizedTest
    @CsvSource({"km, register", "en, register", "km, own", "en, own"})
    void aFirstLoadTakesLessThanAHundredKilobytes(String language, String which) {
        var path = which.equals("register") ? REGISTER : ticketIn(registered("Few Bytes", language, false));
        var page = phone(language, true);
        var transferred = new long[1];
        var session = page.context().newCDPSession(page);
        session.send("Network.enable");
        session.on(
                "Network.loadingFinished",
                event -> transferred[0] += event.get("encodedDataLength").getAsLong());
        var asked = new ArrayList<String>();
        page.onResponse(response -> asked.add(URI.create(response.url()).getPath()));
        page.navigate(face.address() + path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(asked).contains("/sala/pages/pages.css").anyMatch(each -> each.endsWith(".woff2"));
        System.getLogger(PagesTest.class.getName())
                .log(System.Logger.Level.WARNING, "{0} in {1}: {2} bytes", which, language, transferred[0]);
        assertThat(transferred[0]).isBetween(20_000L, 100_000L);
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"km, LIGHT", "km, DARK", "en, LIGHT", "en, DARK"})
    void everythingIsLargeEnoughAndHasContrast(String language, ColorScheme light) {
        var own = ticketIn(registered("Large Enough", language, false));
        for (var path : List.of(REGISTER, own, own + "/about", "/t/nothing")) {
            var page = phone(language, true);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(light));
            page.navigate(face.address() + path);
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
            var wrong = page.evaluate(LOOK);
            assertThat(wrong).as(path.substring(0, 3)).isEqualTo(List.of());
            page.context().close();
        }
    }

    /** What of the page is too small, wider than the screen, or too faint (WCAG 2.2 AA). */
    private static final String LOOK = """
            () => {
              const wrong = [];
              const parts = colour => colour.match(/[\\d.]+/g).map(Number);
              const light = colour => {
                const [r, g, b] = parts(colour).slice(0, 3).map(c => c / 255)
                  .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              const ground = element => {
                for (let at = element; at; at = at.parentElement) {
                  const colour = getComputedStyle(at).backgroundColor;
                  if (parts(colour).length < 4 || parts(colour)[3] > 0) return colour;
                }
                return 'rgb(255, 255, 255)';
              };
              const name = element => element.tagName + '.' + element.className + ' ' + element.textContent.trim().slice(0, 30);
              if (document.documentElement.scrollWidth > innerWidth) wrong.push('wider than the screen');
              for (const element of document.body.querySelectorAll('*')) {
                const box = element.getBoundingClientRect();
                if (box.width === 0 || box.right < 0) continue;
                const style = getComputedStyle(element);
                const words = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
                if (words) {
                  if (parseFloat(style.fontSize) < 16) wrong.push('small letters: ' + name(element));
                  const [one, other] = [light(style.color), light(ground(element))].sort((a, b) => b - a);
                  if ((one + 0.05) / (other + 0.05) < 4.5) wrong.push('faint: ' + name(element));
                }
                if (element.matches('a, button, summary, select, input:not([type=hidden]):not([type=radio]):not([type=checkbox]), .pick')
                    && !element.matches('.trap *') && (box.height < 43.9 || box.width < 43.9)) {
                  wrong.push('small target: ' + name(element) + ' ' + box.width + ' × ' + box.height);
                }
              }
              return wrong;
            }""";

    @Test
    void theKeyIsToldToNobody() throws Exception {
        var path = ticketIn(registered("Kept Secret", "en", false));
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "Cache-Control")).contains("no-store");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "X-Robots-Tag")).isEqualTo("noindex");
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith("sala-session"))
                .allMatch(cookie -> cookie.contains("HttpOnly"));
        assertThat(answer.body()).doesNotContain("<style", "style=", "onclick", "javascript:");
    }

    @Test
    void aTicketIsInNoLogAndInNoMeasurement(CapturedOutput said) throws Exception {
        var page = registered("Not Logged", "en", false);
        var path = ticketIn(page);
        var ticket = path.substring(3);
        get(path + "/nowhere");
        get(path + "//odd");
        post(path + "/days", "day=x&act=y", "");
        send(HttpRequest.newBuilder(face.address().resolve(path))
                .method("PUT", HttpRequest.BodyPublishers.ofString("x")));
        registration.away(true);
        try {
            assertThat(get(path).statusCode()).isEqualTo(503);
        } finally {
            registration.away(false);
        }
        get("/t/" + "a".repeat(32));
        var measured = face.bean(MeterRegistry.class).getMeters().stream()
                .map(meter -> meter.getId().toString())
                .toList();
        assertThat(measured).anyMatch(each -> each.contains("/t/{ticket}"));
        assertThat(String.join("\n", measured)).doesNotContain(ticket).doesNotContain("a".repeat(32));
        assertThat(said.getAll()).doesNotContain(ticket).doesNotContain("Not Logged");
        page.context().close();
    }

    @Test
    void whatIsNoTicketAndWhatWasOneLookTheSame() throws Exception {
        var page = registered("Replaced Link", "en", false);
        var old = ticketIn(page);
        page.locator("details:has(form[action$='/link']) summary").click();
        page.locator("form[action$='/link'] button").click();
        assertThat(page.locator(".done")).hasText("This is your new link. The old one opens nothing any more.");
        assertThat(page.locator(".keep")).isVisible();
        var replaced = get(old);
        for (var path : List.of("/t/" + "b".repeat(32), "/t/short", "/t/" + "B".repeat(32) + "/about")) {
            var never = get(path);
            assertThat(never.statusCode()).isEqualTo(404).isEqualTo(replaced.statusCode());
            assertThat(never.body()).isEqualTo(replaced.body());
        }
        page.context().close();
    }

    @Test
    void browsersKeepStyleScriptAndFonts() throws Exception {
        for (var file : List.of("pages/pages.css", "pages/pages.js", "fonts/noto-sans-khmer-khmer-400-normal.woff2")) {
            var answer = get("/sala/" + file);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "Cache-Control")).contains("max-age=31536000", "immutable");
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(face.address() + path)).header("Accept-Language", "en"));
    }

    private HttpResponse<String> post(String path, String fields, String cookie)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(face.address() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookie)
                .POST(HttpRequest.BodyPublishers.ofString(fields)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
