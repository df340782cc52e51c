package org.sala.ui.setup;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.BilingualText;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.Language;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.OrganizationKind;
import org.sala.registration.api.OrganizationSize;
import org.sala.registration.api.Provinces;
import org.sala.registration.api.RegistrationCommand.AssignCohort;
import org.sala.registration.api.RegistrationCommand.DeclareTie;
import org.sala.registration.api.RegistrationCommand.EnrolOrganization;
import org.sala.registration.api.RegistrationCommand.ReviseOrganization;
import org.sala.registration.api.SummitId;
import org.sala.registration.api.TieRound;
import org.sala.registration.api.TieStrength;
import org.sala.ui.language.Words;
import org.sala.ui.shell.Summit;

/** Enrols an organisation, or says anew what it is; of one that is enrolled, its cohort and its ties too. */
class OrganizationDialog extends Dialog {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Deciding deciding;
    private final Locale locale;
    private final transient OrganizationId id;
    private final TextField khmer = new TextField();
    private final TextField english = new TextField();
    private final Select<OrganizationKind> kind = new Select<>();
    private final Select<OrganizationSize> size = new Select<>();
    private final ComboBox<String> province = new ComboBox<>();
    private final Select<Language> language = new Select<>();
    private final Select<Cohort> cohort = new Select<>();
    private final TextField sectors = new TextField();
    private final Span answer = new Span();
    private final UnorderedList ties = new UnorderedList();

    OrganizationDialog(
            Summit summit,
            @Nullable Organization organization,
            List<Organization> all,
            Organizations known,
            Deciding deciding,
            Locale locale) {
        this.deciding = deciding;
        this.locale = locale;
        this.id = new OrganizationId(organization == null ? UUID.randomUUID() : organization.id());
        setId("setup-organization");
        setWidth("min(46rem, 96vw)");
        setHeaderTitle(
                organization == null
                        ? Words.of(locale, "setup.enrol")
                        : organization.name().in(locale));
        khmer.setId("setup-organization-km");
        english.setId("setup-organization-en");
        khmer.setMaxLength(200);
        english.setMaxLength(200);
        label(khmer, "setup.name.km");
        label(english, "setup.name.en");
        choice(kind, OrganizationKind.values(), "setup.kind", each -> "report.category.KIND." + each.name());
        choice(size, OrganizationSize.values(), "setup.size", each -> "report.category.SIZE." + each.name());
        choice(language, Language.values(), "setup.language", each -> "desk.language." + each.name());
        choice(cohort, Cohort.values(), "setup.cohort", each -> "setup.cohort." + each.name());
        kind.setId("setup-kind");
        size.setId("setup-size");
        cohort.setId("setup-cohort");
        province.setLabel(Words.of(locale, "setup.province"));
        province.setPlaceholder(Words.of(locale, "setup.province.abroad"));
        province.setItems(Provinces.all().stream().map(Provinces.Province::code).toList());
        province.setItemLabelGenerator(each -> province(each, locale));
        province.setClearButtonVisible(true);
        sectors.setLabel(Words.of(locale, "setup.sectors"));
        sectors.setHelperText(Words.of(locale, "setup.sectors.how"));
        sectors.setMaxLength(1_000);
        fill(organization);
        answer.setId("setup-organization-answer");
        answer.addClassName("person-needed");
        answer.getElement().setAttribute("role", "alert");
        var fields = new Div(khmer, english, kind, size, province, language, cohort, sectors);
        fields.addClassName("fields");
        var save = new Button(Words.of(locale, organization == null ? "setup.enrol.do" : "setup.save"));
        save.setId("setup-organization-save");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickListener(click -> save(summit, organization));
        getFooter().add(new Button(Words.of(locale, "setup.leave"), click -> close()), save);
        add(fields, answer);
        if (organization != null) {
            add(ties(organization, all, known));
        }
    }

    /** A province by its name, or that there is none. */
    static String province(@Nullable String code, Locale locale) {
        return code == null
                ? Words.of(locale, "setup.province.abroad")
                : Provinces.of(code)
                        .map(Provinces.Province::name)
                        .map(name -> Words.isKhmer(locale) ? name.km() : name.en())
                        .orElse(code);
    }

    private void label(TextField field, String key) {
        field.setLabel(Words.of(locale, key));
        field.setErrorMessage(Words.of(locale, "setup.missing"));
    }

