package org.sala.ui.floor;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.marketplace.api.CancelReason;
import org.sala.marketplace.api.LegResolution;
import org.sala.marketplace.api.OfferKind;
import org.sala.marketplace.api.TradeShape;
import org.sala.marketplace.api.TradeStatus;
import org.sala.ports.Role;
import org.sala.ui.FaceViewTest;
import org.sala.ui.ModulesOverHttp;
import org.sala.ui.SampleFacts;
import org.sala.ui.ScriptedModule;
import org.sala.ui.language.ReadersChoice;
import org.sala.ui.language.Words;
import org.springframework.beans.factory.annotation.Autowired;

/** The floor in the JVM: what is seen of it, and what is asked of the marketplace for what was done. */
class FloorViewTest extends FaceViewTest {

    private static final ScriptedModule MARKET = ModulesOverHttp.MARKETPLACE;

    @Autowired
    private FloorQueries queries;

    @BeforeEach
    void staff() {
        MARKET.begin();
        signIn(Role.STAFF);
    }

    private Floor floor() {
        return queries.floor(SAMPLE.summit());
    }

    private Floor.Offer offer(String title) {
        return floor().offers().stream()
                .filter(each -> each.title().en().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private Floor.Trade trade(TradeStatus status, TradeShape shape) {
        return floor().trades().stream()
                .filter(each -> each.status() == status && each.shape() == shape)
                .findFirst()
                .orElseThrow();
    }

    private String name(UUID organization) {
        return floor().name(organization, Words.ENGLISH);
    }

    private String part(String id) {
        return find(Section.class).withId(id).single().getElement().getTextRecursively();
    }

    private <T extends Component> T field(Class<T> type, String id) {
        return find(type).withId(id).single();
    }

    @SuppressWarnings("unchecked") // a field's id says what it chooses
    private <E> void choose(String id, E value) {
        ((Select<E>) field(Select.class, id)).setValue(value);
        roundTrip();
    }

    @SuppressWarnings("unchecked") // a field's id says what it chooses
    private <E> void pick(String id, E value) {
        ((ComboBox<E>) field(ComboBox.class, id)).setValue(value);
        roundTrip();
    }

    private void press(String id) {
        field(Button.class, id).click();
        roundTrip();
    }

    private void pressIn(String id, String words) {
        find(
                        Button.class,
                        find(com.vaadin.flow.component.html.Div.class)
                                .withId(id)
                                .single())
                .all()
                .stream()
                .filter(button -> button.getText().equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button «" + words + "» in " + id))
                .click();
        roundTrip();
    }

    @Test
    void theFloorIsSeenAtAGlance() {
        var seen = open(SUMMIT + "/floor");
        assertThat(seen)
                .contains("A van", "Proposal coaching", "A motorbike", "Help with a proposal")
                .contains("1 of 4 free: day")
                .contains("A joint training", "under way")
                .doesNotContain("A bicycle", "A translator", "First said", "!floor");
        assertThat(part("floor-needs")).contains("promised").doesNotContain("A ride to Kratie");
        assertThat(part("floor-rounds")).contains("They met", "Each has something that the other needs");
    }

    @Test
    void whatIsOverdueComesFirst() {
        open(SUMMIT + "/floor");
        var promises = part("floor-promises");
        assertThat(promises)
                .contains("overdue", "asked after 1 time", "disputed", "delivered")
                .contains(name(trade(TradeStatus.AGREED, TradeShape.RING)
                                .legs()
                                .getFirst()
                                .giver()) + " gives ");
        assertThat(promises.indexOf("overdue")).isLessThan(promises.indexOf("disputed"));
    }

    @Test
    void nothingThatWasWrittenAboutAPromiseIsHere() {
        open(SUMMIT + "/floor");
        assertThat(shown()).doesNotContain(SampleFacts.SECRET_NAME, "It did not start");
        open(SUMMIT + "/floor/trades/"
                + trade(TradeStatus.COMPLETED, TradeShape.SWAP).id());
        assertThat(shown()).doesNotContain(SampleFacts.SECRET_NAME, "a list");
    }

    @Test
    void theAddressTellsWhatIsShown() {
        open(SUMMIT + "/floor?kind=CAPACITY&text=coaching");
        assertThat(part("floor-offers")).contains("Proposal coaching").doesNotContain("A van", "A motorbike");
        open(SUMMIT + "/floor?text=motorb");
        assertThat(part("floor-offers")).contains("A motorbike").doesNotContain("A van", "Proposal coaching");
        open(SUMMIT + "/floor?organization=" + offer("A van").organization());
        assertThat(part("floor-offers")).contains("A van").doesNotContain("A motorbike");
        open(SUMMIT + "/floor?trades=DECLINED");
        assertThat(part("floor-trades")).contains("declined").doesNotContain("waiting");
        open(SUMMIT + "/floor?category=proposal-writing");
        assertThat(part("floor-needs")).contains("Help with a proposal");
        assertThat(part("floor-offers")).doesNotContain("A van");
    }

    @Test
    void whatIsChosenIsShownAtOnce() {
        open(SUMMIT + "/floor");
        choose("floor-kind", OfferKind.CAPACITY);
        assertThat(part("floor-offers")).contains("Proposal coaching").doesNotContain("A van");
        open(SUMMIT + "/floor");
        choose("floor-trades-shown", TradesShown.CANCELLED);
        assertThat(part("floor-trades")).contains("called off").doesNotContain("waiting");
    }

    @Test
    void anOfferIsPostedAsItWasSaidAndInOneLanguageForBoth() {
        open(SUMMIT + "/floor");
        press("floor-post");
        pick("floor-offer-organization", offer("A van").organization());
        choose("floor-offer-kind", OfferKind.GOOD);
        choose("floor-offer-category", floor().categories().getFirst());
        field(TextField.class, "floor-offer-title-en").setValue("Fifty chairs");
        field(IntegerField.class, "floor-offer-units").setValue(50);
        field(TextField.class, "floor-offer-unit-en").setValue("chair");
        field(TextField.class, "floor-offer-venue-km").setValue("កំពត");
        field(DatePicker.class, "floor-offer-until").setValue(LocalDate.of(2030, 1, 2));
        field(TextArea.class, "floor-offer-terms-en").setValue("Bring them back");
        press("floor-offer-send");
        assertThat(MARKET.commands("post-offer"))
                .singleElement()
                .asString()
                .contains("\"km\":\"Fifty chairs\"", "\"en\":\"Fifty chairs\"", "\"units\":50", "\"km\":\"កំពត\"")
                .contains("2030-01-02T16:59:00Z");
        assertThat(find(Dialog.class).all()).isEmpty();
    }

    @Test
    void whatIsMissingIsSaidAndNothingIsAsked() {
        open(SUMMIT + "/floor");
        press("floor-voice");
        press("floor-need-send");
        assertThat(field(TextField.class, "floor-need-title-km").isInvalid()).isTrue();
        assertThat(MARKET.commands("voice-need")).isEmpty();
    }

    @Test
    void aRefusalIsSaidInTheReadersWordsAndWhatWasTypedStays() {
        MARKET.refuses("/commands/voice-need", "TOO_MANY_NEEDS", "{\"limit\":\"10\"}");
        open(SUMMIT + "/floor");
        press("floor-voice");
        pick("floor-need-organization", offer("A van").organization());
        choose("floor-need-kind", OfferKind.GOOD);
        choose("floor-need-category", floor().categories().getFirst());
        field(TextField.class, "floor-need-title-en").setValue("A room");
        field(TextArea.class, "floor-need-details-en").setValue("In June");
        press("floor-need-send");
        assertThat(shown()).contains("10 open needs at the most");
        assertThat(field(TextField.class, "floor-need-title-en").getValue()).isEqualTo("A room");
    }

    @Test
    void aSwapIsPutTogetherInWordsBeforeItIsProposed() {
        var van = offer("A van");
        var coaching = offer("Proposal coaching");
        open(SUMMIT + "/floor");
        pressIn("offer-" + van.id(), "Propose a trade");
        pick("floor-leg-receiver-1", coaching.organization());
        press("floor-trade-another");
        pick("floor-leg-offer-2", coaching);
        pick("floor-leg-receiver-2", offer("A motorbike").organization());
        assertThat(shown()).contains("The last one gives to the first");
        pick("floor-leg-receiver-2", van.organization());
        assertThat(shown())
                .contains("Swap: it can be proposed")
                .contains(name(coaching.organization()) + " gives " + name(van.organization())
                        + " 1 × day: Proposal coaching");
        press("floor-trade-send");
        assertThat(MARKET.commands("propose-trade"))
                .singleElement()
                .asString()
                .contains(van.id().toString(), coaching.id().toString())
                .contains("\"proposer\":null");
    }

    @Test
    void moreThanIsFreeIsSaidBeforeItIsSent() {
        var van = offer("A van");
        open(SUMMIT + "/floor");
        pressIn("offer-" + van.id(), "Propose a trade");
        pick("floor-leg-receiver-1", offer("A motorbike").organization());
        field(IntegerField.class, "floor-leg-units-1").setValue(9);
        assertThat(shown()).contains("That is more than is free");
    }

    @Test
    void onTheStallItsOwnersOffersAreRevisedAndWithdrawn() {
        var van = offer("A van");
        var seen = open(SUMMIT + "/floor/stalls/" + van.organization());
        assertThat(seen)
                .contains(name(van.organization()), "A van", "Help with a proposal")
                .doesNotContain("Proposal coaching · ", "A motorbike · ");
        assertThat(part("stall-gives")).contains("overdue");
        assertThat(part("stall-gets")).contains("delivered");
        pressIn("offer-" + van.id(), "Revise");
        assertThat(field(TextField.class, "floor-offer-title-en").getValue()).isEqualTo("A van");
        field(IntegerField.class, "floor-offer-units").setValue(6);
        press("floor-offer-send");
        assertThat(MARKET.commands("revise-offer"))
                .singleElement()
                .asString()
                .contains("\"units\":6", "2190-01-01T00:00:00Z");
        pressIn("offer-" + van.id(), "Withdraw");
        assertThat(MARKET.commands("withdraw-offer"))
                .as("before it was said again")
                .isEmpty();
        press("floor-sure-send");
        assertThat(MARKET.commands("withdraw-offer")).hasSize(1);
    }

    @Test
    void aTradeTellsItsLegsPartiesAndHistoryInOrder() {
        var trade = trade(TradeStatus.AGREED, TradeShape.RING);
        var seen = open(SUMMIT + "/floor/trades/" + trade.id());
        assertThat(seen).contains("Ring of 3", "agreed", "For the need: Help with a proposal");
        assertThat(part("trade-history"))
                .containsSubsequence(
                        "proposed it",
                        "accepted",
                        "it is agreed",
                        "Part 1 was asked after: its day has come",
                        "Part 2 was not as promised",
                        "about part 2 on 2022-06-20: it is still owed",
                        "Part 3 was delivered on 2022-06-20");
    }

    @Test
    void aPartyAcceptsTheTermsThatAreSeenAndNoOthers() {
        var trade = trade(TradeStatus.OPEN, TradeShape.RING);
        open(SUMMIT + "/floor/trades/" + trade.id());
        assertThat(part("trade-parties")).contains("2 of 3 have accepted");
        var first = trade.legs().getFirst().giver();
        MARKET.refuses("/commands/accept-trade", "TERMS_CHANGED", "{\"round\":\"3\"}");
        press("accept-" + first);
        assertThat(MARKET.commands("accept-trade"))
                .singleElement()
                .asString()
                .contains(first.toString(), "\"round\":2");
        assertThat(shown()).contains("Somebody has proposed other terms meanwhile");
    }

    @Test
    void aTradeIsDeclinedCancelledAndCountered() {
        var trade = trade(TradeStatus.OPEN, TradeShape.RING);
        open(SUMMIT + "/floor/trades/" + trade.id());
        press("decline-" + trade.legs().getFirst().giver());
        press("floor-end-send");
        assertThat(MARKET.commands("decline-trade")).as("without a reason").isEmpty();
        find(Dialog.class).all().forEach(Dialog::close);
        roundTrip();
        press("trade-cancel");
        choose("floor-cancel-reason", CancelReason.BY_AGREEMENT);
        press("floor-end-send");
        assertThat(MARKET.commands("cancel-trade"))
                .singleElement()
                .asString()
                .contains("BY_AGREEMENT", "\"organization\":null");
        press("trade-counter");
        pick("floor-trade-proposer", trade.legs().getFirst().giver());
        field(IntegerField.class, "floor-leg-units-2").setValue(2);
        press("floor-trade-send");
        assertThat(MARKET.commands("counter-trade")).singleElement().asString().contains("\"round\":2", "\"units\":2");
    }

    @Test
    void whatBecameOfAPromiseIsSaidByWhoeverMaySayIt() {
        var trade = trade(TradeStatus.AGREED, TradeShape.RING);
        open(SUMMIT + "/floor/trades/" + trade.id());
        pressIn("leg-1", "Delivered");
        press("floor-leg-send");
        assertThat(MARKET.commands("deliver-leg"))
                .singleElement()
                .asString()
                .contains(trade.legs().getFirst().giver().toString(), "\"leg\":1");
        pressIn("leg-3", "Confirmed");
        field(TextArea.class, "floor-leg-note").setValue("The list is in the office");
        press("floor-leg-send");
        assertThat(MARKET.commands("confirm-leg"))
                .singleElement()
                .asString()
                .contains(trade.legs().getLast().receiver().toString(), "The list is in the office");
        pressIn("leg-2", "Resolve");
        choose("floor-leg-resolution", LegResolution.CONFIRMED);
        press("floor-leg-send");
        assertThat(MARKET.commands("resolve-leg")).hasSize(1);
    }

    @Test
    void organizationsMeetPledgeAndReport() {
        open(SUMMIT + "/floor");
        var action = floor().actions().getFirst();
        pressIn("action-" + action.id(), "Report");
        pick("floor-report-by", action.organizations().getFirst());
        choose("floor-report-progress", org.sala.marketplace.api.ActionProgress.DONE);
        press("floor-report-send");
        assertThat(MARKET.commands("report-joint-action"))
                .singleElement()
                .asString()
                .contains("DONE");
        press("floor-plan");
        press("floor-rounds-send");
        assertThat(MARKET.commands("plan-networking-rounds"))
                .singleElement()
                .asString()
                .contains("\"rounds\":3");
        press("floor-category-new");
        choose("floor-category-kind", OfferKind.GOOD);
        field(TextField.class, "floor-category-km").setValue("កៅអី");
        field(TextField.class, "floor-category-en").setValue("Chairs and tables");
        press("floor-category-send");
        assertThat(MARKET.commands("add-category")).singleElement().asString().contains("chairs-and-tables");
    }

    @Test
    void aFacilitatorLooksAndChangesNothing() {
        signIn(Role.FACILITATOR);
        open(SUMMIT + "/floor");
        assertThat(find(Button.class).all().stream()
                        .filter(Component::isVisible)
                        .map(Button::getText))
                .doesNotContain("Post an offer", "Propose a trade", "Delivered", "Report", "They met");
        open(SUMMIT + "/floor/trades/"
                + trade(TradeStatus.OPEN, TradeShape.RING).id());
        assertThat(shown()).contains("not yet");
        assertThat(find(Button.class).all()).extracting(Button::getText).doesNotContain("Accept", "Call off");
    }

    @Test
    void theRoomSeesWhatIsOfferedAndWhoGivesWhomWithATableOfIt() {
        var seen = open(SUMMIT + "/floor/screen");
        assertThat(seen)
                .contains("A van", "needs", "Who gives whom", "gifts and exchanges between")
                .doesNotContain("Sign out");
        assertThat(find(com.vaadin.flow.component.Svg.class).all()).hasSize(1);
        assertThat(open(SUMMIT + "/floor/screen?table=1")).contains("Gives", "Gets", "Promises");
        assertThat(find(com.vaadin.flow.component.Svg.class).all()).isEmpty();
    }

    @Test
    void whatChangedIsPutOnTheScreenWithoutBeingAskedFor() {
        open(SUMMIT + "/floor");
        var view = (FloorView) getCurrentView();
        var was = floor();
        view.show(new Floor(
                was.names(),
                was.categories(),
                was.offers().stream()
                        .filter(each -> !each.title().en().equals("A van"))
                        .toList(),
                was.needs(),
                was.trades(),
                was.actions(),
                was.pairs(),
                was.meetings()));
        assertThat(part("floor-offers")).doesNotContain("A van").contains("A motorbike");
    }

    @ParameterizedTest
    @ValueSource(strings = {"floor", "floor/screen"})
    void everythingIsThereInKhmer(String page) {
        open(SUMMIT + "/" + page);
        ReadersChoice.language(UI.getCurrent(), Words.KHMER);
        assertThat(shown()).contains("ផ្តល់ជូន").doesNotContain("!floor", " gives ", "open offers");
    }

    @Test
    void anUnknownStallAndTradeSayThatThereIsNothing() {
        assertThat(open(SUMMIT + "/floor/stalls/" + UUID.randomUUID())).contains("There is nothing at this address");
        assertThat(open(SUMMIT + "/floor/trades/none")).contains("There is nothing at this address");
    }

    @ParameterizedTest
    @EnumSource(TradeStatus.class)
    void everyStateOfATradeCanBeChosen(TradeStatus status) {
        assertThat(List.of(TradesShown.values()))
                .filteredOn(each -> each != TradesShown.ALL && each != TradesShown.LIVE && each.has(status))
                .hasSize(1);
    }
}
