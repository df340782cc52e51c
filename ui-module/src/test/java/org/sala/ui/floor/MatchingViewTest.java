package org.sala.ui.floor;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sala.marketplace.api.MatchingWorkbench.Exchange;
import org.sala.marketplace.api.TradeStatus;
import org.sala.ports.Role;
import org.sala.ui.FaceViewTest;
import org.sala.ui.ModulesOverHttp;
import org.sala.ui.ScriptedModule;
import org.sala.ui.language.Words;
import org.springframework.beans.factory.annotation.Autowired;

/** The workbench in the JVM: what a run is shown as, and what is asked of the marketplace. */
class MatchingViewTest extends FaceViewTest {

    private static final ScriptedModule MARKET = ModulesOverHttp.MARKETPLACE;
    private static final UUID RUN = UUID.fromString("9a7c4000-0000-4000-8000-000000000001");
    private static final String RUNS = "/summits/" + SAMPLE.summit() + "/matching";

    @Autowired
    private FloorQueries queries;

    @BeforeEach
    void staff() {
        MARKET.begin();
        MARKET.says(RUNS, "[]");
        signIn(Role.STAFF);
    }

    private Floor floor() {
        return queries.floor(SAMPLE.summit());
    }

    /** A run in which the first two offers' stalls swap, and the first need is left over. */
    private String run(String state, int best, int bound) {
        var one = floor().offers().getFirst();
        var other = floor().offers().stream()
                .filter(each -> !each.organization().equals(one.organization()))
                .findFirst()
                .orElseThrow();
        var left = floor().needs().getFirst();
        var searching = state.equals("SEARCHING");
        return """
                {"run":"%s","summit":"%s","seed":"2022-06-08","begun":"2022-06-08T02:00:00Z","ended":null,"state":"%s",
                 "needs":12,"offers":9,
                 "best":{"needs":%d,"organizations":2,"smallOrganizations":1},
                 "bound":{"needs":%d,"organizations":2,"smallOrganizations":1},
                 "exchanges":[%s],"unserved":[%s]}""".formatted(
                RUN,
                SAMPLE.summit(),
                state,
                best,
                bound,
                searching
                        ? ""
                        : """
                        {"trade":"%s","legs":[
                         {"giver":"%2$s","receiver":"%3$s","offer":"%4$s","units":1},
                         {"giver":"%3$s","receiver":"%2$s","offer":"%5$s","units":1}]}""".formatted(
                                Exchange.id(RUN, 1), one.organization(), other.organization(), one.id(), other.id()),
                searching ? "" : """
                        {"need":"%s","organization":"%s","category":"%s","why":"GIVERS_NEED_NOTHING","givers":["%s"],
                         "lostTo":[]}""".formatted(left.id(), left.organization(), left.category(), other.organization()));
    }

    private String part(String id) {
        return find(Section.class).withId(id).single().getElement().getTextRecursively();
    }

    private void press(String id) {
        find(Button.class).withId(id).single().click();
        roundTrip();
    }

    @Test
    void beforeARunItIsSaidWhatWillBeHere() {
        open(SUMMIT + "/floor/matching");
        assertThat(part("matching-found")).contains("Nothing has been looked for yet");
        assertThat(find(Section.class).withId("matching-exchanges").exists()).isFalse();
        assertThat(find(TextField.class).withId("matching-seed").single().getValue())
                .matches("\\d{4}-\\d{2}-\\d{2}");
    }

    @Test
    void whatIsFoundIsProvedAndProposedByOneClick() {
        open(SUMMIT + "/floor/matching");
        MARKET.says(RUNS, run("OPTIMAL", 2, 2));
        find(TextField.class).withId("matching-seed").single().setValue("drawn in public");
        find(IntegerField.class).withId("matching-seconds").single().setValue(30);
        press("matching-begin");
        assertThat(MARKET.asked(RUNS)).last().asString().contains("\"seed\":\"drawn in public\"", "\"seconds\":30");
        assertThat(part("matching-found")).contains("Proved", "of 12 needs served", "nothing serves more");
        assertThat(part("matching-exchanges")).contains(" gives ");
        assertThat(part("matching-found")).contains("Take what was asked");
        var need = floor().needs().getFirst();
        assertThat(part("matching-unserved"))
                .contains(need.title().in(Words.ENGLISH), "who need nothing that is on offer");

        press("propose-" + Exchange.id(RUN, 1));
        assertThat(MARKET.commands("propose-trade"))
                .singleElement()
                .asString()
                .contains(Exchange.id(RUN, 1).toString(), "\"proposer\":null");
    }

