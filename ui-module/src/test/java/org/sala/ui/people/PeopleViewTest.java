package org.sala.ui.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sala.ports.Role;
import org.sala.ui.FaceViewTest;
import org.sala.ui.PeopleOverHttp;
import org.sala.ui.language.ReadersChoice;
import org.sala.ui.language.Words;

/** What a member of staff sees of a person, asked over HTTP of where registration listens. */
class PeopleViewTest extends FaceViewTest {

    private static final PeopleOverHttp REGISTRATION = PeopleOverHttp.SHARED;

    @BeforeEach
    void openPeople() {
        signIn(Role.STAFF);
        open(SUMMIT + "/people");
    }

    private void look(String contact) {
        find(TextField.class).withId("people-contact").single().setValue(contact);
        press("Find");
    }

    private void press(String words) {
        find(Button.class).all().stream()
                .filter(button -> button.getText().equals(words))
                .findFirst()
                .orElseThrow()
                .click();
        roundTrip();
    }

    @Test
    void aPersonIsFoundByAContactThatIsInNoAddress() {
        REGISTRATION.know(true);
        look("012 345 678");
        assertThat(shown()).contains("Chan Thida", "ចាន់ ធីតា", "012 345 678", "Coach", "1 online");
        assertThat(address()).doesNotContain("012");
        assertThat(REGISTRATION.asked())
                .singleElement()
                .asString()
                .startsWith("/" + SUMMIT + "/people/with-contact {")
                .contains("\"phone\":\"012 345 678\"");
    }

    @Test
    void whoIsNotRegisteredIsNotFound() {
        REGISTRATION.know(false);
        look("nobody@example.org");
        assertThat(shown()).contains("Nobody is registered").doesNotContain("Thida");
        assertThat(REGISTRATION.asked()).singleElement().asString().contains("\"email\":\"nobody@example.org\"");
    }

    @Test
    void nothingIsAskedWithoutAContact() {
        REGISTRATION.know(true);
        look("  ");
        assertThat(REGISTRATION.asked()).isEmpty();
    }

    @Test
    void anErasureIsAskedAboutAndThenSaysWhatWasErasedWhere() {
        REGISTRATION.know(true);
        look("012 345 678");
        find(Button.class).withId("erase").single().click();
        roundTrip();
        assertThat(find(Dialog.class).single().isOpened()).isTrue();
        assertThat(shown()).contains("can’t be undone");
        assertThat(REGISTRATION.asked()).noneMatch(asked -> asked.contains("erase-participant"));

        find(Button.class).withId("erase-for-good").single().click();
        roundTrip();

        assertThat(REGISTRATION.asked()).anyMatch(asked -> asked.startsWith("/commands/erase-participant "));
        assertThat(shown())
                .contains(
                        "This person was erased on 2022-06-07 14:30",
                        "the key is destroyed",
                        "seats, attendance, figures")
                .doesNotContain("Thida", "012 345 678");
        ReadersChoice.language(UI.getCurrent(), Words.KHMER);
        assertThat(shown()).contains("ទិន្នន័យអ្នកនេះត្រូវបានលុប").doesNotContain("Thida", "erased");
    }

    @Test
    void whatWillBeForgottenIsSaidInNumbersAndInBothLanguages() {
        REGISTRATION.know(true);
        open(SUMMIT + "/people");
        assertThat(shown())
                .contains(
                        "What will be forgotten",
                        "Phone numbers and e-mail addresses",
                        "1\u202f204",
                        "1 year",
                        "30 days")
                .contains("2023-06-10 00:00");
        ReadersChoice.language(UI.getCurrent(), Words.KHMER);
        assertThat(shown()).contains("អ្វីដែលនឹងត្រូវលុបដោយស្វ័យប្រវត្តិ", "1\u202f204", "30 ថ្ងៃ");
    }

    @Test
    void everythingHeldIsGivenOutOnlyOnceThatIsNoted() {
        REGISTRATION.know(true);
        look("012 345 678");
        assertThat(find(Anchor.class).all()).noneMatch(PeopleViewTest::isFile);

        find(Button.class).withId("disclose").single().click();
        roundTrip();

        assertThat(REGISTRATION.asked())
                .anyMatch(asked -> asked.startsWith("/commands/disclose-personal-data ")
                        && asked.contains("9e750000-0000-4000-8000-000000000001"));
        assertThat(find(Anchor.class).all().stream().filter(PeopleViewTest::isFile))
                .hasSize(2)
                .noneMatch(anchor -> anchor.getHref().contains("Thida"));
    }

    private static boolean isFile(Anchor anchor) {
        return anchor.getId().orElse("").startsWith("disclosed-");
    }

    @Test
    void whoeverKeepsThePersonKeepsThem() {
        REGISTRATION.know(true);
        look("012 345 678");
        find(Button.class).withId("erase").single().click();
        roundTrip();
        press("Keep");
        assertThat(REGISTRATION.asked()).noneMatch(asked -> asked.contains("erase-participant"));
        assertThat(shown()).contains("Chan Thida");
    }
}
