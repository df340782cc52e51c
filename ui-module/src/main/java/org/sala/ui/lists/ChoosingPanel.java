package org.sala.ui.lists;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.dom.Element;
import java.io.Serial;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.Consent;
import org.sala.registration.api.Language;
import org.sala.registration.api.OrganizationKind;
import org.sala.registration.api.OrganizationSize;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.WhenFull;
import org.sala.sheets.Place;
import org.sala.sheets.Sheet;
import org.sala.ui.language.Words;
import org.sala.ui.lists.Choices.ListKind;
import org.sala.ui.lists.Defaults.Taken;
import org.sala.ui.lists.Field.Meaning;

/** Which column says what, guessed first; and what holds of the whole list. */
class ChoosingPanel extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What is asked of whoever shows the panel. */
    interface Asked {
        /** Another sheet, or a list of other things. */
        void turn(ListKind kind, Optional<String> sheet);

        /** To be looked over. */
        void look(Choices choices);

        void putAway();
    }

    private final transient WorkingList list;
    private final transient Rules rules;
    private final transient Locale locale;
    private final transient Map<Integer, Select<Field>> columns = new LinkedHashMap<>();
    private final transient Map<Integer, Select<String>> days = new TreeMap<>();
    private final Select<ParticipantRole> role = new Select<>();
    private final Select<Language> language = new Select<>();
    private final Select<String> taken = new Select<>();
    private final CheckboxGroup<Consent> consents = new CheckboxGroup<>();
    private final Select<WhenFull> whenFull = new Select<>();
    private final Checkbox reinstate = new Checkbox();
    private final Select<OrganizationKind> kind = new Select<>();
    private final Select<OrganizationSize> size = new Select<>();
    private final Select<Cohort> cohort = new Select<>();
    private final Paragraph wrong = new Paragraph();

    ChoosingPanel(WorkingList list, Rules rules, Asked asked, Locale locale) {
        this.list = list;
        this.rules = rules;
        this.locale = locale;
        addClassName("choosing");
        add(head(asked), columnsTile(), defaultsTile());
        wrong.addClassName("person-needed");
        wrong.getElement().setAttribute("role", "alert");
        wrong.setVisible(false);
        var look = new Button(word("lists.look"), click -> chosen().ifPresent(asked::look));
        look.addThemeVariants(ButtonVariant.PRIMARY);
        look.setId("look-over");
        var away = new Button(word("lists.put-away"), click -> asked.putAway());
        away.setId("put-away");
        var foot = new Div(look, away);
        foot.addClassName("form-foot");
        add(wrong, foot);
    }

    private String word(String key, Object... arguments) {
        return Words.of(locale, key, arguments);
    }

    private Div head(Asked asked) {
        var choices = list.choices();
        var of = new Select<ListKind>();
        of.setId("list-kind");
        of.setLabel(word("lists.kind"));
        of.setItems(ListKind.values());
        of.setItemLabelGenerator(each -> ListWords.of(locale, each));
        of.setValue(choices.kind());
        of.addValueChangeListener(change -> asked.turn(change.getValue(), choices.sheet()));
        var head = new Div(of);
        head.addClassName("filters");
        if (list.upload().sheets().size() > 1) {
            var sheet = new Select<String>();
            sheet.setId("list-sheet");
            sheet.setLabel(word("lists.sheet"));
            sheet.setItems(list.upload().sheets().stream().map(Sheet::name).toList());
            sheet.setValue(choices.sheet().orElse(null));
            sheet.addValueChangeListener(change -> asked.turn(choices.kind(), Optional.ofNullable(change.getValue())));
            head.add(sheet);
        }
        return head;
    }

    private Div columnsTile() {
        var fields = HeadingGuess.fields(list.choices().kind(), rules);
        var guessed = new HashMap<Integer, Field>();
        list.choices().mapping().columns().forEach((field, column) -> guessed.put(column, field));
        var body = new Element("tbody");
        var headings = list.upload().headings();
        var width = Math.max(
                headings.size(),
                list.upload().samples().stream()
                        .mapToInt(java.util.List::size)
                        .max()
                        .orElse(0));
        for (var column = 0; column < width; column++) {
            var samples = list.upload().samples(column);
            var heading = column < headings.size() ? headings.get(column) : "";
            if (heading.isEmpty() && samples.isEmpty()) {
                continue;
            }
            var choice = new Select<Field>();
            choice.setItems(fields);
            choice.setItemLabelGenerator(
                    field -> field == null ? word("lists.unused") : ListWords.field(field, locale));
            choice.setEmptySelectionAllowed(true);
            choice.setEmptySelectionCaption(word("lists.unused"));
            choice.setValue(guessed.get(column));
            choice.setAriaLabel(word("lists.column.says", heading));
            choice.addClassName("column-choice");
            choice.setId("column-" + column);
            columns.put(column, choice);
            var row = new Element("tr");
            row.appendChild(cell("th", Place.letters(column), "quiet"));
            row.appendChild(cell("th", heading, "column-heading"));
            row.appendChild(cell("td", String.join(" · ", samples), "quiet column-samples"));
            var said = new Element("td");
            said.appendChild(choice.getElement());
            row.appendChild(said);
            body.appendChild(row);
        }
        var head = new Element("tr");
        for (var key :
                new String[] {"lists.column", "lists.column.heading", "lists.column.samples", "lists.column.is"}) {
            var name = cell("th", word(key), "");
            name.setAttribute("scope", "col");
            head.appendChild(name);
        }
        var header = new Element("thead");
        header.appendChild(head);
        var table = new Element("table");
        table.getClassList().add("figures");
        table.getClassList().add("columns-table");
        table.appendChild(header, body);
        var tile = tile("lists.columns", "lists.columns.how");
        tile.getElement().appendChild(table);
        return tile;
    }

    private static Element cell(String tag, String text, String classes) {
        var cell = new Element(tag);
        cell.setText(text);
        for (var each : classes.split(" ", -1)) {
            if (!each.isEmpty()) {
                cell.getClassList().add(each);
            }
        }
        return cell;
    }

    private Div tile(String title, String about) {
        var how = new Paragraph(word(about));
        how.addClassNames("quiet", "prose");
        var tile = new Div(new H2(word(title)), how);
        tile.addClassName("tile");
        return tile;
    }

    private <T extends Enum<T>> Select<T> choice(Select<T> select, String label, T[] items, T value) {
        select.setLabel(word(label));
        select.setItems(items);
        select.setItemLabelGenerator(each -> ListWords.of(locale, each));
        select.setValue(value);
        return select;
    }

    private Div defaultsTile() {
        var defaults = list.choices().defaults();
        var people = list.choices().kind() == ListKind.PEOPLE;
        var tile = tile("lists.defaults", people ? "lists.defaults.how" : "lists.defaults.organizations");
        var fields = new Div();
        fields.addClassName("defaults");
        choice(language, "lists.field.LANGUAGE", Language.values(), defaults.language());
        choice(kind, "lists.field.ORGANIZATION_KIND", OrganizationKind.values(), defaults.kind());
        choice(size, "lists.field.ORGANIZATION_SIZE", OrganizationSize.values(), defaults.size());
        choice(cohort, "lists.field.COHORT", Cohort.values(), defaults.cohort());
        if (!people) {
            fields.add(kind, size, cohort, language);
            tile.add(fields);
            return tile;
        }
        choice(role, "lists.field.ROLE", ParticipantRole.values(), defaults.role());
        choice(whenFull, "lists.when-full", WhenFull.values(), defaults.whenFull());
        reinstate.setLabel(word("lists.reinstate"));
        reinstate.setValue(defaults.reinstate());
        fields.add(role, language, whenFull);
        tile.add(fields, reinstate, new H3(word("lists.defaults.days")));
        var perDay = new Div();
        perDay.addClassName("defaults");
        for (var day : rules.days()) {
            perDay.add(day(day, defaults));
        }
        tile.add(perDay, new H3(word("lists.consent")), consent(defaults));
        var enrolling = new Paragraph(word("lists.defaults.enrolled"));
        enrolling.addClassNames("quiet", "prose");
        var organizations = new Div(kind, size, cohort);
        organizations.addClassName("defaults");
        tile.add(new H3(word("lists.defaults.organization")), enrolling, organizations);
        return tile;
    }

    private static final String NOT = "NOT";

    private Select<String> day(Rules.Day day, Defaults defaults) {
        var choice = new Select<String>();
        choice.setLabel(word("lists.field.DAY", day.number()));
        var items = new java.util.ArrayList<String>();
        for (var mode : AttendanceMode.values()) {
            if (day.modes().contains(mode)) {
                items.add(mode.name());
            }
        }
        items.add(NOT);
        choice.setItems(items);
        choice.setItemLabelGenerator(each ->
                each.equals(NOT) ? word("lists.not-on-day") : ListWords.of(locale, AttendanceMode.valueOf(each)));
        choice.setValue(
                defaults.days().contains(day.number())
                        ? defaults.modes()
                                .getOrDefault(day.number(), day.usual())
                                .name()
                        : NOT);
        days.put(day.number(), choice);
        return choice;
    }

    private Div consent(Defaults defaults) {
        var how = new Paragraph(word("lists.consent.how"));
        how.addClassNames("quiet", "prose");
        taken.setId("consent-taken");
        taken.setLabel(word("lists.consent.taken"));
        taken.setItems(NOT, Taken.PAPER.name(), Taken.FORM.name(), Taken.SPOKEN.name());
        taken.setItemLabelGenerator(
                each -> each.equals(NOT) ? word("lists.consent.list") : ListWords.of(locale, Taken.valueOf(each)));
        taken.setValue(defaults.taken().map(Enum::name).orElse(NOT));
        consents.setId("consents");
        consents.setLabel(word("lists.consent.to"));
        consents.setItems(Consent.values());
        consents.setItemLabelGenerator(each -> ListWords.of(locale, each));
        consents.setValue(defaults.consents());
        consents.setVisible(defaults.taken().isPresent());
        taken.addValueChangeListener(change -> {
            consents.setVisible(!NOT.equals(change.getValue()));
            if (!NOT.equals(change.getValue()) && consents.getValue().isEmpty()) {
                consents.setValue(java.util.Set.of(Consent.DATA_USE));
            }
        });
        return new Div(how, taken, consents);
    }

    private Optional<Choices> chosen() {
        var mapping = new TreeMap<Field, Integer>();
        @Nullable Field twice = null;
        for (var column : columns.entrySet()) {
            var field = column.getValue().getValue();
            if (field != null && mapping.putIfAbsent(field, column.getKey()) != null) {
                twice = field;
            }
        }
        if (twice != null) {
            return say(word("lists.wrong.twice", ListWords.field(twice, locale)));
        }
        var kindOfList = list.choices().kind();
        var map = new Mapping(mapping);
        if (!map.has(Meaning.NAME)
                && !map.has(Meaning.NAME_KM)
                && !map.has(Meaning.NAME_LATIN)
                && !map.has(Meaning.FAMILY_NAME)
                && !map.has(Meaning.GIVEN_NAME)) {
            return say(word("lists.wrong.name"));
        }
        if (kindOfList == ListKind.PEOPLE) {
            if (!map.has(Meaning.PHONE) && !map.has(Meaning.EMAIL)) {
                return say(word("lists.wrong.contact"));
            }
            if (NOT.equals(taken.getValue()) && !map.has(Meaning.CONSENT_DATA) && !map.has(Meaning.CONSENTS)) {
                taken.focus();
                return say(word("lists.wrong.consent"));
            }
        }
        wrong.setVisible(false);
        return Optional.of(new Choices(
                kindOfList,
                list.choices().sheet(),
                map,
                defaults(),
                list.choices().decisions(),
                false));
    }

    private Optional<Choices> say(String words) {
        wrong.setText(words);
        wrong.setVisible(true);
        return Optional.empty();
    }

    private Defaults defaults() {
        var before = list.choices().defaults();
        if (list.choices().kind() == ListKind.ORGANIZATIONS) {
            return new Defaults(
                    before.role(),
                    language.getValue(),
                    before.modes(),
                    before.days(),
                    before.consents(),
                    before.taken(),
                    before.whenFull(),
                    before.reinstate(),
                    kind.getValue(),
                    size.getValue(),
                    cohort.getValue());
        }
        var modes = new TreeMap<Integer, AttendanceMode>(before.modes());
        var comesOn = new java.util.TreeSet<Integer>();
        days.forEach((day, choice) -> {
            if (!NOT.equals(choice.getValue())) {
                modes.put(day, AttendanceMode.valueOf(choice.getValue()));
                comesOn.add(day);
            }
        });
        return new Defaults(
                role.getValue(),
                language.getValue(),
                modes,
                comesOn,
                consents.getValue(),
                NOT.equals(taken.getValue()) ? Optional.empty() : Optional.of(Taken.valueOf(taken.getValue())),
                whenFull.getValue(),
                reinstate.getValue(),
                kind.getValue(),
                size.getValue(),
                cohort.getValue());
    }
}
