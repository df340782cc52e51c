package org.sala.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.registration.api.AgeBand;
import org.sala.registration.api.Gender;
import org.sala.registration.api.ParticipantId;
import org.sala.ui.DeskFaceTest;
import org.sala.ui.language.ReadersChoice;
import org.sala.ui.language.Words;
import org.sala.ui.setup.Organization;

/** The desk in the JVM: what it asks of registration for what was typed, and what it says. */
class DeskViewTest extends DeskFaceTest {

    private static final String DESK = SUMMIT + "/desk?day=2&mode=IN_PERSON";
    private static final String TOKEN = "6BFOXN*TS0BI$ZD.P9UOL97O4-2HH77HRM3DSPTLRR+%3.ZH".repeat(3);
    private static final String THIDA = "9e750000-0000-4000-8000-000000000001";
    private static final String SOPHEA = "9e750000-0000-4000-8000-000000000002";
    private static final String BADGE = "9e750000-0000-4000-8000-0000000000ba";
    private static final String EXPECTED = "{\"2\":{\"mode\":\"IN_PERSON\",\"waiting\":false,\"here\":[]}}";

    @BeforeEach
    void openDesk() {
        open(DESK);
    }

    private static String line(String id, String km, String latin, String status, String days) {
        return """
                {"participant":"%s","name":{"km":"%s","latin":"%s"},"organization":null,"role":"COACH","status":"%s",
                 "days":%s}""".formatted(id, km, latin, status, days);
    }

    private static String thida(String status, String days) {
        return line(THIDA, "ចាន់ ធីតា", "Chan Thida", status, days);
    }

    private static String person(String status, String days, String badge) {
        return """
                {"participant":"%s","summit":"%s","organization":null,
                 "name":{"clear":{"km":"ចាន់ ធីតា","latin":"Chan Thida"}},
                 "contact":{"clear":{"phone":"012 345 678","email":null}},"disability":null,"role":"COACH",
                 "gender":"WOMAN","ageBand":"FROM_30_TO_44","language":"KM","status":"%s","days":%s,
                 "consents":["DATA_USE"],"badge":%s,"badgeId":%s,"erasedAt":null}""".formatted(
                THIDA, SAMPLE.summit(), status, days, badge, badge.equals("null") ? badge : "\"" + BADGE + "\"");
    }

    private static void people(int total, String... lines) {
        REGISTRATION.says("/people", "{\"lines\":[" + String.join(",", lines) + "],\"total\":" + total + "}");
    }

    private void type(String text) {
        var field = find(FindField.class).single();
        ComponentUtil.fireEvent(field, new FindField.Paused(field, true, text));
        roundTrip();
    }

    private void enter(String text) {
        var field = find(FindField.class).single();
        ComponentUtil.fireEvent(field, new FindField.Entered(field, true, text));
        roundTrip();
    }

    private void move(int by) {
        var field = find(FindField.class).single();
        ComponentUtil.fireEvent(field, new FindField.Moved(field, true, by));
    }

    private String answer() {
        return find(AnswerBoard.class).single().getElement().getTextRecursively();
    }

    @Test
    void aNameIsAskedInABodyAndIsInNoAddress() {
        people(1, thida("REGISTERED", EXPECTED));
        type("thi");
        assertThat(shown()).contains("Chan Thida · ចាន់ ធីតា", "Expected in person", "1 person");
        assertThat(REGISTRATION.asked())
                .filteredOn(asked -> asked.contains("/people "))
                .singleElement()
                .asString()
                .contains("\"text\":\"thi\"", "\"from\":0", "\"most\":10");
        assertThat(address()).doesNotContain("thi");
    }

    @Test
    void whoCameAMomentAgoAtAnotherDeskWasHereAlready() {
        people(1, thida("REGISTERED", EXPECTED.replace("[]", "[\"IN_PERSON\"]")));
        type("thida");
        enter("thida");
        assertThat(answer()).contains("Was here already", "Chan Thida");
        assertThat(REGISTRATION.commands("check-in-participant")).isEmpty();
    }

