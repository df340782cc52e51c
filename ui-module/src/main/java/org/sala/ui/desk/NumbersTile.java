package org.sala.ui.desk;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import java.io.Serial;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sala.ui.language.Figures;
import org.sala.ui.language.Words;

/** The day in numbers: by mode, and by organisation. */
class NumbersTile extends Section {

    @Serial
    private static final long serialVersionUID = 1L;

    /** A desk looks for who is missing; the rest is a report's. */
    private static final int MOST = 40;

    private final H2 title = new H2();
    private final Div modes = new Div();
    private final Details organizations = new Details();
    private final Div none = new Div();

    NumbersTile() {
        setId("desk-numbers");
        addClassName("tile");
        none.addClassName("quiet");
        organizations.setOpened(true);
        add(title, modes, none, organizations);
    }

    void draw(@Nullable Numbers before, Numbers now, int day, Locale locale) {
        title.setText(Words.of(locale, "desk.numbers", day));
        none.setText(Words.of(locale, "desk.numbers.empty"));
        none.setVisible(now.organizations().isEmpty());
        organizations.setVisible(!now.organizations().isEmpty());
        organizations.setSummaryText(Words.of(locale, "desk.by-organization"));
        modes.removeAll();
        modes.add(byMode(now, locale));
        organizations.removeAll();
        organizations.add(byOrganization(now, locale));
        if (now.organizations().size() > MOST) {
            organizations.add(new Div(Words.of(
                    locale, "desk.more-organizations", now.organizations().size() - MOST)));
        }
        if (before != null && !before.modes().equals(now.modes())) {
            modes.getElement().executeJs("""
                    clearTimeout(this.salaGlow);
                    this.classList.remove('glow');
                    void this.offsetWidth;
                    this.classList.add('glow');
                    this.salaGlow = setTimeout(() => this.classList.remove('glow'), 1700);""");
        }
    }

    private static NativeTable byMode(Numbers now, Locale locale) {
        var table = table(locale, "desk.mode", "desk.expected", "desk.here", "desk.waiting", "desk.free");
        for (var each : now.modes()) {
            var free = each.free();
            row(
                            table,
                            Words.of(locale, "today.mode." + each.mode().name()),
                            Figures.whole(each.expected()),
                            Figures.whole(each.here()),
                            Figures.whole(each.waiting()),
                            free == null ? "–" : Figures.whole(free))
                    .setId("desk-numbers-" + each.mode().name().toLowerCase(Locale.ROOT));
        }
        return table;
    }

    private static NativeTable byOrganization(Numbers now, Locale locale) {
        var table = table(locale, "desk.organization", "desk.expected", "desk.here", "desk.waiting");
        now.organizations().stream().limit(MOST).forEach(each -> {
            var name = each.name();
            row(
                    table,
                    name == null ? Words.of(locale, "desk.no-organization") : name.in(locale),
                    Figures.whole(each.expected()),
                    Figures.whole(each.here()),
                    Figures.whole(each.waiting()));
        });
        return table;
    }

    private static NativeTable table(Locale locale, String... columns) {
        var table = new NativeTable();
        table.addClassNames("figures", "desk-figures");
        var head = table.getHead().addRow();
        for (var i = 0; i < columns.length; i++) {
            var cell = head.addHeaderCell();
            cell.setText(Words.of(locale, columns[i]));
            cell.getElement().setAttribute("scope", "col");
            cell.setClassName("number", i > 0);
        }
        return table;
    }

    private static NativeTableRow row(NativeTable table, String name, String... numbers) {
        var row = table.getBody().addRow();
        var head = row.addHeaderCell();
        head.setText(name);
        head.getElement().setAttribute("scope", "row");
        for (var number : numbers) {
            var cell = row.addDataCell();
            cell.setText(number);
            cell.addClassName("number");
        }
        return row;
    }
}
