package org.sala.ui.desk;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sala.personal.Personal;
import org.sala.personal.Personal.Clear;
import org.sala.registration.api.AgeBand;
import org.sala.registration.api.Contact;
import org.sala.registration.api.Gender;
import org.sala.registration.api.Language;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.PersonName;
import org.sala.registration.api.RegistrationQueries.Person;
import org.sala.ui.language.Words;
import org.sala.ui.setup.Organization;

/**
 * Who somebody is, as a form. Quick, for whoever stands at a desk, it has one field for the name in whichever scripts it is
 * written, and one for a way to reach them.
 */
class PersonFields extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean quick;
    private final TextField name = text("desk-name", 240);
    private final TextField latin = text("desk-latin", 120);
    private final TextField reach = text("desk-reach", 254);
    private final TextField email = text("desk-email", 254);
    private final ComboBox<Organization> organization = new ComboBox<>();
    private final Select<ParticipantRole> role = choice("desk-role", ParticipantRole.values());
    private final Select<Gender> gender = choice("desk-gender", Gender.values());
    private final Select<AgeBand> age = choice("desk-age", AgeBand.values());
    private final Select<Language> language = choice("desk-language", Language.values());
    private final Select<Answer> disability = choice("desk-disability", Answer.values());

    /** What was said of a disability. */
    private enum Answer {
        NONE,
        TRUE,
        FALSE
    }

    PersonFields(boolean quick) {
        this.quick = quick;
        addClassName("fields");
        organization.setId("desk-organization");
        organization.setClearButtonVisible(true);
        latin.setVisible(!quick);
        email.setVisible(!quick);
        disability.setVisible(!quick);
        add(name, latin, reach, email, organization, role, gender, age, language, disability);
        clear();
    }

    private static TextField text(String id, int most) {
        var field = new TextField();
        field.setId(id);
        field.setMaxLength(most);
        field.setAutocomplete(Autocomplete.OFF);
        return field;
    }

    private static <T> Select<T> choice(String id, T[] constants) {
        var choice = new Select<T>();
        choice.setId(id);
        choice.setItems(constants);
        return choice;
    }

    void clear() {
        for (var field : List.<TextField>of(name, latin, reach, email)) {
            field.clear();
            field.setInvalid(false);
        }
        organization.clear();
        organization.setInvalid(false);
        role.setValue(ParticipantRole.CSO_MEMBER);
        gender.clear();
        gender.setInvalid(false);
        age.clear();
        age.setInvalid(false);
        language.setValue(Language.KM);
        disability.setValue(Answer.NONE);
    }

    void suggest(Typed typed) {
        if (typed instanceof Typed.Name(var written) && name.isEmpty()) {
            name.setValue(written);
        } else if (typed instanceof Typed.Reach(var contact) && reach.isEmpty()) {
            reach.setValue(orEmpty(contact.phone() == null ? contact.email() : contact.phone()));
        }
    }

    void call() {
        name.focus();
    }

    void words(Collection<Organization> organizations, Locale locale) {
        name.setLabel(Words.of(locale, quick ? "desk.field.name" : "desk.field.km"));
        name.setHelperText(quick ? Words.of(locale, "desk.field.name.how") : null);
        latin.setLabel(Words.of(locale, "desk.field.latin"));
        reach.setLabel(Words.of(locale, quick ? "desk.field.reach" : "people.phone"));
        email.setLabel(Words.of(locale, "people.email"));
        organization.setLabel(Words.of(locale, "desk.organization"));
        role.setLabel(Words.of(locale, "people.role"));
        gender.setLabel(Words.of(locale, "desk.field.gender"));
        age.setLabel(Words.of(locale, "desk.field.age"));
        language.setLabel(Words.of(locale, "desk.field.language"));
        disability.setLabel(Words.of(locale, "people.disability"));
        var chosen = organization.getValue();
        organization.setItemLabelGenerator(each -> each.name().in(locale));
        organization.setItems(
                (each, filter) -> folded(each.name().km()).contains(folded(filter))
                        || folded(each.name().en()).contains(folded(filter)),
                organizations);
        organization.setValue(chosen);
        role.setItemLabelGenerator(each -> Words.of(locale, "people.role." + each.name()));
        gender.setItemLabelGenerator(each -> Words.of(locale, "desk.gender." + each.name()));
        age.setItemLabelGenerator(each -> Words.of(locale, "desk.age." + each.name()));
        language.setItemLabelGenerator(each -> Words.of(locale, "desk.language." + each.name()));
        disability.setItemLabelGenerator(
                each -> Words.of(locale, "people.disability." + each.name().toLowerCase(Locale.ROOT)));
        for (var field : List.of(name, latin, reach, email)) {
            field.setErrorMessage(Words.of(locale, "desk.field.missing"));
        }
        reach.setErrorMessage(Words.of(locale, "desk.field.reach.missing"));
        organization.setErrorMessage(Words.of(locale, "desk.field.organization.missing"));
        gender.setErrorMessage(Words.of(locale, "desk.field.missing"));
        age.setErrorMessage(Words.of(locale, "desk.field.missing"));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    void show(Person person, Collection<Organization> organizations) {
        if (person.name() instanceof Clear<PersonName>(var clear)) {
            name.setValue(orEmpty(clear.km()));
            latin.setValue(orEmpty(clear.latin()));
        }
        if (person.contact() instanceof Clear<Contact>(var clear)) {
            reach.setValue(orEmpty(clear.phone()));
            email.setValue(orEmpty(clear.email()));
        }
        var of = person.organization();
        organization.setValue(organizations.stream()
                .filter(each -> of != null && each.id().equals(of.value()))
                .findFirst()
                .orElse(null));
        role.setValue(person.role());
        gender.setValue(person.gender());
        age.setValue(person.ageBand());
        language.setValue(person.language());
        disability.setValue(said(person.disability()));
    }

    private static Answer said(@Nullable Personal<Boolean> disability) {
        return disability instanceof Clear<Boolean>(var there) ? there ? Answer.TRUE : Answer.FALSE : Answer.NONE;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Whether there is what registration needs; else says what is missing where, and leads to the first of it. */
    boolean isComplete() {
        var written = name();
        var wrong = new ArrayList<HasValidation>();
        check(name, written.km() != null || written.latin() != null, wrong);
        check(reach, hasReach(), wrong);
        check(organization, organization.getValue() != null || role.getValue() != ParticipantRole.CSO_MEMBER, wrong);
        check(gender, gender.getValue() != null, wrong);
        check(age, age.getValue() != null, wrong);
        wrong.stream()
                .findFirst()
                .filter(Focusable.class::isInstance)
                .ifPresent(first -> ((Focusable<?>) first).focus());
        return wrong.isEmpty();
    }

    private static void check(HasValidation field, boolean fine, List<HasValidation> wrong) {
        field.setInvalid(!fine);
        if (!fine) {
            wrong.add(field);
        }
    }

    private boolean hasReach() {
        var contact = contact();
        return (contact.phone() != null || contact.email() != null)
                && (contact.phone() == null
                        || Typed.PHONE.matcher(contact.phone()).matches())
                && (contact.email() == null
                        || Typed.EMAIL.matcher(contact.email()).matches());
    }

    PersonName name() {
        if (!quick) {
            return new PersonName(some(name), some(latin));
        }
        var km = new StringBuilder();
        var other = new StringBuilder();
        for (var word : name.getValue().strip().split("\\s+", -1)) {
            var into = isKhmer(word) ? km : other;
            into.append(into.isEmpty() ? "" : " ").append(word);
        }
        return new PersonName(km.isEmpty() ? null : km.toString(), other.isEmpty() ? null : other.toString());
    }

    private static boolean isKhmer(String word) {
        return word.codePoints()
                .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.KHMER);
    }

    Contact contact() {
        var first = some(reach);
        if (quick && first != null && first.contains("@")) {
            return new Contact(null, first);
        }
        return new Contact(first, quick ? null : some(email));
    }

    private static @Nullable String some(TextField field) {
        var text = field.getValue().strip();
        return text.isEmpty() ? null : text;
    }

    @Nullable
    OrganizationId organization() {
        return Optional.ofNullable(organization.getValue())
                .map(each -> new OrganizationId(each.id()))
                .orElse(null);
    }

    ParticipantRole role() {
        return role.getValue();
    }

    Gender gender() {
        return gender.getValue();
    }

    AgeBand age() {
        return age.getValue();
    }

    Language language() {
        return language.getValue();
    }

    @Nullable
    Boolean disability() {
        return switch (disability.getValue()) {
            case NONE -> null;
            case TRUE -> true;
            case FALSE -> false;
        };
    }
}
