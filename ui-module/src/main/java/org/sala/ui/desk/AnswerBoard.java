package org.sala.ui.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.io.Serial;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.RegistrationQueries.Line;
import org.sala.ui.language.Figures;
import org.sala.ui.language.Words;
import org.sala.ui.setup.Organization;

/** The answer to the last one in line, to be read from two steps away: a shape, a colour, a word, a name. */
class AnswerBoard extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What can be done about an answer. */
    interface Ways {

        void checkOut(Line who);

        void addAndCheckIn(Line who);

        void open(Line who);
    }

    private final transient Ways ways;
    private final Icon icon = new Icon();
    private final Span title = new Span();
    private final Span who = new Span();
    private final Span about = new Span();
    private final Div actions = new Div();
    private transient @Nullable Outcome shown;
    private transient @Nullable Standing at;

    AnswerBoard(Ways ways) {
        this.ways = ways;
        setId("desk-answer");
        getElement().setAttribute("role", "status");
        getElement().setAttribute("aria-live", "assertive");
        icon.getElement().setAttribute("aria-hidden", "true");
        title.addClassName("answer-title");
        who.addClassName("answer-who");
        about.addClassName("answer-about");
        actions.addClassName("answer-actions");
        var words = new Div(title, who, about, actions);
        words.addClassName("answer-words");
        add(icon, words);
        clear();
    }

    void clear() {
        shown = null;
        setVisible(false);
    }

    /** Whoever was let in last, where that is what stands here. */
    @Nullable
    Line lastIn() {
        return shown instanceof Outcome.CheckedIn(var line, var _) ? line : null;
    }

    void words(Map<UUID, Organization> organizations, Locale locale) {
        if (shown != null && at != null) {
            put(shown, at, organizations, locale);
        }
    }

    void show(Outcome outcome, Standing standing, Map<UUID, Organization> organizations, Locale locale) {
        put(outcome, standing, organizations, locale);
        // the same answer twice in a row is seen to be a new one
        getElement()
                .executeJs("this.classList.remove('answered'); void this.offsetWidth; this.classList.add('answered');");
    }

    private void put(Outcome outcome, Standing standing, Map<UUID, Organization> organizations, Locale locale) {
        shown = outcome;
        at = standing;
        setVisible(true);
        actions.removeAll();
        var line = outcome.about();
        who.setText(line.map(each -> Named.person(each.name(), locale)).orElse(""));
        about.setText(
                line.map(each -> Named.belonging(each, organizations, locale)).orElse(""));
        var zone = standing.summit().zone();
        switch (outcome) {
            case Outcome.CheckedIn(var person, var when) -> {
                look("answer-in", VaadinIcon.CHECK);
                title.setText(Words.of(locale, "desk.answer.in", Figures.clock(when, zone)));
                action("desk.undo", person, ways::checkOut, locale).setId("desk-undo");
                action("desk.open", person, ways::open, locale);
            }
            case Outcome.HereAlready(var person, var since) -> {
                look("answer-already", VaadinIcon.CLOCK);
                title.setText(
                        since == null
                                ? Words.of(locale, "desk.answer.already")
                                : Words.of(locale, "desk.answer.already-since", Figures.clock(since, zone)));
                action("desk.check-out", person, ways::checkOut, locale);
                action("desk.open", person, ways::open, locale);
            }
            case Outcome.CheckedOut(var person) -> {
                look("answer-out", VaadinIcon.SIGN_OUT);
                title.setText(Words.of(locale, "desk.answer.out"));
                action("desk.open", person, ways::open, locale);
            }
            case Outcome.NotExpected(var person, var waiting) -> {
                look("answer-no", VaadinIcon.EXCLAMATION);
                title.setText(
                        Words.of(locale, waiting ? "desk.answer.waiting" : "desk.answer.not-expected", standing.day()));
                if (!waiting) {
                    var button = action("desk.add-and-check-in", person, ways::addAndCheckIn, locale);
                    button.setId("desk-add");
                    button.addThemeVariants(ButtonVariant.PRIMARY);
                }
                action("desk.open", person, ways::open, locale);
            }
            case Outcome.Cancelled(var person) -> {
                look("answer-no", VaadinIcon.BAN);
                title.setText(Words.of(locale, "desk.answer.cancelled"));
                action("desk.open", person, ways::open, locale);
            }
            case Outcome.Refused(var person, var reason, var words) -> {
                look("answer-no", VaadinIcon.CLOSE);
                title.setText(words);
                person.ifPresent(each -> action("desk.open", each, ways::open, locale));
                getElement().setAttribute("data-reason", reason.orElse("NOT_ASKED"));
            }
        }
    }

    private void look(String className, VaadinIcon shape) {
        setClassName("desk-answer " + className);
        getElement().removeAttribute("data-reason");
        icon.setIcon(shape);
    }

    private Button action(String key, Line person, Consumer<Line> way, Locale locale) {
        var button = new Button(Words.of(locale, key), click -> way.accept(person));
        actions.add(button);
        return button;
    }
}
