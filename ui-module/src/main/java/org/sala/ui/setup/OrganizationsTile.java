package org.sala.ui.setup;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.io.Serial;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sala.ui.language.Words;
import org.sala.ui.shell.Summit;

/** The organisations that are enrolled, each opening to what is said of it; and the way to enrol another. */
class OrganizationsTile extends Section {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Organizations known;
    private final transient Deciding deciding;
    private final H2 title = new H2();
    private final Span count = new Span();
    private final TextField filter = new TextField();
    private final Button enrol = new Button();
    private final Grid<Organization> grid = new Grid<>();

    private transient @Nullable Summit summit;
    private transient List<Organization> shown = List.of();
    private transient Locale locale = Locale.ROOT;

    OrganizationsTile(Organizations known, Deciding deciding) {
        this.known = known;
        this.deciding = deciding;
        setId("setup-organizations");
        addClassName("tile");
        count.addClassName("quiet");
        filter.setId("setup-filter");
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(change -> list());
        enrol.setId("setup-enrol");
        enrol.addClickListener(click -> open(null));
        grid.addThemeVariants(GridVariant.ROW_STRIPES);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setMultiSort(false);
        grid.addItemClickListener(click -> open(click.getItem()));
        var actions = new Div(filter, enrol, count);
        actions.addClassName("form-foot");
        add(title, actions, grid);
    }

    void show(Summit of, Locale reader) {
        summit = of;
        var now = known.of(of.id());
        var same = reader.equals(locale) && now.equals(shown);
        locale = reader;
        if (same) {
            return;
        }
        shown = now;
        title.setText(Words.of(reader, "setup.organizations"));
        enrol.setText(Words.of(reader, "setup.enrol"));
        filter.setPlaceholder(Words.of(reader, "setup.filter"));
        filter.setAriaLabel(Words.of(reader, "setup.filter"));
        count.setText(Words.counted(reader, "today.organizations", now.size()));
        columns();
        list();
    }

    private void columns() {
        grid.removeAllColumns();
        grid.addComponentColumn(each -> {
                    var name = new Button(each.name().in(locale), click -> open(each));
                    name.addThemeVariants(ButtonVariant.TERTIARY);
                    name.addClassName("text-link");
                    return name;
                })
                .setHeader(Words.of(locale, "setup.name"))
                .setComparator((one, other) ->
                        one.name().in(locale).compareToIgnoreCase(other.name().in(locale)))
                .setSortable(true)
                .setWidth("16rem")
                .setFlexGrow(3);
        column(
                "setup.kind",
                each -> Words.of(locale, "report.category.KIND." + each.kind().name()));
        column(
                "setup.size",
                each -> Words.of(locale, "report.category.SIZE." + each.size().name()));
        column(
                "setup.cohort",
                each -> Words.of(locale, "setup.cohort." + each.cohort().name()));
        column("setup.province", each -> OrganizationDialog.province(each.province(), locale));
        grid.setEmptyStateText(Words.of(locale, "setup.organizations.empty"));
    }

    private void column(String key, com.vaadin.flow.function.ValueProvider<Organization, String> words) {
        grid.addColumn(words)
                .setHeader(Words.of(locale, key))
                .setWidth("9rem")
                .setFlexGrow(1)
                .setSortable(true);
    }

    private void list() {
        var text = filter.getValue().strip().toLowerCase(Locale.ROOT);
        grid.setItems(shown.stream()
                .filter(each -> each.name().km().contains(text)
                        || each.name().en().toLowerCase(Locale.ROOT).contains(text))
                .toList());
    }

    private void open(@Nullable Organization organization) {
        var of = summit;
        if (of != null) {
            new OrganizationDialog(of, organization, shown, known, deciding, locale).open();
        }
    }
}