    private <T> void choice(Select<T> choice, T[] constants, String key, Function<T, String> words) {
        choice.setLabel(Words.of(locale, key));
        choice.setItems(constants);
        choice.setItemLabelGenerator(each -> Words.of(locale, words.apply(each)));
        choice.setErrorMessage(Words.of(locale, "setup.missing"));
    }

    private void fill(@Nullable Organization organization) {
        language.setValue(Language.KM);
        cohort.setValue(Cohort.OTHER);
        if (organization != null) {
            khmer.setValue(organization.name().km());
            english.setValue(organization.name().en());
            kind.setValue(organization.kind());
            size.setValue(organization.size());
            province.setValue(organization.province());
            language.setValue(organization.language());
            cohort.setValue(organization.cohort());
            sectors.setValue(String.join(", ", organization.sectors()));
        }
    }

    private boolean isComplete() {
        // each is looked at, so that everything that is missing is marked at once
        var fine = new ArrayList<Boolean>();
        fine.add(check(khmer, !khmer.getValue().isBlank()));
        fine.add(check(english, !english.getValue().isBlank()));
        fine.add(check(kind, kind.getValue() != null));
        fine.add(check(size, size.getValue() != null));
        return !fine.contains(false);
    }

    private static boolean check(HasValidation field, boolean fine) {
        field.setInvalid(!fine);
        return fine;
    }

    private void save(Summit summit, @Nullable Organization was) {
        if (!isComplete()) {
            return;
        }
        var name =
                new BilingualText(khmer.getValue().strip(), english.getValue().strip());
        var of = Arrays.stream(sectors.getValue().split("[,;]", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        Optional<String> no;
        if (was == null) {
            no = deciding.ask(
                    () -> new EnrolOrganization(
                            id,
                            new SummitId(summit.id()),
                            name,
                            kind.getValue(),
                            size.getValue(),
                            province.getValue(),
                            cohort.getValue(),
                            language.getValue(),
                            of),
                    locale);
        } else {
            no = deciding.ask(
                    () -> new ReviseOrganization(
                            id, name, kind.getValue(), size.getValue(), province.getValue(), language.getValue(), of),
                    locale);
            if (no.isEmpty() && was.cohort() != cohort.getValue()) {
                no = deciding.ask(() -> new AssignCohort(id, cohort.getValue()), locale);
            }
        }
        answer.setText(no.orElse(""));
        if (no.isEmpty()) {
            close();
        }
    }

    private Div ties(Organization organization, List<Organization> all, Organizations known) {
        var other = new ComboBox<Organization>(Words.of(locale, "setup.tie.with"));
        other.setId("setup-tie-with");
        other.setItemLabelGenerator(each -> each.name().in(locale));
        other.setItems(all.stream()
                .filter(each -> !each.id().equals(organization.id()))
                .toList());
        var strength = new Select<TieStrength>();
        choice(strength, TieStrength.values(), "setup.tie.strength", each -> "setup.tie." + each.name());
        strength.setValue(TieStrength.KNOWS);
        var round = new Select<TieRound>();
        choice(round, TieRound.values(), "setup.tie.round", each -> "setup.tie.round." + each.name());
        round.setValue(TieRound.BASELINE);
        var declare = new Button(Words.of(locale, "setup.tie.do"));
        declare.setId("setup-tie-declare");
        declare.addClickListener(click -> {
            var with = other.getValue();
            if (!check(other, with != null)) {
                other.focus();
                return;
            }
            var no = deciding.ask(
                    () -> new DeclareTie(id, new OrganizationId(with.id()), strength.getValue(), round.getValue()),
                    locale);
            answer.setText(no.orElse(""));
            if (no.isEmpty()) {
                put(new Organizations.Tie(with.id(), with.name(), round.getValue(), strength.getValue()));
                other.clear();
                other.focus();
            }
        });
        other.setErrorMessage(Words.of(locale, "setup.missing"));
        var form = new Div(other, strength, round, declare);
        form.addClassName("filters");
        ties.addClassName("rows");
        ties.setId("setup-ties");
        var said = known.ties(organization.id());
        if (said.isEmpty()) {
            ties.add(new ListItem(new Paragraph(Words.of(locale, "setup.ties.empty"))));
        }
        said.forEach(this::put);
        return new Div(new H3(Words.of(locale, "setup.ties")), form, ties);
    }

    private void put(Organizations.Tie tie) {
        ties.add(new ListItem(Words.of(
                locale,
                "setup.tie.said",
                tie.name().in(locale),
                Words.of(locale, "setup.tie." + tie.strength().name()),
                Words.of(locale, "setup.tie.round." + tie.round().name()))));
    }
}