    @Test
    void enterLetsTheOnlyOneInAndTheAnswerSaysWhen() {
        people(1, thida("REGISTERED", EXPECTED));
        type("thida");
        enter("thida");
        assertThat(REGISTRATION.commands("check-in-participant"))
                .singleElement()
                .asString()
                .contains(THIDA, "\"day\":2", "\"mode\":\"IN_PERSON\"");
        assertThat(answer()).contains("Checked in", "Chan Thida");
        assertThat(find(Results.class).single().size()).isZero();
    }

    @Test
    void ofSeveralNobodyIsLetInBeforeOneIsMarked() {
        people(2, thida("REGISTERED", EXPECTED), line(SOPHEA, "", "Chan Sophea", "REGISTERED", EXPECTED));
        type("chan");
        enter("chan");
        assertThat(REGISTRATION.commands("check-in-participant")).isEmpty();
        move(1);
        move(1);
        enter("chan");
        assertThat(REGISTRATION.commands("check-in-participant"))
                .singleElement()
                .asString()
                .contains(SOPHEA);
    }

    @Test
    void aHurriedEnterFindsFirst() {
        people(1, thida("REGISTERED", EXPECTED));
        enter("thida");
        assertThat(REGISTRATION.commands("check-in-participant")).isEmpty();
        assertThat(shown()).contains("Chan Thida");
        enter("thida");
        assertThat(REGISTRATION.commands("check-in-participant")).hasSize(1);
    }

    @Test
    void moreAreFetchedTenAtATime() {
        people(
                23,
                IntStream.range(0, 10)
                        .mapToObj(n -> line(UUID.randomUUID().toString(), "", "Sok " + n, "REGISTERED", EXPECTED))
                        .toArray(String[]::new));
        type("sok");
        assertThat(shown()).contains("23 people", "Show more (13 left)");
        pressId("desk-more");
        assertThat(REGISTRATION.asked()).anyMatch(asked -> asked.contains("\"from\":10"));
        assertThat(shown()).contains("Show more (3 left)");
    }

    @Test
    void aBadgeIsLetInAtOnce() {
        REGISTRATION.says("/people/with-badge", person("REGISTERED", EXPECTED, "\"X\""));
        enter(TOKEN);
        assertThat(REGISTRATION.asked()).anyMatch(asked -> asked.contains("/people/with-badge {\"badge\":\"" + TOKEN));
        assertThat(REGISTRATION.commands("check-in-participant")).hasSize(1);
        assertThat(answer()).contains("Checked in", "Chan Thida");
    }

    @ParameterizedTest
    @CsvSource({
        "BADGE_REVOKED, This badge was revoked",
        "OTHER_SUMMIT, A badge of another summit",
        "BADGE_UNKNOWN, No badge of this summit"
    })
    void aBadgeThatLetsNobodyInSaysWhy(String reason, String words) {
        REGISTRATION.refuses("/people/with-badge", reason, "{}");
        enter(TOKEN);
        assertThat(answer()).contains(words);
        assertThat(REGISTRATION.commands("check-in-participant")).isEmpty();
    }

    @Test
    void aScannerOnAKhmerKeyboardIsTold() {
        enter("៦ឋថោះណ".repeat(20));
        assertThat(answer()).contains("set the keyboard to English");
    }

    @Test
    void whoIsNotExpectedGetsASeatAndIsLetInWithOneTap() {
        REGISTRATION.says("/people/with-badge", person("REGISTERED", "{}", "\"X\""));
        enter(TOKEN);
        assertThat(answer()).contains("Not expected on day 2", "Chan Thida");
        assertThat(REGISTRATION.commands("check-in-participant")).isEmpty();
        pressId("desk-add");
        assertThat(REGISTRATION.commands("add-day")).singleElement().asString().contains("\"day\":2");
        assertThat(answer()).contains("Checked in");
    }

