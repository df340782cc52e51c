package org.sala.ui.programme;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sala.ports.Role;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.ChallengeCategory;
import org.sala.sessions.api.SessionKind;
import org.sala.ui.FaceViewTest;
import org.sala.ui.ModulesOverHttp;
import org.sala.ui.SampleFacts;
import org.sala.ui.ScriptedModule;
import org.sala.ui.language.ReadersChoice;
import org.sala.ui.language.Words;
import org.sala.ui.programme.Programme.Fullness;
import org.sala.ui.programme.Programme.Session;
import org.springframework.beans.factory.annotation.Autowired;

/** The programme and its sessions, over the sample's facts; whatever is decided is asked of sessions over HTTP. */
class ProgrammeViewTest extends FaceViewTest {

    private static final ScriptedModule SESSIONS = ModulesOverHttp.SESSIONS;
    private static final String DAY = SUMMIT + "/programme?day=2";

    @Autowired
    private ProgrammeQueries queries;

    @BeforeEach
    void staff() {
        SESSIONS.begin();
        signIn(Role.STAFF);
    }

    private Session session(String title) {
        return queries.programme(SAMPLE.summit()).sessions().stream()
                .filter(session -> session.title().en().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private String openSession(String title) {
        return open(SUMMIT + "/programme/" + session(title).id());
    }

    private <T extends Component> T field(Class<T> type, String id) {
        return find(type).withId(id).single();
    }

    @SuppressWarnings("unchecked") // a field's id says what it chooses
    private <E> void choose(String id, E value) {
        ((Select<E>) field(Select.class, id)).setValue(value);
        roundTrip();
    }

    private void press(String id) {
        field(Button.class, id).click();
        roundTrip();
    }

    private boolean canPress(String id) {
        return find(Button.class).withId(id).all().stream().anyMatch(Component::isVisible);
    }

    @Test
    void aDayIsSeenByTimeAndRoom() {
        open(DAY);
        var grid = field(OrderedList.class, "programme-grid").getElement().getTextRecursively();
        assertThat(grid)
                .contains("Hall A", "Hall B", "What stands in the way", "Small groups · 4 people are in it")
                .contains("Budgets that hold", "3 of 3 seats taken, 1 waiting", "sign-up is open")
                .doesNotContain("A walk", "!programme");
        assertThat(field(Section.class, "programme-off").getElement().getTextRecursively())
                .contains("A walk", "It rains");
    }

    @Test
    void theAddressSaysWhichDay() {
        assertThat(open(SUMMIT + "/programme?day=1"))
                .contains("Creative storytelling 1")
                .doesNotContain("Hall B");
        assertThat(open(DAY)).contains("Creative storytelling 2");
        assertThat(open(SUMMIT + "/programme?day=99")).contains("Programme").doesNotContain("!programme");
        assertThat(open(SUMMIT + "/programme?day=zwei")).contains("Programme");
    }

    @Test
    void whoMovesOnIsCountedWhereTheyAre() {
        assertThat(session("What stands in the way").modes())
                .containsOnlyKeys(AttendanceMode.IN_PERSON)
                .containsEntry(AttendanceMode.IN_PERSON, new Fullness(40, 0, 0, 4, 5));
        assertThat(session("Budgets that hold").modes())
                .containsEntry(AttendanceMode.IN_PERSON, new Fullness(3, 3, 1, 0, 0));
    }

    @Test
    void aSessionTellsWhatItIsAndNothingThatSomebodySaid() {
        var seen = openSession("What stands in the way");
        assertThat(seen)
                .contains("Khmer, interpreted into English", "Objective 1", "Everybody", "shared analysis")
                .contains("Round 1: 2 tables, 4 people; 1 tables told what they came to.")
                .contains("Funding: named 1 times")
                .doesNotContain(SampleFacts.SECRET_NAME, "!programme");
        assertThat(session("What stands in the way").challenges()).containsEntry(ChallengeCategory.FUNDING, 1);
        assertThat(openSession("Budgets that hold")).contains("Social Lab, Coaches");
    }

    @Test
    void onlyWhatCanBeDoneIsOffered() {
        openSession("Budgets that hold");
        assertThat(canPress("session-start")).isTrue();
        assertThat(canPress("session-end")).isFalse();
        assertThat(canPress("session-sign-up")).as("it is open").isFalse();
        openSession("What stands in the way");
        assertThat(canPress("session-start")).isFalse();
        assertThat(canPress("session-end")).isTrue();
        assertThat(canPress("session-call-off")).isFalse();
        openSession("A walk");
        assertThat(canPress("session-start")).isFalse();
        assertThat(canPress("session-reschedule")).isFalse();
        assertThat(shown()).contains("It rains", "called off");
    }

    @Test
    void aFacilitatorRunsSessionsAndPlansNone() {
        signIn(Role.FACILITATOR);
        open(DAY);
        assertThat(canPress("programme-schedule")).isFalse();
        openSession("Budgets that hold");
        assertThat(canPress("session-reschedule")).isFalse();
        press("session-start");
        assertThat(SESSIONS.commands("start-session"))
                .singleElement()
                .asString()
                .contains(session("Budgets that hold").id().toString());
    }

    @Test
    void aSessionIsScheduled() {
        open(DAY);
        press("programme-schedule");
        press("session-send");
        assertThat(SESSIONS.asked()).as("nothing was filled in").isEmpty();
        field(TextField.class, "session-title-en").setValue("Wellbeing");
        choose("session-kind", SessionKind.TRAINING);
        field(TimePicker.class, "session-start").setValue(LocalTime.of(14, 0));
        field(TimePicker.class, "session-end").setValue(LocalTime.of(13, 0));
        field(IntegerField.class, "session-seats-in-person").setValue(30);
        press("session-send");
        assertThat(SESSIONS.asked())
                .as("it ends before it begins, and has no room")
                .isEmpty();

        field(TimePicker.class, "session-end").setValue(LocalTime.of(15, 30));
        field(TextField.class, "session-room").setValue("Hall C");
        press("session-send");

        assertThat(SESSIONS.commands("schedule-session"))
                .singleElement()
                .asString()
                .contains("\"km\":\"Wellbeing\"", "\"en\":\"Wellbeing\"", "\"TRAINING\"", "\"room\":\"Hall C\"")
                .contains("\"IN_PERSON\":30", "\"start\":\"2022-06-07T07:00:00Z\"");
        assertThat(find(SessionForm.class).all()).isEmpty();
    }

    @Test
    void whatIsRefusedIsToldAndWhatWasTypedStays() {
        SESSIONS.refuses("/commands/reschedule-session", "ROOM_TAKEN", "{}");
        openSession("Budgets that hold");
        press("session-reschedule");
        field(TextField.class, "session-room").setValue("Hall B");
        press("session-send");
        assertThat(field(TextField.class, "session-room").getValue()).isEqualTo("Hall B");
        assertThat(shown()).doesNotContain("ROOM_TAKEN").contains("room");

        SESSIONS.takesAgain("/commands/reschedule-session");
        press("session-send");
        assertThat(SESSIONS.commands("reschedule-session").getLast())
                .contains("\"room\":\"Hall B\"", "\"cohorts\":[\"SOCIAL_LAB\"]", "What stands in the way?");
    }

    @Test
    void whyASessionIsCalledOffIsAsked() {
        openSession("Budgets that hold");
        press("session-call-off");
        assertThat(shown()).contains("3 people lose their seats");
        press("programme-off-send");
        assertThat(SESSIONS.asked()).isEmpty();
        field(TextArea.class, "programme-off-en").setValue("The trainer is ill");
        press("programme-off-send");
        assertThat(SESSIONS.commands("cancel-session"))
                .singleElement()
                .asString()
                .contains("The trainer is ill");
    }

    @Test
    void aSessionThatIsNotThereSaysSo() {
        assertThat(open(SUMMIT + "/programme/" + SAMPLE.summit())).contains("There is nothing at this address");
        assertThat(open(SUMMIT + "/programme/nonsense")).contains("There is nothing at this address");
    }

    @Test
    void itReadsInKhmer() {
        open(DAY);
        ReadersChoice.language(UI.getCurrent(), Words.KHMER);
        assertThat(shown()).contains("កម្មវិធី", "បើកឱ្យចុះឈ្មោះ").doesNotContain("!programme", "sign-up");
        openSession("What stands in the way");
        assertThat(shown()).contains("ខ្មែរ មានបកប្រែជាអង់គ្លេស").doesNotContain("!programme", "Round");
    }
}
