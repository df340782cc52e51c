package org.sala.ui.commands;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.sala.ui.language.Words;

/** Asks a context for one thing. Where it says no, it says why, and what was typed stays. */
public abstract class CommandForm extends Dialog {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Locale locale;
    private final Div fields = new Div();
    private final Span answer = new Span();
    private final Button send = new Button();
    private final transient List<HasValidation> wrong = new ArrayList<>();

    /**
     * An empty form.
     *
     * @param id of the dialog, and what the ids of its parts begin with
     * @param doIt what the button says that sends it
     */
    @SuppressWarnings("this-escape") // its own dialog is set up; nothing that a form overrides is called
    protected CommandForm(String id, String title, String doIt, Locale locale) {
        this.locale = locale;
        setId(id);
        setWidth("min(46rem, 96vw)");
        setHeaderTitle(title);
        fields.addClassName("fields");
        answer.setId(id + "-answer");
        answer.addClassName("person-needed");
        answer.getElement().setAttribute("role", "alert");
        send.setId(id + "-send");
        send.setText(doIt);
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(click -> {
            try {
                send();
            } finally {
                send.setEnabled(true);
            }
        });
        send.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this);
        getFooter().add(new Button(Words.of(locale, "commands.leave"), click -> close()), send);
        add(fields, answer);
    }

    /** Checks every field by {@link #check}. */
    protected abstract void look();

    /**
     * Asks for it.
     *
     * @return why it was not done, in the reader's words; empty where it was
     */
    protected abstract Optional<String> ask();

    protected final void put(Component... components) {
        fields.add(components);
    }

    protected final void about(String sentence) {
        addComponentAsFirst(new Paragraph(sentence));
    }

    protected final void check(HasValidation field, boolean fine) {
        field.setInvalid(!fine);
        if (!fine) {
            wrong.add(field);
        }
    }

    private void send() {
        wrong.clear();
        look();
        if (!wrong.isEmpty()) {
            if (wrong.getFirst() instanceof Focusable<?> first) {
                first.focus();
            }
            return;
        }
        var no = ask();
        answer.setText(no.orElse(""));
        if (no.isEmpty()) {
            close();
        }
    }

    protected final Locale locale() {
        return locale;
    }

    protected final <F extends HasValidation> F told(F field) {
        field.setErrorMessage(Words.of(locale, "commands.missing"));
        return field;
    }

    protected final TextField line(String id, String key, int most) {
        var field = told(new TextField(Words.of(locale, key)));
        field.setId(id);
        field.setMaxLength(most);
        return field;
    }

    protected final TextArea text(String id, String key) {
        var field = told(new TextArea(Words.of(locale, key)));
        field.setId(id);
        field.setMaxLength(2_000);
        field.setMaxRows(6);
        field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        field.addClassName("wide");
        return field;
    }

    protected final <E> Select<E> choice(String id, String key, List<E> constants, Function<E, String> label) {
        var choice = told(new Select<E>());
        choice.setId(id);
        choice.setLabel(Words.of(locale, key));
        choice.setItems(constants);
        choice.setItemLabelGenerator(each -> each == null ? "" : label.apply(each));
        return choice;
    }

    protected final DatePicker date(String id, String key) {
        var field = told(new DatePicker(Words.of(locale, key)));
        field.setId(id);
        // as the summit writes dates, in either language
        field.setLocale(Locale.forLanguageTag("sv"));
        return field;
    }

    /**
     * What is said in one language stands for both until somebody translates it.
     *
     * @param text makes it of the Khmer and the English
     */
    protected static <T> T both(String km, String en, BiFunction<String, String, T> text) {
        var khmer = km.strip();
        var english = en.strip();
        return text.apply(khmer.isEmpty() ? english : khmer, english.isEmpty() ? khmer : english);
    }
}
