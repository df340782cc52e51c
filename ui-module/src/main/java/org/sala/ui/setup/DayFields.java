package org.sala.ui.setup;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.io.Serial;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.BilingualText;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.SummitDay;
import org.sala.ui.language.Words;

/** One day of a summit as a form: its date, place, seats by mode, and whom it is for. */
class DayFields extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int number;
    private final H3 title = new H3();
    private final DatePicker date = new DatePicker();
    private final TextField khmer = new TextField();
    private final TextField english = new TextField();
    private final IntegerField inPerson = seats();
    private final IntegerField online = seats();
    private final IntegerField share = seats();
    private final MultiSelectComboBox<Cohort> cohorts = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<ParticipantRole> roles = new MultiSelectComboBox<>();
    private final Button remove = new Button();
    private transient Runnable removed = () -> {};

    DayFields(SummitDay day) {
        number = day.number();
        addClassName("setup-day");
        setId("setup-day-" + number);
        date.setLocale(Locale.forLanguageTag("sv"));
        date.setValue(day.date());
        khmer.setValue(day.venue().km());
        english.setValue(day.venue().en());
        inPerson.setId("setup-seats-in_person-" + number);
        online.setId("setup-seats-online-" + number);
        inPerson.setValue(day.seats().get(AttendanceMode.IN_PERSON));
        online.setValue(day.seats().get(AttendanceMode.ONLINE));
        share.setMin(1);
        share.setValue(day.perOrganization());
        cohorts.setItems(Cohort.values());
        cohorts.setValue(day.admits().cohorts());
        roles.setItems(ParticipantRole.values());
        roles.setValue(day.admits().roles());
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        remove.addClickListener(click -> removed.run());
        var fields = new Div(date, khmer, english, inPerson, online, share, cohorts, roles);
        fields.addClassName("fields");
        var head = new Div(title, remove);
        head.addClassName("heading");
        add(head, fields);
    }

    private static IntegerField seats() {
        var field = new IntegerField();
        field.setMin(0);
        field.setMax(100_000);
        return field;
    }

    void onRemove(Runnable listener) {
        removed = listener;
    }

    void removable(boolean may) {
        remove.setVisible(may);
    }

    void call() {
        date.focus();
    }

    void words(Locale locale) {
        title.setText(Words.of(locale, "today.day", number));
        date.setLabel(Words.of(locale, "setup.day.date"));
        khmer.setLabel(Words.of(locale, "setup.day.venue.km"));
        english.setLabel(Words.of(locale, "setup.day.venue.en"));
        inPerson.setLabel(Words.of(locale, "setup.day.seats.IN_PERSON"));
        online.setLabel(Words.of(locale, "setup.day.seats.ONLINE"));
        share.setLabel(Words.of(locale, "setup.day.share"));
        share.setPlaceholder(Words.of(locale, "setup.day.share.none"));
        cohorts.setLabel(Words.of(locale, "setup.day.cohorts"));
        cohorts.setPlaceholder(Words.of(locale, "setup.day.cohorts.all"));
        roles.setLabel(Words.of(locale, "setup.day.roles"));
        cohorts.setItemLabelGenerator(each -> Words.of(locale, "setup.cohort." + each.name()));
        roles.setItemLabelGenerator(each -> Words.of(locale, "people.role." + each.name()));
        remove.setText(Words.of(locale, "setup.day.remove"));
        date.setErrorMessage(Words.of(locale, "setup.missing"));
        inPerson.setErrorMessage(Words.of(locale, "setup.day.seats.missing"));
        inPerson.setPlaceholder(Words.of(locale, "setup.day.not-held"));
        online.setPlaceholder(Words.of(locale, "setup.day.not-held"));
    }

    boolean isComplete() {
        date.setInvalid(date.getValue() == null);
        var seats = inPerson.getValue() != null || online.getValue() != null;
        inPerson.setInvalid(!seats);
        if (date.isInvalid()) {
            date.focus();
        } else if (!seats) {
            inPerson.focus();
        }
        return seats && date.getValue() != null;
    }

    /** What the form says, to be compared; absent fields and all. */
    List<Object> said() {
        return List.of(
                Optional.ofNullable(date.getValue()),
                khmer.getValue(),
                english.getValue(),
                Optional.ofNullable(inPerson.getValue()),
                Optional.ofNullable(online.getValue()),
                Optional.ofNullable(share.getValue()),
                cohorts.getValue(),
                roles.getValue());
    }

    SummitDay day() {
        var seats = new EnumMap<AttendanceMode, Integer>(AttendanceMode.class);
        if (inPerson.getValue() != null) {
            seats.put(AttendanceMode.IN_PERSON, inPerson.getValue());
        }
        if (online.getValue() != null) {
            seats.put(AttendanceMode.ONLINE, online.getValue());
        }
        return new SummitDay(
                number,
                date.getValue(),
                new BilingualText(khmer.getValue().strip(), english.getValue().strip()),
                seats,
                new SummitDay.Admission(cohorts.getValue(), roles.getValue()),
                share.getValue());
    }
}
