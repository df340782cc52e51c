package org.sala.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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
import org.sala.registration.api.RegistrationCommand.CancelRegistration;
import org.sala.registration.api.RegistrationCommand.EnrolOrganization;
import org.sala.registration.api.RegistrationCommand.EraseParticipant;
import org.sala.registration.api.RegistrationCommand.IssueTicket;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;
import org.sala.registration.api.SummitDay;
import org.sala.registration.api.SummitId;
import org.sala.ui.pages.Ticket;

/**
 * People of two organisations trade on their phones, with nothing but their tickets: an offer is posted and asked for, a
 * swap proposed, countered and accepted, delivered, confirmed and disputed; and nobody does what is not theirs to do.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StallJourneyTest {

    private static final int PORT = RunningLauncher.freePorts();
    private static final ZoneId ZONE = ZoneId.of("Asia/Phnom_Penh");
    private static final SummitId SUMMIT = new SummitId(UUID.randomUUID());
    private static final OrganizationId RIVER = new OrganizationId(UUID.randomUUID());
    private static final OrganizationId MOUNTAIN = new OrganizationId(UUID.randomUUID());
    private static final OrganizationId FOREST = new OrganizationId(UUID.randomUUID());
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    private static Path data;

    private final LocalDate today = LocalDate.now(ZONE);
    private int people;
    private RunningLauncher platform;
    private CommandClient registration;
    private Chromium chromium;
    private Ticket riverTicket;
    private Ticket mountainTicket;
    private Ticket forestTicket;
    private Visitor river;
    private Visitor mountain;
    private String trade = "";

    @BeforeAll
    void peopleOfThreeOrganisationsHaveTheirTickets() throws Exception {
        platform = RunningLauncher.ready(data, PORT);
        registration = platform.client(Application.REGISTRATION);
        ask(new AnnounceSummit(
                SUMMIT,
                text("សន្និសីទនៅថ្ងៃនេះ", "A summit today"),
                ZONE,
                List.of(new SummitDay(
                        1,
                        today,
                        text("ភ្នំពេញ", "Phnom Penh"),
                        Map.of(AttendanceMode.IN_PERSON, 20),
                        SummitDay.Admission.EVERYBODY)),
                "2026-11",
                text("ខ្ញុំយល់ព្រម", "I agree")));
        enrol(RIVER, "អង្គការទន្លេ", "River");
        enrol(MOUNTAIN, "អង្គការភ្នំ", "Mountain");
        enrol(FOREST, "អង្គការព្រៃ", "Forest");
        riverTicket = ticketOf(register(RIVER));
        mountainTicket = ticketOf(register(MOUNTAIN));
        forestTicket = ticketOf(register(FOREST));
        chromium = new Chromium();
        river = phone("en", false);
        mountain = phone("km", true);
        // each context hears of them on its own
        for (var own : Map.of(riverTicket, "River", mountainTicket, "Mountain", forestTicket, "Forest")
                .entrySet()) {
            var stall = own.getKey().path() + "/stall";
            Eventually.holds(own.getValue() + " is known at the marketplace and on the pages", () -> {
                river.open(stall + "/offers/new");
                return river.see("#category option[value=vehicle]").count() == 1
                        && river.see(".lead:has-text('" + own.getValue() + "')").count() == 1
                        && river.open(stall).see("#offers").count() == 1;
            });
        }
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

    private Visitor phone(String language, boolean scripts) {
        return Visitor.onPhone(chromium.browser(), platform.settings().ports().url(Application.UI), language, scripts);
    }

    private static BilingualText text(String km, String en) {
        return new BilingualText(km, en);
    }

    private void ask(RegistrationCommand command) throws IOException {
        registration.send(command, platform.tokens().issue("end-to-end", Set.of(Role.STAFF)));
    }

    private void enrol(OrganizationId organization, String km, String en) throws IOException {
        ask(new EnrolOrganization(
                organization,
                SUMMIT,
                text(km, en),
                OrganizationKind.LOCAL_CSO,
                OrganizationSize.SMALL,
                "KH-3",
                Cohort.SOCIAL_LAB,
                Language.KM,
                List.of()));
    }

    private ParticipantId register(@Nullable OrganizationId organization) throws IOException {
        var participant = new ParticipantId(UUID.randomUUID());
        ask(new RegisterParticipant(
                participant,
                SUMMIT,
                organization,
                new PersonName(null, "Somebody"),
                new Contact("012 300 %03d".formatted(++people), null),
                organization == null ? ParticipantRole.COACH : ParticipantRole.CSO_MEMBER,
                Gender.WOMAN,
                AgeBand.FROM_30_TO_44,
                null,
                Language.KM,
                Map.of(1, AttendanceMode.IN_PERSON),
                Set.of(Consent.DATA_USE),
                "2026-11"));
        return participant;
    }

    private Ticket ticketOf(ParticipantId participant) throws IOException {
        var ticket = Ticket.made(RANDOM);
        ask(new IssueTicket(participant, ticket.digest()));
        return ticket;
    }

    private void fillOffer(Visitor visitor, String language, String category, String title, int units, String unit) {
        visitor.see("#category").selectOption(category);
        visitor.see("#title-" + language).fill(title);
        visitor.see("#units").fill(Integer.toString(units));
        visitor.see("#unit-" + language).fill(unit);
        visitor.see("#until").fill(today.plusDays(30).toString());
        visitor.see("input[name=remote]").check();
        visitor.see("#terms-" + language).fill("Ask a week before");
    }

    private static void act(Visitor visitor, String act) {
        visitor.see("button[name=act][value=" + act + "]").click();
    }

    /** Sends what a form says once more, as a browser does that goes back; where no script can, from beside the page. */
    private static APIResponse sendAgain(Visitor visitor, String form) {
        var data = FormData.create();
        for (var field : visitor.see(form + " input[type=hidden], " + form + " input[type=number], " + form
                        + " input[type=date], " + form + " select")
                .all()) {
            data.append(field.getAttribute("name"), field.inputValue());
        }
        var target = URI.create(visitor.page().url()).resolve(visitor.see(form).getAttribute("action"));
        return visitor.page()
                .context()
                .request()
                .post(target.toString(), RequestOptions.create().setForm(data).setMaxRedirects(0));
    }

    @Test
    @Order(1)
    void anOfferThatIsIncompleteIsToldFieldByFieldAndAWholeOneIsOnTheStall() throws Exception {
        river.open(riverTicket.path());
        river.see("#stall a").click();
        assertThat(river.see("#offers")).containsText("Nothing yet");
        river.see("#post").click();
        river.see("#units").fill("0");
        river.see("#title-en").fill("A car with its driver");
        river.see("form .main").click();
        assertThat(river.see(".trouble a")).hasCount(6);
        assertThat(river.see("#units-wrong")).hasText("Please give a number, 1 or more.");
        assertThat(river.see("#units")).hasAttribute("aria-invalid", "true");
        assertThat(river.see("#title-en")).hasValue("A car with its driver");

        fillOffer(river, "en", "vehicle", "A car with its driver", 3, "half day");
        river.see("form .main").click();
        assertThat(river.see(".done")).hasText("Posted. Others see it in a moment.");
        Eventually.holds(
                "the offer is on the stall",
                () -> river.open(riverTicket.path() + "/stall")
                                .see("#offers article:has-text('A car with its driver')")
                                .count()
                        == 1);
        assertThat(river.see("#offers article")).containsText("3 of 3 free: half day");

        river.see("#voice").click();
        river.see("#category").selectOption("proposal-writing");
        river.see("#title-en").fill("Somebody reads our proposal");
        river.see("#details-en").fill("Before the end of the month");
        river.see("input[name=urgency][value=SOON]").check();
        river.see("form .main").click();
        assertThat(river.see(".done")).containsText("Said.");
        assertThat(river.see("#needs article")).hasCount(1);
        Eventually.holds(
                "what is needed is there in words",
                () -> river.open(riverTicket.path() + "/stall")
                                .see("#needs article:has-text('Somebody reads our proposal')")
                                .count()
                        == 1);
    }

    @Test
    @Order(2)
    void whatFitsIsFirstAtTheMarketAndASwapIsProposedOnceHoweverOftenItIsSent() throws Exception {
        mountain.open(mountainTicket.path() + "/stall/offers/new");
        fillOffer(mountain, "km", "proposal-writing", "ជំនួយសរសេរសំណើគម្រោង", 5, "ទំព័រ");
        mountain.see("form .main").click();
        assertThat(mountain.see(".done")).containsText("បានដាក់ហើយ");

        Eventually.holds(
                "the market has it",
                () -> river.open(riverTicket.path() + "/market")
                                .see("article:has-text('ជំនួយសរសេរសំណើគម្រោង')")
                                .count()
                        == 1);
        assertThat(river.see("article")).hasCount(1);
        assertThat(river.see("article .fits")).hasText("You need something of this kind");
        river.see("article .acts a").click();
        assertThat(river.see("#offer1 option:checked")).containsText("ជំនួយសរសេរសំណើគម្រោង");
        assertThat(river.see("#need1 option:checked")).hasText("Somebody reads our proposal");
        river.see("#units1").fill("9");
        river.see("#offer2").selectOption(new SelectOption().setIndex(1));
        river.see("form .main").click();
        assertThat(river.see("#units1-wrong")).containsText("Only 5 units");

        river.see("#units1").fill("2");
        var first = sendAgain(river, "#terms-form");
        assertThat(first.status()).isEqualTo(303);
        river.see("form .main").click();
        assertThat(river.see(".done")).containsText("Proposed.");
        assertThat(river.see("#trade")).containsText("Accepted: River. Not yet: Mountain");
        trade = URI.create(river.page().url()).getPath().replaceFirst(".*/", "");
        river.open(riverTicket.path() + "/trades");
        assertThat(river.see("article")).hasCount(1);
    }

    @Test
    @Order(3)
    void whoHasNotSeenTheLatestTermsAcceptsNothing() {
        mountain.open(mountainTicket.path() + "/stall");
        mountain.see("#todo a").click();
        assertThat(mountain.see("h1")).hasText("ការប្តូរ ជាមួយ អង្គការទន្លេ");
        var another = mountain.another().open(mountainTicket.path() + "/trades/" + trade);
        assertThat(another.see("button[value=ACCEPT]")).isVisible();

        mountain.see("a[href$='/terms']").click();
        mountain.see("#units2").fill("3");
        mountain.see("form .main").click();
        assertThat(mountain.see(".done")).containsText("លក្ខខណ្ឌផ្សេង");
        act(another, "ACCEPT");
        assertThat(another.see("[role=alert][data-focus]")).isVisible();
        assertThat(another.see("#trade")).not().hasClass(Pattern.compile("agreed"));
        another.close();

        river.open(riverTicket.path() + "/trades/" + trade);
        assertThat(river.see("#legs")).containsText("3 × half day");
        river.see("#answer details summary").click();
        act(river, "DECLINE");
        assertThat(river.see("#decline-wrong")).hasText("Please choose a reason.");
        act(river, "ACCEPT");
        assertThat(river.see(".done")).hasText("Agreed: everybody has accepted.");
        assertThat(river.see("#trade .standing b")).hasText("agreed");
    }

    @Test
    @Order(4)
    void whatIsPromisedIsDeliveredByItsGiverConfirmedByItsReceiverAndByNobodyElse() throws Exception {
        river.open(riverTicket.path() + "/trades/" + trade);
        var own = river.see("#legs form:has(button[value=DELIVER])");
        assertThat(own).hasCount(1);
        assertThat(river.see("button[value=CONFIRM]")).hasCount(0);
        own.locator("input[type=date]").fill(today.plusDays(3).toString());
        act(river, "DELIVER");
        assertThat(river.see("#delivered-2-wrong")).hasText("This day has not come yet.");
        river.see("#delivered-2").fill(today.toString());
        river.see("#delivered-note-2").fill("Three mornings");
        act(river, "DELIVER");
        assertThat(river.see(".done")).containsText("Said.");

        mountain.open(mountainTicket.path() + "/stall");
        mountain.see("#todo a:has-text('A car with its driver')").click();
        assertThat(mountain.see("#history")).containsText("Three mornings");
        mountain.see("#received-note-2").fill("A list of passengers");
        assertThat(post(mountain, mountainTicket, Map.of("act", "CONFIRM", "leg", "1", "received-1", today.toString()))
                        .status())
                .isEqualTo(409);
        act(mountain, "CONFIRM");
        assertThat(mountain.see(".done")).containsText("អរគុណ");
        var again =
                post(mountain, mountainTicket, Map.of("act", "CONFIRM", "leg", "2", "received-2", today.toString()));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).contains("id=\"trade\"");

        act(mountain, "DELIVER");
        assertThat(mountain.see(".done")).containsText("បានប្រាប់ហើយ");
        river.open(riverTicket.path() + "/trades/" + trade);
        assertThat(river.see("button[value=CONFIRM]")).isVisible();
        river.see("#legs details summary").click();
        act(river, "DISPUTE");
        assertThat(river.see("#complaint-1-wrong")).isVisible();
        river.see("#complaint-1").fill("One page was missing");
        act(river, "DISPUTE");
        assertThat(river.see(".done")).containsText("The staff find out");
        assertThat(river.see("#legs .leg-state").first()).hasText("disputed");
    }

    private APIResponse post(Visitor visitor, Ticket ticket, Map<String, String> fields) {
        var data = FormData.create();
        fields.forEach(data::append);
        data.append("_csrf", visitor.see("input[name=_csrf]").first().inputValue());
        return visitor.page()
                .context()
                .request()
                .post(
                        platform.settings().ports().url(Application.UI) + ticket.path() + "/trades/" + trade,
                        RequestOptions.create().setForm(data).setMaxRedirects(0));
    }

    @Test
    @Order(5)
    void anothersTradeLooksLikeNoneAndAFormFromElsewhereDoesNothing() {
        var forest = phone("en", true);
        forest.open(forestTicket.path() + "/trades/" + trade);
        assertThat(forest.see("h1")).hasText("There is no such trade of yours");
        forest.open(forestTicket.path() + "/trades");
        assertThat(forest.see("main")).containsText("None yet");
        forest.open(forestTicket.path() + "/stall/offers/new");
        fillOffer(forest, "en", "space", "A room", 1, "day");
        forest.page().context().clearCookies();
        forest.see("form .main").click();
        assertThat(forest.see("[role=alert][data-focus]")).containsText("open for too long");
        assertThat(forest.see("#title-en")).hasValue("A room");
        forest.open(forestTicket.path() + "/stall");
        assertThat(forest.see("#offers article")).hasCount(0);
        forest.close();
    }

    @Test
    @Order(6)
    void whoActsForNobodyIsToldSo() throws Exception {
        var coach = phone("en", false);
        var alone = ticketOf(register(null));
        coach.open(alone.path());
        assertThat(coach.see("#stall")).hasCount(0);
        coach.open(alone.path() + "/stall");
        assertThat(coach.see("h1")).hasText("You come without an organisation");
        coach.see("main .button").click();
        assertThat(coach.see("h1")).hasText("Somebody");

        var cancelled = register(RIVER);
        var noMore = ticketOf(cancelled);
        ask(new CancelRegistration(cancelled));
        coach.open(noMore.path() + "/trades");
        assertThat(coach.see("h1")).hasText("You don’t come to this summit");

        var erased = register(RIVER);
        var gone = ticketOf(erased);
        ask(new EraseParticipant(erased));
        coach.open(gone.path() + "/market");
        assertThat(coach.see("h1")).hasText(Pattern.compile("Your data were erased for good|This link opens nothing"));
        coach.close();
    }

    @Test
    @Order(7)
    void whatIsPromisedCannotBeTakenAwayAndTheRestCan() {
        river.open(riverTicket.path() + "/stall");
        river.see("#offers article .acts a").click();
        assertThat(river.see("#title-en")).hasValue("A car with its driver");
        river.see("#units").fill("1");
        river.see("form .main").click();
        assertThat(river.see("#units-wrong")).containsText("3 units of the offer are promised already");
        river.see("#units").fill("5");
        river.see("form .main").click();
        assertThat(river.see(".done")).containsText("Saved.");
        assertThat(river.see("#offers article")).containsText("2 of 5 free: half day");

        river.see("#needs details summary").click();
        river.see("#needs form button").click();
        assertThat(river.see(".done")).hasText("Taken back.");
        assertThat(river.see("#needs article")).hasCount(0);
        river.see("#offers details summary").click();
        river.see("#offers form button").click();
        assertThat(river.see(".done")).hasText("Taken off the stall.");
    }
}
