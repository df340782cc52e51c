package org.sala.ui.floor;

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
import java.util.function.Function;
import org.sala.marketplace.api.BilingualText;
import org.sala.marketplace.api.MarketplaceCommand;

/** Asks the marketplace for one thing. Where it says no, it says why, and what was typed stays. */
abstract class FloorForm extends Dialog {

    @Serial
    private static final long serialVersionUID = 1L;

    final transient FloorWords words;
    private final transient Dealing dealing;
    private final Div fields = new Div();
    private final Span answer = new Span();
    private final Button send = new Button();
    private final transient List<HasValidation> wrong = new ArrayList<>();

    FloorForm(String id, String title, String doIt, FloorWords words, Dealing dealing) {
        this.words = words;
        this.dealing = dealing;
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
        getFooter().add(new Button(words.of("floor.leave"), click -> close()), send);
        add(fields, answer);
    }

    /** Checks every field by {@link #check}. */
    abstract void look();

    /** What is asked for; may be refused as it is made. */
    abstract MarketplaceCommand command();

    final void put(Component... components) {
        fields.add(components);
    }

    final void about(String sentence) {
        addComponentAsFirst(new Paragraph(sentence));
    }

    final void check(HasValidation field, boolean fine) {
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
        var no = dealing.ask(this::command, words.locale());
        answer.setText(no.orElse(""));
        if (no.isEmpty()) {
            close();
        }
    }

    final Locale locale() {
        return words.locale();
    }

    final <F extends HasValidation> F told(F field) {
        field.setErrorMessage(words.of("floor.missing"));
        return field;
    }

    final TextField line(String id, String key, int most) {
        var field = told(new TextField(words.of(key)));
        field.setId(id);
        field.setMaxLength(most);
        return field;
    }

    final TextArea text(String id, String key) {
        var field = told(new TextArea(words.of(key)));
        field.setId(id);
        field.setMaxLength(2_000);
        field.setMaxRows(6);
        field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        field.addClassName("wide");
        return field;
    }

    final <E> Select<E> choice(String id, String key, List<E> constants, Function<E, String> label) {
        var choice = told(new Select<E>());
        choice.setId(id);
        choice.setLabel(words.of(key));
        choice.setItems(constants);
        choice.setItemLabelGenerator(each -> each == null ? "" : label.apply(each));
        return choice;
    }

    /** An organisation of the summit, found by its name. */
    final OrganizationField organization(String id, String key) {
        var field = told(new OrganizationField(words));
        field.setId(id);
        field.setLabel(words.of(key));
        return field;
    }

    final DatePicker date(String id, String key) {
        var field = told(new DatePicker(words.of(key)));
        field.setId(id);
        // as the summit writes dates, in either language
        field.setLocale(Locale.forLanguageTag("sv"));
        return field;
    }

    /** What is said in one language stands for both until somebody translates it. */
    static BilingualText both(String km, String en) {
        var khmer = km.strip();
        var english = en.strip();
        return new BilingualText(khmer.isEmpty() ? english : khmer, english.isEmpty() ? khmer : english);
    }
}