    @Test
    void whoWaitsOrCancelledIsNotLetIn() {
        REGISTRATION.says(
                "/people/with-badge",
                person("REGISTERED", "{\"2\":{\"mode\":\"IN_PERSON\",\"waiting\":true,\"here\":[]}}", "\"X\""));
        enter(TOKEN);
        assertThat(answer()).contains("Waits for a seat on day 2");
        REGISTRATION.says("/people/with-badge", person("CANCELLED", "{}", "null"));
        enter(TOKEN);
        assertThat(answer()).contains("This registration was cancelled");
        assertThat(REGISTRATION.commands("check-in-participant")).isEmpty();
    }

    @Test
    void aRefusalIsToldInTheReadersWords() {
        REGISTRATION.refuses(
                "/commands/check-in-participant", "NOT_THE_DAY", "{\"day\":\"2\",\"date\":\"2022-06-07\"}");
        people(1, thida("REGISTERED", EXPECTED));
        type("thida");
        enter("thida");
        assertThat(answer()).contains("Day 2 is on 2022-06-07.");
    }

    @Test
    void whereRegistrationIsAwayWhatWasTypedIsStillThere() {
        people(1, thida("REGISTERED", EXPECTED));
        type("thida");
        REGISTRATION.isAway(true);
        enter("thida");
        assertThat(answer()).contains("can't be reached", "What you typed is kept");
        assertThat(find(Results.class).single().size()).isEqualTo(1);
        REGISTRATION.isAway(false);
        enter("thida");
        assertThat(answer()).contains("Checked in");
    }

    @Test
    void aCheckInIsTakenBack() {
        people(1, thida("REGISTERED", EXPECTED));
        type("thida");
        enter("thida");
        pressId("desk-undo");
        assertThat(REGISTRATION.commands("check-out-participant"))
                .singleElement()
                .asString()
                .contains(THIDA);
        assertThat(answer()).contains("Checked out");
    }

    @Test
    void aPhoneNumberFindsWhoeverHasIt() {
        REGISTRATION.says("/people/with-contact", "[" + person("REGISTERED", EXPECTED, "null") + "]");
        enter("012 345 678");
        assertThat(shown()).contains("Chan Thida").doesNotContain("012 345 678");
        enter("012 345 678");
        assertThat(REGISTRATION.commands("check-in-participant")).hasSize(1);
    }

    @Test
    void theDayAndTheModeAreInTheAddress() {
        assertThat(shown()).contains("Day 2 is on 2022-06-07");
        assertThat(current()).containsExactly("Day 22022-06-07", "In person");
        open(SUMMIT + "/desk?day=2&mode=ONLINE");
        assertThat(current()).containsExactly("Day 22022-06-07", "Online");
        open(SUMMIT + "/desk");
        assertThat(current()).containsExactly("Day 12022-05-30", "Online");
    }

    private List<String> current() {
        return find(com.vaadin.flow.component.html.Anchor.class).all().stream()
                .filter(link -> link.getElement().hasAttribute("aria-current"))
                .map(link -> link.getElement().getTextRecursively())
                .toList();
    }

    @Test
    void theNumbersAreThoseOfTheDay() {
        var numbers = find(NumbersTile.class).single().getElement().getTextRecursively();
        assertThat(numbers).contains("Day 2 in numbers", "In person", "Free seats", "River community organisation");
    }

    @Test
    void aPersonIsOpenedByIdAndShowsContactsWhenAsked() {
        REGISTRATION.says("/participants/" + THIDA, person("REGISTERED", EXPECTED, "\"X\""));
        open(DESK + "&person=" + THIDA);
        assertThat(shown())
                .contains("Chan Thida", "Coach", "Has a valid badge", "Comes online", "Change to online")
                .doesNotContain("012 345 678");
        pressId("desk-contacts");
        assertThat(shown()).contains("012 345 678");
    }

