package org.sala.ui.audit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.Serial;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.intake.Rebuild;
import org.sala.ports.Role;
import org.sala.ui.language.Figures;
import org.sala.ui.language.Words;
import org.sala.ui.live.Windows;
import org.sala.ui.shell.Place;
import org.sala.ui.shell.Shell;
import org.sala.ui.shell.Summit;
import org.sala.ui.shell.SummitPath;
import org.sala.ui.shell.Summits;
import org.sala.ui.signin.SignedIn;

/**
 * Rebuilds every read model from the published history and shows whether it is what people look at; staff can have it put
 * in place of what people look at.
 */
@Route(value = "summits/:summit/history/rebuild", layout = Shell.class)
@RolesAllowed({"AUDITOR", "STAFF"})
class RebuildView extends Div implements BeforeEnterObserver, LocaleChangeObserver, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int RUNS = 6;

    private final transient Summits summits;
    private final transient Rebuilds rebuilds;

    private final H1 title = new H1();
    private final Anchor back = new Anchor();
    private final Paragraph what = new Paragraph();
    private final Button start = new Button();
    private final Button replace = new Button();
    private final ConfirmDialog sure = new ConfirmDialog();
    private final Button cancel = new Button();
    private final ProgressBar bar = new ProgressBar();
    private final Span progress = new Span();
    private final Div results = new Div();

    private transient @Nullable Summit summit;
    private transient @Nullable Runnable unwatch;

    RebuildView(Summits summits, Rebuilds rebuilds, SignedIn signedIn) {
        this.summits = summits;
        this.rebuilds = rebuilds;
        addClassNames("place", "rebuild");
        var head = new Div(title, back);
        head.addClassName("place-head");
        what.addClassName("prose");
        start.addThemeVariants(ButtonVariant.PRIMARY);
        start.addClickListener(click -> {
            rebuilds.start(Rebuilds.Kind.COMPARE, signedIn.account().id().toString());
            draw();
        });
        replace.setId("replace");
        replace.setVisible(signedIn.account().isAnyOf(Role.STAFF));
        replace.addClickListener(click -> sure.open());
        sure.setCancelable(true);
        sure.addConfirmListener(confirmed -> {
            if (signedIn.account().isAnyOf(Role.STAFF)) {
                rebuilds.start(Rebuilds.Kind.REPLACE, signedIn.account().id().toString());
                draw();
            }
        });
        cancel.addClickListener(click -> rebuilds.latest(1).forEach(run -> rebuilds.cancel(run.id())));
        progress.setId("rebuild-progress");
        progress.getElement().setAttribute("role", "status");
        bar.setWidth("min(24rem, 100%)");
        var actions = new Div(start, replace, cancel, progress);
        actions.addClassName("form-foot");
        results.setId("rebuild-results");
        add(head, what, actions, bar, results);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        SummitPath.of(event, summits).ifPresent(found -> {
            summit = found;
            back.setHref(Place.HISTORY.path(found.id()));
        });
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        unwatch = rebuilds.watch(() -> Windows.in(ui, this::draw));
        draw();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (unwatch != null) {
            unwatch.run();
            unwatch = null;
        }
    }

    private void draw() {
        var of = summit;
        if (of == null) {
            return;
        }
        var locale = getLocale();
        var runs = rebuilds.latest(RUNS);
        var current = runs.stream()
                .filter(run -> run.state() == Rebuilds.State.RUNNING)
                .findFirst();
        start.setEnabled(current.isEmpty());
        replace.setEnabled(current.isEmpty());
        cancel.setVisible(current.isPresent());
        bar.setVisible(current.isPresent());
        progress.setText("");
        current.ifPresent(run -> {
            bar.setIndeterminate(run.total() == 0);
            bar.setMin(0);
            bar.setMax(Math.max(1.0, (double) run.total()));
            bar.setValue(Math.min((double) run.read(), Math.max(1.0, (double) run.total())));
            progress.setText(
                    Words.of(locale, "audit.rebuild.progress", Figures.whole(run.read()), Figures.whole(run.total())));
        });
        results.removeAll();
        runs.stream()
                .filter(run -> run.state() != Rebuilds.State.RUNNING)
                .forEach(run -> results.add(result(run, of, locale)));
    }

    private static Div result(Rebuilds.Run run, Summit of, Locale locale) {
        var block = new Div();
        block.addClassName("rebuild-run");
        var outcome = new H2(Words.of(locale, "audit.rebuild." + run.state()));
        switch (run.state()) {
            case EQUAL, REPLACED -> {}
            case RUNNING, DIFFERENT, CANCELLED, FAILED, LOST -> outcome.addClassName("person-needed");
        }
        block.add(outcome);
        var line = new Paragraph(summary(run, of, locale));
        line.addClassName("quiet");
        block.add(line);
        var report = run.report();
        if (report != null) {
            block.getElement().appendChild(table(report, locale));
        }
        var replaced = run.replaced();
        if (replaced != null) {
            block.getElement().appendChild(table(replaced, locale));
        }
        return block;
    }

    private static String summary(Rebuilds.Run run, Summit of, Locale locale) {
        var when = Figures.minute(run.began().toInstant(), of.zone());
        var report = run.report();
        if (report != null) {
            return Words.of(
                    locale,
                    "audit.rebuild.summary",
                    when,
                    run.actor(),
                    Figures.whole(report.events()),
                    seconds(report.took()));
        }
        var replaced = run.replaced();
        if (replaced != null) {
            return Words.of(
                    locale,
                    "audit.rebuild.replaced.summary",
                    when,
                    run.actor(),
                    Figures.whole(replaced.events()),
                    seconds(replaced.took()),
                    seconds(replaced.fenced()));
        }
        return Words.of(locale, "audit.rebuild.when", when, run.actor());
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
    }

    private static Element table(Rebuild.Replaced replaced, Locale locale) {
        var body = new Element("tbody");
        for (var each : replaced.tables()) {
            var row = new Element("tr");
            row.appendChild(rowName(each.name()), number(each.rows()), number(each.removed()), number(each.added()));
            body.appendChild(row);
        }
        var table = new Element("table");
        table.getClassList().add("figures");
        table.appendChild(header(locale, List.of("table"), List.of("now", "removed", "added")), body);
        return table;
    }

    private static Element header(Locale locale, List<String> words, List<String> numbers) {
        var head = new Element("tr");
        words.forEach(name -> head.appendChild(column(name, locale)));
        numbers.forEach(name -> {
            var cell = column(name, locale);
            cell.getClassList().add("number");
            head.appendChild(cell);
        });
        var header = new Element("thead");
        header.appendChild(head);
        return header;
    }

    private static Element column(String name, Locale locale) {
        var cell = new Element("th");
        cell.setAttribute("scope", "col");
        cell.setText(Words.of(locale, "audit.rebuild." + name));
        return cell;
    }

    private static Element rowName(String name) {
        var cell = new Element("th");
        cell.setAttribute("scope", "row");
        cell.setText(name);
        return cell;
    }

    private static Element table(Rebuild.Report report, Locale locale) {
        var table = new Element("table");
        table.getClassList().add("figures");
        var head = new Element("tr");
        for (var name : new String[] {"table", "live", "rebuilt", "hash", "outcome"}) {
            var cell = column(name, locale);
            if (name.equals("live") || name.equals("rebuilt")) {
                cell.getClassList().add("number");
            }
            head.appendChild(cell);
        }
        var header = new Element("thead");
        header.appendChild(head);
        var body = new Element("tbody");
        for (var each : report.tables()) {
            var row = new Element("tr");
            var name = rowName(each.name());
            var hash = cell(
                    each.equal()
                            ? each.liveHash().substring(0, 12)
                            : each.liveHash().substring(0, 12) + " ≠ "
                                    + each.rebuiltHash().substring(0, 12));
            hash.getClassList().add("mono");
            var outcome = cell(
                    each.equal()
                            ? "✓ " + Words.of(locale, "audit.rebuild.same")
                            : "≠ " + Words.of(locale, "audit.rebuild.differs"));
            if (!each.equal()) {
                outcome.getClassList().add("person-needed");
            }
            row.appendChild(name, number(each.liveRows()), number(each.rebuiltRows()), hash, outcome);
            body.appendChild(row);
        }
        table.appendChild(header, body);
        return table;
    }

    private static Element number(long value) {
        var cell = cell(Figures.whole(value));
        cell.getClassList().add("number");
        return cell;
    }

    private static Element cell(String text) {
        var cell = new Element("td");
        cell.setText(text);
        return cell;
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        var locale = event.getLocale();
        title.setText(Words.of(locale, "audit.rebuild"));
        back.setText(Words.of(locale, "audit.rebuild.back"));
        what.setText(Words.of(locale, "audit.rebuild.what"));
        start.setText(Words.of(locale, "audit.rebuild.start"));
        cancel.setText(Words.of(locale, "audit.rebuild.cancel"));
        replace.setText(Words.of(locale, "audit.rebuild.replace"));
        sure.setHeader(Words.of(locale, "audit.rebuild.replace.sure"));
        sure.setText(Words.of(locale, "audit.rebuild.replace.what"));
        sure.setConfirmText(Words.of(locale, "audit.rebuild.replace.yes"));
        sure.setCancelText(Words.of(locale, "audit.rebuild.replace.no"));
        draw();
    }

    @Override
    public String getPageTitle() {
        return Words.of(getLocale(), "audit.rebuild") + " · " + Words.of(getLocale(), "shell.name");
    }
}
