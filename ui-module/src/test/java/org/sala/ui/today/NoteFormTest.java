package org.sala.ui.today;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sala.ports.Role;
import org.sala.ui.FaceViewTest;
import org.sala.ui.FeedbackOverHttp;
import org.sala.ui.language.ReadersChoice;
import org.sala.ui.language.Words;

/** The way of a command from the screen, over HTTP to where a context listens, and back in words. */
class NoteFormTest extends FaceViewTest {

    private static final FeedbackOverHttp FEEDBACK = FeedbackOverHttp.SHARED;

    @BeforeEach
    void openToday() {
        signIn(Role.FACILITATOR);
        open(SUMMIT + "/today");
    }

    private void post(String words) {
        find(TextArea.class).single().setValue(words);
        find(Button.class).all().stream()
                .filter(button -> button.getThemeNames().contains("primary"))
                .findFirst()
                .orElseThrow()
                .click();
        roundTrip();
    }

    private String typed() {
        return find(TextArea.class).single().getValue();
    }

    @Test
    void aPostedNoteIsAnonymousAndInTheLanguageItIsWrittenIn() {
        FEEDBACK.accept();
        post("ចង់រៀនបន្ថែម");
        assertThat(shown()).contains("Posted.");
        assertThat(typed()).isEmpty();
        assertThat(FEEDBACK.asked()).singleElement().asString().contains("\"KM\"", "ចង់រៀនបន្ថែម", "\"signedBy\":null");
    }

    @Test
    void aRefusalIsToldInTheReadersLanguageAndTheWordsAreKept() {
        FEEDBACK.refuse("BOARD_CLOSED");
        post("To learn more");
        assertThat(shown()).contains("This board takes no more notes.");
        assertThat(typed()).isEqualTo("To learn more");
        ReadersChoice.language(UI.getCurrent(), Words.KHMER);
        post("To learn more");
        assertThat(shown()).contains("ក្តារ").doesNotContain("This board takes no more notes.");
    }

    @Test
    void withoutAnAnswerTheSameNoteIsAskedAgain() {
        FEEDBACK.fail();
        post("To learn more");
        assertThat(shown()).contains("can't be reached just now");
        post("To learn more");
        assertThat(FEEDBACK.asked()).hasSize(2);
        assertThat(FEEDBACK.asked().getFirst()).isEqualTo(FEEDBACK.asked().getLast());
    }

    @Test
    void nothingIsAskedWithoutWords() {
        FEEDBACK.accept();
        post("   ");
        assertThat(FEEDBACK.asked()).isEmpty();
        assertThat(find(TextArea.class).single().isInvalid()).isTrue();
    }
}
