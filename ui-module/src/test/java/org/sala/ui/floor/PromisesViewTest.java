package org.sala.ui.floor;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sala.marketplace.api.LegStatus;
import org.sala.ports.Role;
import org.sala.ui.FaceViewTest;
import org.sala.ui.ModulesOverHttp;
import org.sala.ui.ScriptedModule;
import org.sala.ui.language.Words;
import org.springframework.beans.factory.annotation.Autowired;

/** The promises in the JVM: by what each waits for, what staff say of them, and how they stood after the summit. */
class PromisesViewTest extends FaceViewTest {

    private static final ScriptedModule MARKET = ModulesOverHttp.MARKETPLACE;
    private static final String FULFILMENT = "/summits/" + SAMPLE.summit() + "/fulfilment";

    @Autowired
    private FloorQueries queries;

    @BeforeEach
    void staff() {
        MARKET.begin();
        MARKET.says(FULFILMENT, """
                [{"daysAfter":30,"asOf":"2022-07-09T17:00:00Z","reached":true,"tradesAgreed":31,"tradesCompleted":17,
                  "tradesCancelled":3,"legs":64,"delivered":45,"confirmed":41,"disputed":2,"overdue":9},
                 {"daysAfter":90,"asOf":"2022-07-20T02:00:00Z","reached":false,"tradesAgreed":31,"tradesCompleted":19,
                  "tradesCancelled":3,"legs":64,"delivered":48,"confirmed":43,"disputed":2,"overdue":8}]""");
        signIn(Role.STAFF);
    }

    private Floor.Promise promise(LegStatus status) {
        return queries.floor(SAMPLE.summit()).promises(Instant.now()).stream()
                .filter(each -> each.leg().status() == status)
                .findFirst()
                .orElseThrow();
    }

    private String part(String id) {
        return find(Section.class).withId(id).single().getElement().getTextRecursively();
    }

    private void press(Floor.Promise promise, String words) {
        var id = "promise-" + promise.trade().id() + "-" + promise.leg().number();
        find(Button.class, find(Div.class).withId(id).single()).all().stream()
                .filter(button -> button.getText().equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button «" + words + "»"))
                .click();
        roundTrip();
    }

    private String name(UUID organization) {
        return queries.floor(SAMPLE.summit()).name(organization, Words.ENGLISH);
    }

    @Test
    void eachStandsUnderWhatItWaitsForWithWhenItWasAskedAfter() {
        open(SUMMIT + "/floor/promises");
        assertThat(part("floor-promises-OVERDUE"))
                .contains("Overdue", "due by 2022-07-01", "asked after 2", "its day has come");
        assertThat(part("floor-promises-DISPUTED")).contains("disputed", "Resolve");
        assertThat(part("floor-promises-UNCONFIRMED")).contains("delivered", "Confirmed");
        assertThat(part("floor-promises-TO_COME")).contains("Nothing else is owed");
    }

    @Test
    void whatIsLookedForIsInTheAddress() {
        open(SUMMIT + "/floor/promises?text=motorbike");
        assertThat(find(TextField.class).withId("promises-text").single().getValue())
                .isEqualTo("motorbike");
        assertThat(part("floor-promises-DISPUTED")).contains("A motorbike");
        assertThat(part("floor-promises-OVERDUE")).contains("Nothing is overdue");
    }

    @Test
    void staffSayForItsGiverThatAPromiseWasDelivered() {
        open(SUMMIT + "/floor/promises");
        var overdue = promise(LegStatus.OWED);
        press(overdue, "Delivered");
        find(Button.class).withId("floor-leg-send").single().click();
        roundTrip();
        assertThat(MARKET.commands("deliver-leg"))
                .singleElement()
                .asString()
                .contains(overdue.trade().id().toString(), overdue.leg().giver().toString());
    }

    @Test
    void whatWasWrittenIsAskedForWhenSomebodyWantsToReadIt() {
        open(SUMMIT + "/floor/promises");
        var disputed = promise(LegStatus.DISPUTED);
        var file = "/trades/" + disputed.trade().id();
        assertThat(MARKET.asked(file)).isEmpty();
        MARKET.says(file, """
                {"summary":{"trade":"%s","summit":"%s","status":"AGREED","shape":"RING","round":1,"proposer":null,"legs":[],
                  "accepted":[],"expiresAt":null,"lastChange":"2022-06-20T02:00:00Z"},
                 "history":[
                  {"at":"2022-06-20T02:00:00Z","type":"marketplace.trade-leg-disputed","organization":null,"leg":%d,
                   "on":null,"words":"The engine did not start"},
                  {"at":"2022-06-20T03:00:00Z","type":"marketplace.trade-leg-delivered","organization":null,"leg":99,
                   "on":"2022-06-20","words":"Of another leg"}]}""".formatted(
                        disputed.trade().id(), SAMPLE.summit(), disputed.leg().number()));
        press(disputed, "What was written");
        var dialog =
                find(Dialog.class).withId("floor-written").single().getElement().getTextRecursively();
        assertThat(dialog)
                .contains(
                        "The engine did not start",
                        "Disputed",
                        name(disputed.leg().giver()))
                .doesNotContain("Of another leg");
    }

    @Test
    void howPromisesStoodAfterTheSummitIsATable() {
        open(SUMMIT + "/floor/promises");
        assertThat(part("promises-fulfilment"))
                .contains("30 days after2022-07-10", "90 days afteras of now", "Promises6464", "confirmed4143");
    }

    @Test
    void withoutTheMarketplaceThePromisesAreThereAllTheSame() {
        MARKET.isAway(true);
        assertThat(open(SUMMIT + "/floor/promises")).contains("its day has come");
        assertThat(part("promises-fulfilment")).contains("will be here");
    }

    @Test
    void facilitatorsLookAndDoNotAct() {
        signIn(Role.FACILITATOR);
        open(SUMMIT + "/floor/promises");
        assertThat(part("floor-promises-DISPUTED"))
                .contains("A motorbike")
                .doesNotContain("Resolve", "What was written");
    }
}