    @Test
    void aBadgeIsMadeAnewOrRevoked() {
        REGISTRATION.says("/participants/" + THIDA, person("REGISTERED", EXPECTED, "\"X\""));
        open(DESK + "&person=" + THIDA);
        press("Make a new one, revoke the old");
        assertThat(REGISTRATION.commands("issue-badge")).hasSize(1);
        press("Revoke it");
        assertThat(REGISTRATION.commands("revoke-badge"))
                .singleElement()
                .asString()
                .contains(BADGE);
    }

    @Test
    void aValidBadgeCanBePrintedAndItsAddressTellsNobody() {
        REGISTRATION.says("/participants/" + THIDA, person("REGISTERED", EXPECTED, "\"X\""));
        open(DESK + "&person=" + THIDA);
        assertThat(find(Anchor.class).withId("desk-badge-print").single().getHref())
                .isNotEmpty()
                .doesNotContain(THIDA, "Chan", "Thida");
    }

    @Test
    void aBadgeThatIsNotMadeYetIsMadeBeforeItIsPrinted() {
        REGISTRATION.says("/participants/" + THIDA, person("REGISTERED", EXPECTED, "null"));
        open(DESK + "&person=" + THIDA);
        assertThat(find(Anchor.class).withId("desk-badge-print").all()).isEmpty();
        assertThat(shown()).contains("Has no badge", "Make a badge");
    }

    @Test
    void aLinkIsMadeShownOnceAndKnownToRegistrationByItsDigest() {
        REGISTRATION.says("/participants/" + THIDA, person("REGISTERED", EXPECTED, "null"));
        open(DESK + "&person=" + THIDA);
        pressId("desk-ticket-make");
        var link = find(TextField.class).withId("desk-ticket-link").single().getValue();
        assertThat(link).matches("/t/[a-z2-7]{32}");
        assertThat(REGISTRATION.commands("issue-ticket"))
                .singleElement()
                .asString()
                .containsPattern("\"[0-9a-f]{64}\"");
        assertThat(REGISTRATION.asked()).noneMatch(asked -> asked.contains(link.substring(3)));
    }

    @Test
    void aConsentIsGivenAndOneThatIsNeededIsNotWithdrawnUnasked() {
        REGISTRATION.says("/participants/" + THIDA, person("REGISTERED", EXPECTED, "null"));
        open(DESK + "&person=" + THIDA);
        test(find(Checkbox.class).withId("desk-person-photo").single()).click();
        assertThat(REGISTRATION.commands("give-consent"))
                .singleElement()
                .asString()
                .contains("PHOTO", "2022-05");
        test(find(Checkbox.class).withId("desk-person-data_use").single()).click();
        assertThat(REGISTRATION.commands("withdraw-consent")).isEmpty();
        assertThat(find(ConfirmDialog.class).single().isOpened()).isTrue();
    }

    @Test
    void whoCancelledIsBroughtBackWhenTheyAgree() {
        REGISTRATION.says("/participants/" + THIDA, person("CANCELLED", "{}", "null"));
        open(DESK + "&person=" + THIDA);
        assertThat(shown()).contains("ខ្ញុំយល់ព្រម", "I agree");
        pressId("desk-reinstate");
        assertThat(REGISTRATION.commands("reinstate-registration")).isEmpty();
        test(find(Checkbox.class).withId("desk-consent-data_use").atIndex(1)).click();
        pressId("desk-reinstate");
        assertThat(REGISTRATION.commands("reinstate-registration"))
                .singleElement()
                .asString()
                .contains("\"2\":\"IN_PERSON\"", "2022-05");
    }

    @Test
    void somebodyIsRevised() {
        REGISTRATION.says("/participants/" + THIDA, person("REGISTERED", EXPECTED, "null"));
        open(DESK + "&person=" + THIDA);
        pressId("desk-person-revise");
        assertThat(find(TextField.class)
                        .withId("desk-reach")
                        .withValue("012 345 678")
                        .all())
                .hasSize(1);
        test(find(TextField.class).withId("desk-latin").withValue("Chan Thida").single())
                .setValue("Chan Thyda");
        pressId("desk-save");
        assertThat(REGISTRATION.commands("revise-participant"))
                .singleElement()
                .asString()
                .contains("Chan Thyda", "012 345 678");
    }

