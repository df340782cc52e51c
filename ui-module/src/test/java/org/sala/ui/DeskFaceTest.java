package org.sala.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.sala.ports.Role;

/** A view of staff who work with registration, which is stood in for over HTTP. */
public abstract class DeskFaceTest extends FaceViewTest {

    protected static final ScriptedModule REGISTRATION = new ScriptedModule("registration");

    @BeforeEach
    void staffAndNobodyElse() {
        REGISTRATION.begin();
        PeopleOverHttp.SHARED.standsIn(REGISTRATION);
        signIn(Role.STAFF);
    }

    @AfterEach
    void registrationAsForEverybody() {
        PeopleOverHttp.SHARED.standsIn(null);
    }

    /** The one button of that text that can be seen. */
    protected void press(String words) {
        find(Button.class).all().stream()
                .filter(button -> button.getText().equals(words))
                .filter(Component::isVisible)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button «" + words + "» in: " + shown()))
                .click();
        roundTrip();
    }

    protected void pressId(String id) {
        find(Button.class).withId(id).single().click();
        roundTrip();
    }
}
