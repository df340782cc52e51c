package org.sala.ui.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.Contact;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationPort;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.SummitId;
import org.sala.ui.commands.Asking;
import org.sala.ui.language.FromText;
import org.sala.ui.language.Words;
import org.sala.ui.shell.Shell;
import org.sala.ui.shell.Summit;
import org.sala.ui.shell.SummitPath;
import org.sala.ui.shell.Summits;
import org.sala.ui.signin.SignedIn;

/**
 * Finds one person by a contact, shows who it is, and erases them if asked to. The contact that is looked for is no part
 * of the URL.
 */
@Route(value = "summits/:summit/people", layout = Shell.class)
@RolesAllowed("STAFF")
class PeopleView extends Div implements BeforeEnterObserver, LocaleChangeObserver, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Summits summits;
    private final transient Asking asking;
    private final transient RegistrationQueries registration;

    private final H1 title = new H1();
    private final Paragraph about = new Paragraph();
    private final TextField contact = new TextField();
    private final Button find = new Button();
    private final Span answer = new Span();
    private final PersonPanel panel;
    private final RetentionTile retention;

    private transient @Nullable Summit summit;

    PeopleView(
            Summits summits,
            Asking asking,
            RegistrationQueries registration,
            RegistrationPort port,
            HeldOnPerson held,
            SignedIn signedIn) {
        this.summits = summits;
        this.asking = asking;
        this.registration = registration;
        this.panel = new PersonPanel(
                asking, registration, port, new DisclosurePanel(asking, port, held, signedIn.account()));
        this.retention = new RetentionTile(asking, registration);
        addClassNames("place", "people");
        about.addClassNames("prose", "quiet");
        contact.setId("people-contact");
        contact.setMaxLength(254);
        contact.setWidthFull();
        contact.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        contact.addKeyPressListener(Key.ENTER, press -> find());
        find.addThemeVariants(ButtonVariant.PRIMARY);
        find.addClickListener(click -> find());
        answer.getElement().setAttribute("role", "status");
        var foot = new Div(find, answer);
        foot.addClassName("form-foot");
        var form = new Div(contact, foot);
        form.addClassNames("tile", "search-form");
        add(title, about, form, panel, retention);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        SummitPath.of(event, summits).ifPresent(found -> {
            summit = found;
            panel.clear();
            contact.clear();
            answer.setText("");
            retention.show(found, getLocale());
            event.getLocation()
                    .getQueryParameters()
                    .getSingleParameter("person")
                    .flatMap(FromText::id)
                    .map(ParticipantId::new)
                    .ifPresent(id -> open(id, found));
        });
    }

    /** Opens somebody whom the desk has found. */
    private void open(ParticipantId id, Summit of) {
        var told = asking.learn(token -> registration.person(id, token), getLocale());
        answer.setText(told.refusal().orElse(""));
        told.answer().ifPresent(person -> panel.show(person, of, getLocale()));
    }

    private void find() {
        var of = summit;
        var asked = contact.getValue().strip();
        contact.setInvalid(asked.isEmpty());
        panel.clear();
        answer.setText("");
        if (asked.isEmpty() || of == null) {
            contact.focus();
            return;
        }
        var by = asked.contains("@") ? new Contact(null, asked) : new Contact(asked, null);
        var told = asking.learn(token -> registration.personWith(new SummitId(of.id()), by, token), getLocale());
        answer.setText(told.refusal().orElse(""));
        told.answer()
                .ifPresent(found -> found.ifPresentOrElse(
                        person -> panel.show(person, of, getLocale()),
                        () -> answer.setText(Words.of(getLocale(), "people.nobody"))));
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        var locale = event.getLocale();
        title.setText(Words.of(locale, "people.title"));
        about.setText(Words.of(locale, "people.about"));
        contact.setLabel(Words.of(locale, "people.contact"));
        contact.setErrorMessage(Words.of(locale, "people.missing"));
        find.setText(Words.of(locale, "people.find"));
        answer.setText("");
        panel.words(locale);
        if (summit != null) {
            retention.show(summit, locale);
        }
    }

    @Override
    public String getPageTitle() {
        return Words.of(getLocale(), "people.title");
    }

    /** What is shown of a person. */
    Component panel() {
        return panel;
    }
}