    @Test
    void whileItSearchesItsBestAndItsBoundAreSeenAndItCanBeStopped() {
        MARKET.says(RUNS, "[" + run("SEARCHING", 7, 9) + "]");
        MARKET.says(RUNS + "/stop", "[" + run("SEARCHING", 7, 9) + "]");
        open(SUMMIT + "/floor/matching");
        assertThat(part("matching-found")).contains("Searching", "7", "at most 9 can be");
        assertThat(UI.getCurrent().getPollInterval()).isPositive();
        MARKET.says(RUNS, "[" + run("STOPPED", 8, 9) + "]");
        press("matching-stop");
        assertThat(MARKET.asked(RUNS + "/stop")).hasSize(1);
        assertThat(part("matching-found")).contains("Stopped", "not proved");
        assertThat(UI.getCurrent().getPollInterval()).isNegative();
    }

    @Test
    void whenSomebodyWithdrewWhatIsLostIsCalledOffAndTheRestProposedByOneClick() {
        var agreed = floor().trades().stream()
                .filter(trade -> trade.status() == TradeStatus.AGREED)
                .toList();
        var lost = agreed.getFirst();
        var leaves = lost.parties().getFirst();
        open(SUMMIT + "/floor/matching");
        assertThat(find(Section.class).withId("matching-repaired").exists()).isFalse();
        MARKET.says(RUNS + "/repair", run("OPTIMAL", 2, 2).replaceFirst("\\}$", """
                ,"repair":{"kept":["%s"],"lost":[{"trade":"%s","legs":[1],"because":"CANNOT_DELIVER"}]}}""".formatted(
                        agreed.getLast().id(), lost.id())));
        @SuppressWarnings("unchecked") // what is found is known by its raw class only
        var leaving = (MultiSelectComboBox<UUID>)
                find(MultiSelectComboBox.class).withId("matching-leaving").single();
        leaving.setValue(Set.of(leaves));
        press("matching-repair");
        assertThat(MARKET.asked(RUNS + "/repair"))
                .singleElement()
                .asString()
                .contains("\"leaving\":[\"" + leaves + "\"]");
        assertThat(part("matching-repaired"))
                .contains(
                        "1 agreed trade can’t be kept",
                        "can’t be given any more",
                        "1 agreed trade stays as it is",
                        "Call off 1 and propose 1 instead");

        press("repair-do");
        assertThat(MARKET.commands("cancel-trade")).as("first it is asked").isEmpty();
        test(find(ConfirmDialog.class).withId("repair-sure").single()).confirm();
        roundTrip();
        assertThat(MARKET.commands("cancel-trade"))
                .singleElement()
                .asString()
                .contains(lost.id().toString(), "CANNOT_DELIVER", "\"organization\":null");
        assertThat(MARKET.commands("propose-trade"))
                .singleElement()
                .asString()
                .contains(Exchange.id(RUN, 1).toString());
    }

    @Test
    void whatIsRefusedIsToldAndWhatWasTypedStays() {
        open(SUMMIT + "/floor/matching");
        MARKET.refuses(RUNS, "MALFORMED", "{\"field\":\"seed\"}");
        find(TextField.class).withId("matching-seed").single().setValue(" ");
        press("matching-begin");
        assertThat(shown()).contains("seed");
        assertThat(MARKET.commands("propose-trade")).isEmpty();
    }

    @Test
    void facilitatorsLookAndDoNotAct() {
        signIn(Role.FACILITATOR);
        MARKET.says(RUNS, "[" + run("OPTIMAL", 2, 2) + "]");
        open(SUMMIT + "/floor/matching");
        assertThat(part("matching-exchanges")).contains(" gives ");
        assertThat(find(Button.class).withId("matching-begin").exists()).isFalse();
        assertThat(find(Button.class).withId("propose-" + Exchange.id(RUN, 1)).exists())
                .isFalse();
    }
}
