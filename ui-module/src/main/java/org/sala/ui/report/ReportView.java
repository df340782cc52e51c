package org.sala.ui.report;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.io.Serial;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sala.ports.Role;
import org.sala.sheets.Format;
import org.sala.ui.language.Figures;
import org.sala.ui.language.Words;
import org.sala.ui.shell.Place;
import org.sala.ui.shell.Shell;
import org.sala.ui.shell.Summit;
import org.sala.ui.shell.SummitPath;
import org.sala.ui.shell.Summits;
import org.sala.ui.signin.Account;
import org.sala.ui.signin.SignedIn;

/** The indicators of a summit; each figure opens to what proves it, and from there to its events. */
@Route(value = "summits/:summit/report", layout = Shell.class)
@RolesAllowed({"STAFF", "DONOR"})
class ReportView extends Div implements BeforeEnterObserver, LocaleChangeObserver, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Summits summits;
    private final transient Reports reports;
    private final transient Account account;

    private final H1 title = new H1();
    private final Anchor csv = new Anchor();
    private final Anchor xlsx = new Anchor();
    private final Paragraph about = new Paragraph();
    private final Paragraph hidden = new Paragraph();
    private final Div tables = new Div();
    private final Dialog evidence = new Dialog();

    private transient @Nullable Summit summit;
    private transient @Nullable Report report;
    private transient Optional<String> figure = Optional.empty();

    ReportView(Summits summits, Reports reports, ReportExport export, SignedIn signedIn) {
        this.summits = summits;
        this.reports = reports;
        this.account = signedIn.account();
        addClassNames("place", "report");
        link(csv, Format.CSV, export);
        link(xlsx, Format.XLSX, export);
        var actions = new Div(csv, xlsx);
        actions.addClassName("actions");
        var head = new Div(title, actions);
        head.addClassName("place-head");
        about.addClassNames("prose", "quiet");
        hidden.addClassName("prose");
        hidden.setId("suppression");
        tables.addClassName("tiles");
        evidence.setWidth("min(38rem, 94vw)");
        evidence.addOpenedChangeListener(change -> {
            if (!change.isOpened() && change.isFromClient()) {
                closed();
            }
        });
        add(head, about, hidden, tables, evidence);
    }

    private void link(Anchor anchor, Format format, ReportExport export) {
        anchor.setHref(DownloadHandler.fromInputStream(download -> {
            var made = report;
            // a download has no current UI, and a component without one reads in nobody's language
            var bytes = made == null
                    ? new byte[0]
                    : export.file(made, account, download.getUI().getLocale(), format);
            return new DownloadResponse(
                    new ByteArrayInputStream(bytes),
                    "sala-report." + format.extension(),
                    format.mediaType(),
                    bytes.length);
        }));
        anchor.getElement().setAttribute("download", true);
        anchor.setRouterIgnore(true);
        anchor.addClassName("action-link");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        SummitPath.of(event, summits).ifPresent(found -> {
            figure = event.getLocation().getQueryParameters().getSingleParameter("figure");
            if (!found.equals(summit) || figure.isEmpty()) {
                summit = found;
                report = reports.report(found, account);
                draw();
            }
            open();
        });
    }

    private void draw() {
        var made = report;
        var of = summit;
        if (made == null || of == null) {
            return;
        }
        var locale = getLocale();
        about.setText(Words.of(
                locale,
                "report.made-of",
                made.reached().stream()
                        .map(reached -> Words.of(locale, "audit.context." + reached.context()) + " "
                                + Figures.whole(reached.through()))
                        .reduce((one, other) -> one + ", " + other)
                        .orElse("–")));
        hidden.setVisible(made.suppressed());
        hidden.setText(Words.of(locale, "report.suppressed", Suppression.SMALLEST_SHOWN));
        tables.removeAll();
        var people = section("report.people", "two-thirds");
        var others = section("report.others", "third");
        for (var table : made.tables()) {
            (table.columns().contains(Indicator.PEOPLE_REGISTERED) ? people : others)
                    .getElement()
                    .appendChild(heading(table, locale), element(table, of, locale));
        }
        tables.add(people, others);
    }

    private Section section(String title, String width) {
        var section = new Section();
        section.addClassNames("tile", width);
        section.add(new H2(Words.of(getLocale(), title)));
        return section;
    }

    private static Element heading(Report.Table table, Locale locale) {
        var heading = new Element("h3");
        if (!table.dimension().equals("TOTAL")) {
            heading.setText(ReportWords.dimension(table.dimension(), locale));
        } else {
            heading.setVisible(false);
        }
        return heading;
    }

    private Element element(Report.Table table, Summit of, Locale locale) {
        var element = new Element("table");
        element.getClassList().add("figures");
        var head = new Element("tr");
        var corner = new Element("th");
        corner.setText("");
        head.appendChild(corner);
        for (var indicator : table.columns()) {
            var name = new Element("th");
            name.setAttribute("scope", "col");
            name.getClassList().add("number");
            name.setText(ReportWords.indicator(indicator, locale));
            head.appendChild(name);
        }
        var body = new Element("tbody");
        for (var row : table.rows()) {
            body.appendChild(element(table, row, of, locale));
        }
        if (table.columns().size() > 1) {
            var header = new Element("thead");
            header.appendChild(head);
            element.appendChild(header);
        }
        element.appendChild(body);
        return element;
    }

    private Element element(Report.Table table, Report.Row row, Summit of, Locale locale) {
        var line = new Element("tr");
        var total = row.category().equals("TOTAL");
        if (total) {
            line.getClassList().add("total");
        }
        var name = new Element("th");
        name.setAttribute("scope", "row");
        name.setText(
                total && table.columns().size() == 1
                        ? ReportWords.indicator(table.columns().getFirst(), locale)
                        : ReportWords.category(table, row, of, locale));
        line.appendChild(name);
        for (var indicator : table.columns()) {
            var cell = new Element("td");
            cell.getClassList().add("number");
            var number = row.figures().get(indicator);
            if (number != null) {
                cell.appendChild(number(number, of, locale));
            }
            line.appendChild(cell);
        }
        return line;
    }

    private static Element number(Figure number, Summit of, Locale locale) {
        var count = number.count();
        if (count == null) {
            var hidden = new Span(Words.of(locale, "report.hidden"));
            hidden.addClassName("quiet");
            hidden.getElement().setAttribute("title", Words.of(locale, "report.hidden.why"));
            return hidden.getElement();
        }
        var link = new Anchor(
                // keys are capitals, digits, dots and low lines: nothing in them needs an escape
                Place.REPORT.path(of.id()) + "?figure=" + number.key(), Figures.whole(count));
        link.addClassName("figure-link");
        link.getElement().setAttribute("router-link", true);
        link.getElement().setAttribute("data-figure", number.key());
        return link.getElement();
    }

    private void open() {
        var made = report;
        var of = summit;
        var key = figure.orElse(null);
        if (made == null || of == null || key == null || !isShown(made, key)) {
            evidence.close();
            return;
        }
        var proof = reports.evidence(of.id(), key);
        if (proof.isEmpty()) {
            evidence.close();
            return;
        }
        draw(key, proof.get(), of);
        evidence.open();
    }

    /** Whether this reader may see the figure: what is hidden in the table is hidden behind its URL too. */
    private static boolean isShown(Report made, String key) {
        return made.tables().stream()
                .flatMap(table -> table.rows().stream())
                .flatMap(row -> row.figures().values().stream())
                .anyMatch(each -> each.key().equals(key) && !each.isSuppressed());
    }

    private void draw(String key, Evidence proof, Summit of) {
        var locale = getLocale();
        var indicator = Indicator.valueOf(key.contains(".") ? key.substring(0, key.indexOf('.')) : key);
        evidence.removeAll();
        evidence.getFooter().removeAll();
        evidence.setHeaderTitle(ReportWords.indicator(indicator, locale));
        var facts = new DescriptionList();
        facts.addClassName("pairs");
        pair(facts, "report.evidence.figure", key);
        pair(facts, "report.evidence.unit", Words.of(locale, "report.unit." + indicator.name()));
        pair(facts, "report.evidence.events", Figures.whole(proof.events()));
        pair(facts, "report.evidence.digest", proof.digest());
        evidence.add(
                new Paragraph(Words.of(locale, "report.definition." + indicator.name())),
                facts,
                new Paragraph(Words.of(locale, "report.evidence.how")));
        var close = new Button(Words.of(locale, "report.close"), click -> {
            evidence.close();
            closed();
        });
        evidence.getFooter().add(close);
        if (account.isAnyOf(Role.STAFF, Role.AUDITOR)) {
            var show = new Button(
                    Words.of(locale, "report.evidence.show"),
                    click -> UI.getCurrent()
                            .navigate(
                                    Place.HISTORY.path(of.id()), new QueryParameters(Map.of("figure", List.of(key)))));
            show.addThemeVariants(ButtonVariant.PRIMARY);
            show.setId("show-events");
            evidence.getFooter().add(show);
        }
    }

    private void pair(DescriptionList list, String name, String value) {
        list.add(new DescriptionList.Term(Words.of(getLocale(), name)), new DescriptionList.Description(value));
    }

    private void closed() {
        var of = summit;
        if (of != null) {
            UI.getCurrent().navigate(Place.REPORT.path(of.id()));
        }
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        title.setText(Words.of(event.getLocale(), "report.title"));
        csv.setText(Words.of(event.getLocale(), "report.csv"));
        xlsx.setText(Words.of(event.getLocale(), "report.xlsx"));
        draw();
        open();
    }

    @Override
    public String getPageTitle() {
        return Words.of(getLocale(), Place.REPORT.wordKey()) + " · " + Words.of(getLocale(), "shell.name");
    }
}
