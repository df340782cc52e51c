package org.sala.ui.setup;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.BilingualText;
import org.sala.registration.api.RegistrationCommand.ReviseSummit;
import org.sala.registration.api.SummitDay;
import org.sala.registration.api.SummitId;
import org.sala.ui.language.Words;
import org.sala.ui.shell.Summit;

/** A summit's title, days, seats and text of consent, said anew as a whole. What was typed stays where it is refused. */
class SummitTile extends Section {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient SetupQueries setup;
    private final transient Deciding deciding;
    private final H2 title = new H2();
    private final TextField titleKhmer = line("setup-title-km", 200);
    private final TextField titleEnglish = line("setup-title-en", 200);
    private final Div days = new Div();
    private final Button add = new Button();
    private final TextField version = line("setup-consent-version", 40);
    private final TextArea consentKhmer = text("setup-consent-km");
    private final TextArea consentEnglish = text("setup-consent-en");
    private final Button save = new Button();
    private final Button discard = new Button();
    private final Span answer = new Span();
    private final transient List<DayFields> fields = new ArrayList<>();

    private transient @Nullable Summit summit;
    private transient List<Object> asItWas = List.of();
    private Locale locale = Locale.ROOT;

    SummitTile(SetupQueries setup, Deciding deciding) {
        this.setup = setup;
        this.deciding = deciding;
        setId("setup-summit");
        addClassName("tile");
        days.addClassName("setup-days");
        add.setId("setup-add-day");
        add.addClickListener(click -> addDay());
        save.setId("setup-save");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickListener(click -> save());
        discard.addThemeVariants(ButtonVariant.TERTIARY);
        discard.addClickListener(click -> {
            fill();
            answer.setText("");
        });
        answer.setId("setup-summit-answer");
        answer.getElement().setAttribute("role", "alert");
        var titles = new Div(titleKhmer, titleEnglish);
        titles.addClassName("fields");
        var consents = new Div(version, consentKhmer, consentEnglish);
        consents.addClassName("fields");
        var foot = new Div(save, discard, answer);
        foot.addClassName("form-foot");
        add(title, titles, days, new Div(add), consents, foot);
    }

    private static TextField line(String id, int most) {
        var field = new TextField();
        field.setId(id);
        field.setMaxLength(most);
        return field;
    }

    private static TextArea text(String id) {
        var field = new TextArea();
        field.setId(id);
        field.setMaxLength(10_000);
        field.setMinRows(3);
        field.setMaxRows(10);
        return field;
    }

    void show(Summit of, Locale reader) {
        var other = summit == null || !summit.id().equals(of.id());
        summit = of;
        locale = reader;
        words();
        if (other) {
            fill();
        } else {
            follow(of, reader);
        }
    }

    /** Shows the summit as it is now, unless somebody is writing how it should be. */
    void follow(Summit of, Locale reader) {
        summit = of;
        locale = reader;
        var untouched = said().equals(asItWas);
        if (untouched) {
            fill();
        }
    }

    private void words() {
        title.setText(Words.of(locale, "setup.summit"));
        titleKhmer.setLabel(Words.of(locale, "setup.title.km"));
        titleEnglish.setLabel(Words.of(locale, "setup.title.en"));
        add.setText(Words.of(locale, "setup.day.add"));
        version.setLabel(Words.of(locale, "setup.consent.version"));
        version.setHelperText(Words.of(locale, "setup.consent.version.how"));
        consentKhmer.setLabel(Words.of(locale, "setup.consent.km"));
        consentEnglish.setLabel(Words.of(locale, "setup.consent.en"));
        save.setText(Words.of(locale, "setup.save"));
        discard.setText(Words.of(locale, "setup.discard"));
        fields.forEach(each -> each.words(locale));
    }

    private void fill() {
        var of = summit;
        var terms = of == null ? null : setup.terms(of.id()).orElse(null);
        if (of == null || terms == null) {
            return;
        }
        titleKhmer.setValue(of.title().km());
        titleEnglish.setValue(of.title().en());
        version.setValue(terms.version());
        consentKhmer.setValue(terms.text().km());
        consentEnglish.setValue(terms.text().en());
        fields.clear();
        days.removeAll();
        setup.days(of.id()).forEach(day -> put(new DayFields(day)));
        lastMayGo();
        asItWas = said();
    }

    private void put(DayFields day) {
        day.words(locale);
        day.onRemove(() -> {
            fields.remove(day);
            days.remove(day);
            lastMayGo();
        });
        fields.add(day);
        days.add(day);
    }

    private void addDay() {
        if (!fields.getLast().isComplete()) {
            return;
        }
        var last = fields.getLast().day();
        put(new DayFields(new SummitDay(
                fields.size() + 1,
                last.date().plusDays(1),
                last.venue(),
                last.seats(),
                SummitDay.Admission.EVERYBODY)));
        lastMayGo();
        fields.getLast().call();
    }

    /** Days are numbered: only the last one can be taken away, and one has to stay. */
    private void lastMayGo() {
        for (var i = 0; i < fields.size(); i++) {
            fields.get(i).removable(i > 0 && i == fields.size() - 1);
        }
    }

    /** What the form says, to be compared. */
    private List<Object> said() {
        var said = new ArrayList<Object>(List.of(
                titleKhmer.getValue(),
                titleEnglish.getValue(),
                version.getValue(),
                consentKhmer.getValue(),
                consentEnglish.getValue()));
        fields.forEach(each -> said.add(each.said()));
        return said;
    }

    private void save() {
        var of = summit;
        if (of == null || !fields.stream().allMatch(DayFields::isComplete)) {
            return;
        }
        var no = deciding.ask(
                () -> new ReviseSummit(
                        new SummitId(of.id()),
                        new BilingualText(
                                titleKhmer.getValue().strip(),
                                titleEnglish.getValue().strip()),
                        of.zone(),
                        fields.stream().map(DayFields::day).toList(),
                        version.getValue().strip(),
                        new BilingualText(
                                consentKhmer.getValue().strip(),
                                consentEnglish.getValue().strip())),
                locale);
        answer.setText(no.orElseGet(() -> Words.of(locale, "setup.saved")));
        answer.setClassName("person-needed", no.isPresent());
        if (no.isEmpty()) {
            // what is taken in from now on is what was typed
            asItWas = said();
        }
    }
}