    private void fillWalkIn(String name) {
        pressId("desk-walk-in-open");
        test(find(TextField.class).withId("desk-name").single()).setValue(name);
        test(find(TextField.class).withId("desk-reach").single()).setValue("017 222 333");
        @SuppressWarnings("unchecked") // the only combo box of the form is that of organisations
        var organization = (ComboBox<Organization>)
                find(ComboBox.class).withId("desk-organization").single();
        organization.setValue(organization.getListDataView().getItem(0));
        select("desk-gender", Gender.WOMAN);
        select("desk-age", AgeBand.FROM_30_TO_44);
    }

    @SuppressWarnings("unchecked") // which type a choice is of is known by its id
    private <T> void select(String id, T value) {
        ((Select<T>) find(Select.class).withId(id).single()).setValue(value);
    }

    @Test
    void aWalkInIsRegisteredLetInAndOfferedABadge() {
        fillWalkIn("កែវ ស្រីមុំ Keo Sreymom");
        pressId("desk-register");
        assertThat(REGISTRATION.commands("register-walk-in"))
                .as("without consent")
                .isEmpty();
        test(find(Checkbox.class).withId("desk-consent-data_use").single()).click();
        pressId("desk-register");
        assertThat(REGISTRATION.commands("register-walk-in"))
                .singleElement()
                .asString()
                .contains("\"km\":\"កែវ ស្រីមុំ\"", "\"latin\":\"Keo Sreymom\"", "017 222 333", "\"day\":2")
                .contains("DATA_USE", "2022-05", "\"mode\":\"IN_PERSON\"");
        assertThat(shown()).contains("Registered and checked in: Keo Sreymom · កែវ ស្រីមុំ");
        pressId("desk-walk-in-badge");
        assertThat(REGISTRATION.commands("issue-badge")).hasSize(1);
        assertThat(shown()).contains("The badge is made");
        assertThat(find(Anchor.class).withId("desk-walk-in-print").all()).hasSize(1);
    }

    @Test
    void whatIsMissingIsSaidAndNothingIsAsked() {
        pressId("desk-walk-in-open");
        pressId("desk-register");
        assertThat(find(TextField.class).withId("desk-name").single().isInvalid())
                .isTrue();
        assertThat(REGISTRATION.commands("register-walk-in")).isEmpty();
    }

    @Test
    void whoIsRegisteredAlreadyIsLedToAndWhatWasTypedStays() {
        REGISTRATION.refuses("/commands/register-walk-in", "CONTACT_TAKEN", "{}");
        REGISTRATION.says("/people/with-contact", "[" + person("REGISTERED", EXPECTED, "null") + "]");
        REGISTRATION.says("/participants/" + THIDA, person("REGISTERED", EXPECTED, "null"));
        fillWalkIn("Keo Sreymom");
        test(find(Checkbox.class).withId("desk-consent-data_use").single()).click();
        pressId("desk-register");
        assertThat(find(Dialog.class).single().getElement().getTextRecursively())
                .contains("already registered with this phone number", "Chan Thida");
        assertThat(find(TextField.class).withId("desk-name").single().getValue())
                .isEqualTo("Keo Sreymom");
        pressId("desk-existing");
        assertThat(find(PersonCard.class).single().open()).contains(new ParticipantId(UUID.fromString(THIDA)));
    }

    @Test
    void aWalkInThatGotNoAnswerIsAskedAgainAsTheSamePerson() {
        fillWalkIn("Keo Sreymom");
        test(find(Checkbox.class).withId("desk-consent-data_use").single()).click();
        REGISTRATION.isAway(true);
        pressId("desk-register");
        assertThat(shown()).contains("What you typed is kept");
        REGISTRATION.isAway(false);
        pressId("desk-register");
        assertThat(REGISTRATION.commands("register-walk-in").stream()
                        .map(body -> body.replaceAll(".*\"participant\":\"([^\"]+)\".*", "$1"))
                        .collect(Collectors.toSet()))
                .hasSize(1);
    }

