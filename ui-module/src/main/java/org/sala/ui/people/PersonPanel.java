package org.sala.ui.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.io.Serial;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sala.personal.Personal;
import org.sala.personal.Personal.Clear;
import org.sala.personal.Personal.Hidden;
import org.sala.personal.Personal.Reason;
import org.sala.registration.api.Contact;
import org.sala.registration.api.RegistrationCommand.EraseParticipant;
import org.sala.registration.api.RegistrationPort;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.RegistrationQueries.Person;
import org.sala.ui.commands.Asking;
import org.sala.ui.language.Figures;
import org.sala.ui.language.Words;
import org.sala.ui.shell.Place;
import org.sala.ui.shell.Summit;

/** One person: who it is, and the way to erase them. Afterwards: what was erased where, as registration says it. */
class PersonPanel extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    /** So long somebody waits at the screen for an erasure to be carried out, which mostly takes less than a second. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);

    private final transient Asking asking;
    private final transient RegistrationQueries registration;
    private final transient RegistrationPort port;
    private final DisclosurePanel disclosure;
    private final Dialog question = new Dialog();

    private transient @Nullable Person shown;
    private transient @Nullable Summit summit;

    PersonPanel(Asking asking, RegistrationQueries registration, RegistrationPort port, DisclosurePanel disclosure) {
        this.asking = asking;
        this.registration = registration;
        this.port = port;
        this.disclosure = disclosure;
        question.setWidth("min(34rem, 94vw)");
        setId("person");
        clear();
    }

    void clear() {
        shown = null;
        removeAll();
        setVisible(false);
    }

    /** The same person in the reader's other language. */
    void words(Locale locale) {
        if (shown != null && summit != null) {
            show(shown, summit, locale);
        }
    }

    void show(Person person, Summit of, Locale locale) {
        shown = person;
        summit = of;
        removeAll();
        setVisible(true);
        addClassName("tile");
        var facts = new DescriptionList();
        facts.addClassName("pairs");
        pair(facts, locale, "people.name", words(person.name(), locale, name -> both(name.km(), name.latin())));
        pair(facts, locale, "people.phone", words(person.contact(), locale, Contact::phone));
        pair(facts, locale, "people.email", words(person.contact(), locale, Contact::email));
        pair(
                facts,
                locale,
                "people.disability",
                person.disability() == null
                        ? Words.of(locale, "people.disability.none")
                        : words(person.disability(), locale, there -> Words.of(locale, "people.disability." + there)));
        pair(
                facts,
                locale,
                "people.role",
                Words.of(locale, "people.role." + person.role().name()));
        pair(
                facts,
                locale,
                "people.days",
                person.days().entrySet().stream()
                        .map(day -> Words.of(
                                locale, "people.day." + day.getValue().mode().name(), day.getKey()))
                        .collect(Collectors.joining(" · ")));
        pair(facts, locale, "people.id", person.participant().toString());
        var history = new Anchor(
                Place.HISTORY.path(of.id()) + "?subject=" + person.participant(), Words.of(locale, "people.history"));
        history.addClassName("action-link");
        history.getElement().setAttribute("router-link", true);
        add(facts);
        disclosure.offer(person.participant(), of.zone(), locale);
        add(disclosure);
        if (person.erasedAt() == null) {
            var erase = new Button(Words.of(locale, "people.erase"), click -> ask(person, locale));
            erase.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY);
            erase.setId("erase");
            add(new Div(history, erase));
        } else {
            add(new Div(history), outcome(person, of, locale));
        }
    }

    private static String both(@Nullable String km, @Nullable String latin) {
        return Stream.of(Optional.ofNullable(km), Optional.ofNullable(latin))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private static <T> String words(Personal<T> personal, Locale locale, Function<T, @Nullable String> inClear) {
        return switch (personal) {
            case Clear<T>(var value) -> Objects.requireNonNullElse(inClear.apply(value), "–");
            case Hidden<T>(var reason) -> Words.of(locale, "people.hidden." + reason.name());
        };
    }

    private static void pair(DescriptionList list, Locale locale, String name, String value) {
        list.add(new DescriptionList.Term(Words.of(locale, name)), new DescriptionList.Description(new Span(value)));
    }

    private void ask(Person person, Locale locale) {
        question.removeAll();
        question.getFooter().removeAll();
        question.setHeaderTitle(Words.of(locale, "people.erase.title"));
        var last = new Paragraph(Words.of(locale, "people.erase.final"));
        last.addClassName("person-needed");
        question.add(
                new Paragraph(words(person.name(), locale, name -> both(name.km(), name.latin()))),
                new Paragraph(Words.of(locale, "people.erase.what")),
                new Paragraph(Words.of(locale, "people.erase.stays")),
                last);
        var keep = new Button(Words.of(locale, "people.cancel"), click -> question.close());
        keep.setAutofocus(true);
        var erase = new Button(Words.of(locale, "people.erase.confirm"), click -> erase(person, locale));
        erase.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.PRIMARY);
        erase.setDisableOnClick(true);
        erase.setId("erase-for-good");
        question.getFooter().add(keep, erase);
        question.open();
    }

    private void erase(Person person, Locale locale) {
        var refusal = asking.ask(token -> port.send(new EraseParticipant(person.participant()), token), locale);
        question.close();
        if (refusal.isPresent()) {
            say(refusal.get());
            return;
        }
        var until = System.nanoTime() + PATIENCE.toNanos();
        look(person, locale);
        while (shown != null && !isErased(shown) && System.nanoTime() < until) {
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            look(person, locale);
        }
    }

    private void look(Person person, Locale locale) {
        var of = summit;
        var told = asking.learn(token -> registration.person(person.participant(), token), locale);
        told.refusal().ifPresent(this::say);
        if (of != null) {
            told.answer().ifPresent(again -> show(again, of, locale));
        }
    }

    private static boolean isErased(Person person) {
        return person.name().equals(Personal.hidden(Reason.ERASED));
    }

    private void say(String words) {
        var said = new Paragraph(words);
        said.addClassName("person-needed");
        said.getElement().setAttribute("role", "alert");
        add(said);
    }

    /** Said only once registration itself finds nothing any more. */
    private Div outcome(Person person, Summit of, Locale locale) {
        var outcome = new Div();
        outcome.setId("erased");
        outcome.getElement().setAttribute("role", "status");
        if (!isErased(person)) {
            outcome.add(
                    new Paragraph(Words.of(locale, "people.erasing")),
                    new Button(Words.of(locale, "people.look"), click -> look(person, locale)));
            return outcome;
        }
        var where = new UnorderedList();
        for (var each : new String[] {
            "people.erased.keys",
            "people.erased.lookup",
            "people.erased.reader",
            "people.erased.notes",
            "people.erased.stays"
        }) {
            where.add(new ListItem(Words.of(locale, each)));
        }
        outcome.add(
                new Paragraph(Words.of(
                        locale, "people.erased", Figures.minute(Objects.requireNonNull(person.erasedAt()), of.zone()))),
                where);
        return outcome;
    }
}
