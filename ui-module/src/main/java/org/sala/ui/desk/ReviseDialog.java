package org.sala.ui.desk;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import java.io.Serial;
import java.util.Collection;
import java.util.Locale;
import org.sala.registration.api.RegistrationCommand.ReviseParticipant;
import org.sala.registration.api.RegistrationQueries.Person;
import org.sala.ui.commands.Asking;
import org.sala.ui.language.Words;
import org.sala.ui.setup.Organization;

/** Says anew who somebody is. */
class ReviseDialog extends Dialog {

    @Serial
    private static final long serialVersionUID = 1L;

    private final PersonFields fields = new PersonFields(false);

    ReviseDialog(
            Door door,
            Person person,
            Collection<Organization> organizations,
            Locale locale,
            Runnable done,
            Runnable back) {
        setId("desk-revise");
        setWidth("min(46rem, 96vw)");
        setHeaderTitle(Words.of(locale, "desk.revise"));
        fields.words(organizations, locale);
        fields.show(person, organizations);
        var answer = new Span();
        answer.addClassName("person-needed");
        answer.getElement().setAttribute("role", "alert");
        var save = new Button(Words.of(locale, "desk.save"));
        save.setId("desk-save");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this);
        save.addClickListener(click -> {
            if (!fields.isComplete()) {
                return;
            }
            var no = door.send(
                    () -> new ReviseParticipant(
                            person.participant(),
                            fields.organization(),
                            fields.name(),
                            fields.contact(),
                            fields.role(),
                            fields.gender(),
                            fields.age(),
                            fields.disability(),
                            fields.language()),
                    locale);
            answer.setText(no.flatMap(Asking.Told::refusal).orElse(""));
            if (no.isEmpty()) {
                close();
                done.run();
            }
        });
        add(fields, answer);
        getFooter().add(new Button(Words.of(locale, "desk.close"), click -> close()), save);
        addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                back.run();
            }
        });
    }

    @Override
    public void open() {
        super.open();
        fields.call();
    }
}