    @Test
    void theWaitingListStandsInItsOrder() {
        REGISTRATION.says(
                "/waiting",
                "[{\"person\":%s,\"day\":2,\"mode\":\"IN_PERSON\",\"place\":1,\"since\":\"2022-06-01T02:00:00Z\"}]"
                        .formatted(thida("REGISTERED", "{}")));
        open(DESK + "&list=WAITING");
        assertThat(shown()).contains("Day 2, in person", "Chan Thida", "since 2022-06-01 09:00");
    }

    @Test
    void aDisputeIsResolvedWithOneOfTwoAnswers() {
        REGISTRATION.says("/disputes", """
                [{"dispute":"9e750000-0000-4000-8000-00000000000d","participant":"%s","person":%s,"reason":"NOT_EXPECTED",
                  "direction":"IN","day":2,"mode":"IN_PERSON","occurredAt":"2022-06-07T01:12:00Z",
                  "recordedAt":"2022-06-07T05:00:00Z"}]""".formatted(THIDA, thida("REGISTERED", "{}")));
        open(DESK + "&list=DISPUTES");
        assertThat(shown())
                .contains("Not registered for that day", "came on day 2, in person, at 2022-06-07 08:12", "Chan Thida");
        REGISTRATION.says("/disputes", "[]");
        press("Was not here");
        assertThat(REGISTRATION.commands("resolve-check-in"))
                .singleElement()
                .asString()
                .contains("WAS_NOT_HERE", THIDA);
        assertThat(shown()).contains("No contradiction is open");
    }

    @Test
    void duplicatesAreMergedWhenSureAndDismissedAtOnce() {
        REGISTRATION.says(
                "/suspected-duplicates",
                "[{\"one\":%s,\"other\":%s,\"likeness\":0.93}]"
                        .formatted(
                                thida("REGISTERED", EXPECTED),
                                line(SOPHEA, "ចាន់ ធីតា", "Chan Thyda", "REGISTERED", EXPECTED)));
        open(DESK + "&list=DUPLICATES");
        assertThat(shown()).contains("Chan Thida", "Chan Thyda", "Names 93 % alike", "Duplicates1");
        press("Same person: this one stays");
        assertThat(REGISTRATION.commands("merge-duplicate")).isEmpty();
        test(find(ConfirmDialog.class).single()).confirm();
        roundTrip();
        assertThat(REGISTRATION.commands("merge-duplicate"))
                .singleElement()
                .asString()
                .contains("\"participant\":\"" + SOPHEA, "\"into\":\"" + THIDA);
        press("These are two people");
        assertThat(REGISTRATION.commands("dismiss-duplicate")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WAITING", "DISPUTES", "DUPLICATES"})
    void anEmptyListSaysWhatWouldBeThere(String list) {
        open(DESK + "&list=" + list);
        assertThat(shown())
                .containsAnyOf("Nobody waits", "No contradiction is open", "No two registrations look alike");
        assertThat(find(Tab.class).all()).hasSize(4);
    }

    @Test
    void aListThatCanNotBeAskedForSaysSo() {
        REGISTRATION.isAway(true);
        open(DESK + "&list=WAITING");
        assertThat(shown()).contains("can't be reached just now").doesNotContain("Nobody waits");
    }

    @Test
    void theWholeDeskChangesItsLanguage() {
        people(1, thida("REGISTERED", EXPECTED));
        type("thida");
        enter("thida");
        ReadersChoice.language(UI.getCurrent(), Words.KHMER);
        assertThat(shown())
                .contains("បានកត់វត្តមាន", "ច្រកទ្វារ", "ចាន់ ធីតា · Chan Thida")
                .doesNotContain("Checked in", "Waiting list", "!desk");
    }
}
