package org.sala.ui.lists;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.dom.Element;
import java.io.Serial;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.ui.language.Figures;
import org.sala.ui.language.Words;
import org.sala.ui.lists.Choices.Decision;
import org.sala.ui.lists.Planned.Kind;

/** What a dry run found, row by row, before anything is sent. */
class PlanPanel extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What is asked of whoever shows the panel. */
    interface Asked {
        void send();

        void look(Choices choices);

        void back();

        void putAway();
    }

    private final transient WorkingList list;
    private final transient Plan plan;
    private final transient Locale locale;
    private final Grid<Planned> grid = new Grid<>();
    private final transient Map<Set<Kind>, Button> filters = new LinkedHashMap<>();
    private final transient Map<String, ComboBox<Becomes>> becomes = new LinkedHashMap<>();
    private transient Set<Kind> shown = EnumSet.allOf(Kind.class);

    /** What can become of an organisation that isn't enrolled; neither is that its people are left out. */
    private record Becomes(Optional<Decision> decision, String words) {}

    PlanPanel(
            WorkingList list,
            Plan plan,
            List<Organization> organizations,
            Anchor giveBack,
            Asked asked,
            Locale locale) {
        this.list = list;
        this.plan = plan;
        this.locale = locale;
        addClassName("plan");
        var nothingSent = new Paragraph(Words.of(locale, "lists.plan.nothing-sent"));
        nothingSent.addClassNames("quiet", "prose");
        add(nothingSent, counts());
        for (var shortage : plan.shortages()) {
            add(shortage(shortage));
        }
        if (!plan.missing().isEmpty()) {
            add(missing(organizations, asked));
        }
        add(foot(giveBack, asked), rows());
        show(shown);
    }

    private Div counts() {
        var counts = new Div();
        counts.addClassName("kind-counts");
        count(counts, EnumSet.allOf(Kind.class), "lists.kind.ALL", plan.rows().rows());
        for (var kind : Kind.values()) {
            count(
                    counts,
                    EnumSet.of(kind),
                    "lists.kind." + kind.name(),
                    plan.rows().count(kind));
        }
        return counts;
    }

    private void count(Div into, Set<Kind> kinds, String words, int number) {
        var figure = new Span(Figures.whole(number));
        figure.addClassName("count-figure");
        var filter = new Button();
        filter.setId(words.replace('.', '-'));
        var label = new Span(Words.of(locale, words));
        var both = new Div(figure, label);
        both.addClassName("count-both");
        filter.getElement().appendChild(both.getElement());
        filter.setAriaLabel(Words.of(locale, words) + ": " + Figures.whole(number));
        filter.addClassName("count");
        filter.addClickListener(click -> show(kinds));
        filters.put(kinds, filter);
        into.add(filter);
    }

    private void show(Set<Kind> kinds) {
        shown = kinds;
        filters.forEach((each, button) ->
                button.getElement().setAttribute("aria-pressed", Boolean.toString(each.equals(kinds))));
        grid.setDataProvider(DataProvider.fromCallbacks(
                query -> plan.rows().page(kinds, query.getOffset(), query.getLimit()).stream(), query -> {
                    // asked for by the component: both must have been looked at
                    var skipped = query.getOffset() + query.getLimit();
                    return skipped < 0
                            ? 0
                            : kinds.stream()
                                    .mapToInt(kind -> plan.rows().count(kind))
                                    .sum();
                }));
    }

    private Paragraph shortage(Plan.Shortage shortage) {
        var words = Words.of(
                locale,
                "lists.shortage." + list.choices().defaults().whenFull().name(),
                shortage.day(),
                ListWords.of(locale, shortage.mode()),
                shortage.left(),
                shortage.wanted(),
                shortage.wanted() - shortage.left());
        var said = new Paragraph(words);
        said.addClassNames("person-needed", "prose");
        return said;
    }

    private Div missing(List<Organization> organizations, Asked asked) {
        var leave = new Becomes(Optional.empty(), Words.of(locale, "lists.missing.leave"));
        var enrol = new Becomes(Optional.of(new Decision.Enrol()), Words.of(locale, "lists.missing.enrol"));
        var items = new ArrayList<Becomes>(List.of(leave, enrol));
        for (var organization : organizations) {
            items.add(new Becomes(
                    Optional.of(new Decision.Same(organization.id())),
                    Words.of(locale, "lists.missing.same", organization.name(locale))));
        }
        var body = new Element("tbody");
        for (var each : plan.missing()) {
            var key = OrganizationNames.key(each.name());
            var decided = Optional.ofNullable(list.choices().decisions().get(key));
            var choice = new ComboBox<Becomes>();
            choice.setItems(items);
            choice.setItemLabelGenerator(Becomes::words);
            choice.setValue(items.stream()
                    .filter(item -> item.decision().equals(decided))
                    .findFirst()
                    .orElse(leave));
            choice.setAriaLabel(each.name());
            choice.addClassName("missing-choice");
            each.like()
                    .ifPresent(like -> choice.setHelperText(Words.of(locale, "lists.missing.like", like.name(locale))));
            becomes.put(key, choice);
            var row = new Element("tr");
            row.appendChild(
                    text("th", each.name()),
                    text("td", Words.counted(locale, "lists.missing.people", each.people())),
                    text("td", Words.of(locale, "lists.missing.row", each.row())));
            var cell = new Element("td");
            cell.appendChild(choice.getElement());
            row.appendChild(cell);
            body.appendChild(row);
        }
        var table = new Element("table");
        table.getClassList().add("figures");
        table.appendChild(body);
        var all = new Button(
                Words.of(locale, "lists.missing.enrol-all"),
                click -> becomes.values().forEach(choice -> {
                    if (choice.getValue() == null
                            || choice.getValue().decision().isEmpty()) {
                        choice.setValue(enrol);
                    }
                }));
        all.setId("enrol-all");
        var again = new Button(Words.of(locale, "lists.look-again"), click -> asked.look(decided()));
        again.setId("look-again");
        var foot = new Div(all, again);
        foot.addClassName("form-foot");
        var how = new Paragraph(Words.of(locale, "lists.missing.how"));
        how.addClassNames("quiet", "prose");
        var tile = new Div(new H2(Words.of(locale, "lists.missing")), how);
        tile.getElement().appendChild(table);
        tile.add(foot);
        tile.addClassName("tile");
        tile.setId("missing");
        return tile;
    }

    private Choices decided() {
        var decisions = new LinkedHashMap<String, Decision>();
        becomes.forEach((key, choice) -> Optional.ofNullable(choice.getValue())
                .flatMap(Becomes::decision)
                .ifPresent(decision -> decisions.put(key, decision)));
        return list.choices().with(decisions);
    }

    private static Element text(String tag, String text) {
        var cell = new Element(tag);
        cell.setText(text);
        return cell;
    }

    private Div foot(Anchor giveBack, Asked asked) {
        var send = new Button(Words.counted(locale, "lists.send", plan.good()), click -> asked.send());
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.setDisableOnClick(true);
        send.setEnabled(plan.good() > 0);
        send.setId("send");
        var back = new Button(Words.of(locale, "lists.back"), click -> asked.back());
        var away = new Button(Words.of(locale, "lists.put-away"), click -> asked.putAway());
        away.setId("put-away");
        giveBack.setVisible(plan.rows().count(Kind.REFUSED) + plan.rows().count(Kind.DUPLICATE) > 0);
        var foot = new Div(send, back, giveBack, away);
        foot.addClassName("form-foot");
        return foot;
    }

    private Grid<Planned> rows() {
        grid.setId("plan-rows");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addColumn(planned -> Integer.toString(planned.row()))
                .setHeader(Words.of(locale, "lists.row"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(planned -> chip(planned.kind()))
                .setHeader(Words.of(locale, "lists.row.kind"))
                .setWidth("9.5rem")
                .setFlexGrow(0);
        grid.addColumn(Planned::name)
                .setHeader(Words.of(locale, "lists.field.NAME"))
                .setFlexGrow(3);
        if (list.choices().kind() == Choices.ListKind.PEOPLE) {
            grid.addColumn(Planned::organization)
                    .setHeader(Words.of(locale, "lists.field.ORGANIZATION"))
                    .setFlexGrow(3);
        }
        grid.addComponentColumn(planned -> why(planned))
                .setHeader(Words.of(locale, "lists.row.why"))
                .setFlexGrow(5);
        return grid;
    }

    private Span chip(Kind kind) {
        var chip = new Span(Words.of(locale, "lists.kind." + kind.name()));
        chip.addClassNames("chip", "kind-" + kind.name().toLowerCase(Locale.ROOT));
        return chip;
    }

    private Span why(Planned planned) {
        var words = new Span(ListWords.all(planned.remarks(), locale));
        words.addClassName("row-why");
        words.setClassName("person-needed", planned.kind() == Kind.REFUSED);
        return words;
    }
}
