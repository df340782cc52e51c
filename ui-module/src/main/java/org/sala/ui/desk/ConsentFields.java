package org.sala.ui.desk;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.io.Serial;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.sala.registration.api.Consent;
import org.sala.ui.language.Words;
import org.sala.ui.setup.Terms;

/** The text that somebody agrees to, in both languages, and what they agree to, one by one. */
class ConsentFields extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Span version = new Span();
    private final Div text = new Div();
    private final EnumMap<Consent, Checkbox> boxes = new EnumMap<>(Consent.class);
    private final Span missing = new Span();

    ConsentFields() {
        addClassName("desk-consent");
        text.addClassName("desk-terms");
        text.getElement().setAttribute("tabindex", "0");
        text.getElement().setAttribute("role", "region");
        version.addClassName("quiet");
        missing.addClassName("person-needed");
        missing.getElement().setAttribute("role", "alert");
        missing.setVisible(false);
        add(text, version);
        for (var consent : Consent.values()) {
            var box = new Checkbox();
            box.setId("desk-consent-" + consent.name().toLowerCase(Locale.ROOT));
            boxes.put(consent, box);
            add(box);
        }
        add(missing);
    }

    void words(Terms terms, Locale locale) {
        text.removeAll();
        var khmer = new Paragraph(terms.text().km());
        khmer.getElement().setAttribute("lang", "km");
        var english = new Paragraph(terms.text().en());
        english.getElement().setAttribute("lang", "en");
        text.add(khmer, english);
        text.getElement().setAttribute("aria-label", Words.of(locale, "desk.consent.text"));
        version.setText(Words.of(locale, "desk.consent.version", terms.version()));
        boxes.forEach((consent, box) -> box.setLabel(Words.of(locale, "desk.consent." + consent.name())));
        missing.setText(Words.of(locale, "desk.consent.missing"));
    }

    /** Whether there is what registration needs; says so where there isn't. */
    boolean isEnough() {
        var enough = given().contains(Consent.DATA_USE);
        missing.setVisible(!enough);
        return enough;
    }

    void call() {
        box(Consent.DATA_USE).focus();
    }

    Set<Consent> given() {
        var given = EnumSet.noneOf(Consent.class);
        boxes.forEach((consent, box) -> {
            if (box.getValue()) {
                given.add(consent);
            }
        });
        return given;
    }

    void clear() {
        boxes.values().forEach(Checkbox::clear);
        missing.setVisible(false);
    }

    private Checkbox box(Consent consent) {
        return java.util.Objects.requireNonNull(boxes.get(consent));
    }
}
