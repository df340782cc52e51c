package org.sala.ui.lists;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import jakarta.annotation.security.RolesAllowed;
import java.io.Serial;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.AttendanceMode;
import org.sala.sheets.Format;
import org.sala.ui.language.Words;
import org.sala.ui.lists.TakingOut.Taker;
import org.sala.ui.live.Windows;
import org.sala.ui.shell.Shell;
import org.sala.ui.shell.Summit;
import org.sala.ui.shell.SummitPath;
import org.sala.ui.shell.Summits;
import org.sala.ui.signin.Account;
import org.sala.ui.signin.SignedIn;

/** Takes lists, attendance sheets and badges away. */
@Route(value = "summits/:summit/lists/out", layout = Shell.class)
@RolesAllowed("STAFF")
class OutView extends Div implements BeforeEnterObserver, LocaleChangeObserver, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Whom badges are for; no day is everybody. */
    private record Whom(@Nullable Integer day) {}

    private final transient Summits summits;
    private final transient TakingOut taking;
    private final transient Account account;

    private final H1 title = new H1();
    private final ListTabs tabs = new ListTabs(true);
    private final Paragraph about = new Paragraph();
    private final TextField purpose = new TextField();
    private final Div tiles = new Div();
    private final Section made = new Section();

    private transient @Nullable Summit summit;
    private transient @Nullable Runnable unwatch;

    OutView(Summits summits, TakingOut taking, SignedIn signedIn) {
        this.summits = summits;
        this.taking = taking;
        this.account = signedIn.account();
        addClassNames("place", "lists");
        about.addClassNames("prose", "quiet");
        purpose.setId("out-purpose");
        purpose.setMaxLength(120);
        purpose.setWidth("min(32rem, 100%)");
        tiles.addClassName("tiles");
        made.addClassNames("tile", "made");
        made.setId("made");
        var head = new Div(title, tabs);
        head.addClassName("place-head");
        var what = new Div(purpose);
        what.addClassName("filters");
        add(head, about, what, made, tiles);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        SummitPath.of(event, summits).ifPresent(found -> {
            summit = found;
            tabs.of(found.id(), getLocale());
            draw();
        });
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        unwatch = taking.watch(() -> Windows.in(ui, this::drawMade));
        drawMade();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (unwatch != null) {
            unwatch.run();
            unwatch = null;
        }
    }

    private String word(String key, Object... arguments) {
        return Words.of(getLocale(), key, arguments);
    }

    private void draw() {
        var of = summit;
        if (of == null) {
            return;
        }
        tiles.removeAll();
        tiles.add(people(), attendance(of), sheet(of), badges(of));
        drawMade();
    }

    private Section tile(String words, Component... content) {
        var how = new Paragraph(word(words + ".about"));
        how.addClassName("quiet");
        var tile = new Section(new H2(word(words)), how);
        tile.addClassNames("tile", "half");
        tile.add(content);
        return tile;
    }

    private Section people() {
        var contacts = new Checkbox(word("lists.out.contacts"));
        contacts.setId("out-contacts");
        return tile(
                "lists.out.people",
                contacts,
                buttons(
                        button(
                                "lists.out.make.csv",
                                "people-csv",
                                by -> taking.people(by, Format.CSV, contacts.getValue())),
                        button(
                                "lists.out.make.xlsx",
                                "people-xlsx",
                                by -> taking.people(by, Format.XLSX, contacts.getValue()))));
    }

    private Section attendance(Summit of) {
        var day = days(of);
        return tile(
                "lists.out.attendance",
                day,
                buttons(
                        button(
                                "lists.out.make.csv",
                                "attendance-csv",
                                by -> taking.attendance(by, day.getValue(), Format.CSV)),
                        button(
                                "lists.out.make.xlsx",
                                "attendance-xlsx",
                                by -> taking.attendance(by, day.getValue(), Format.XLSX))));
    }

    private Section sheet(Summit of) {
        var day = days(of);
        day.setId("sheet-day");
        var mode = new Select<AttendanceMode>();
        mode.setLabel(word("lists.out.mode"));
        mode.setItemLabelGenerator(each -> ListWords.of(getLocale(), each));
        mode.setItems(modes(of, day.getValue()));
        mode.setValue(modes(of, day.getValue()).getFirst());
        day.addValueChangeListener(change -> {
            mode.setItems(modes(of, change.getValue()));
            mode.setValue(modes(of, change.getValue()).getFirst());
        });
        var fields = new Div(day, mode);
        fields.addClassName("defaults");
        return tile(
                "lists.out.sheet",
                fields,
                buttons(button(
                        "lists.out.make.pdf", "sheet-pdf", by -> taking.sheet(by, day.getValue(), mode.getValue()))));
    }

    private static List<AttendanceMode> modes(Summit of, int number) {
        var modes = new ArrayList<AttendanceMode>();
        of.day(number).ifPresent(day -> {
            day.inPerson().ifPresent(seats -> modes.add(AttendanceMode.IN_PERSON));
            day.online().ifPresent(seats -> modes.add(AttendanceMode.ONLINE));
        });
        return modes;
    }

    private Section badges(Summit of) {
        var whom = new Select<Whom>();
        whom.setId("badges-whom");
        whom.setLabel(word("lists.out.badges.whom"));
        var items = new ArrayList<Whom>();
        items.add(new Whom(null));
        of.days().forEach(day -> items.add(new Whom(day.number())));
        whom.setItems(items);
        whom.setItemLabelGenerator(each ->
                each.day() == null ? word("lists.out.badges.everybody") : word("lists.out.badges.of-day", each.day()));
        whom.setValue(items.getFirst());
        whom.setWidthFull();
        var paper = new Select<BadgePaper>();
        paper.setId("badges-paper");
        paper.setLabel(word("lists.out.badges.paper"));
        paper.setItems(BadgePaper.values());
        paper.setItemLabelGenerator(each -> ListWords.of(getLocale(), each));
        paper.setValue(BadgePaper.EIGHT_ON_A4);
        paper.setWidthFull();
        var fields = new Div(whom, paper);
        fields.addClassName("defaults");
        return tile(
                "lists.out.badges",
                fields,
                buttons(button(
                        "lists.out.make.pdf",
                        "badges-pdf",
                        by -> taking.badges(by, whom.getValue().day(), paper.getValue()))));
    }

    private Select<Integer> days(Summit of) {
        var day = new Select<Integer>();
        day.setLabel(word("lists.out.day"));
        day.setItems(of.days().stream().map(Summit.Day::number).toList());
        day.setItemLabelGenerator(number -> of.day(number)
                .map(each -> word("lists.paper.day", number, each.date().toString()))
                .orElse(""));
        day.setValue(of.days().getFirst().number());
        return day;
    }

    private static Div buttons(Button... buttons) {
        var foot = new Div(buttons);
        foot.addClassName("form-foot");
        return foot;
    }

    private Button button(String words, String id, Consumer<Taker> making) {
        var button = new Button(word(words), click -> {
            var of = summit;
            var why = purpose.getValue().strip();
            purpose.setInvalid(why.isEmpty());
            if (why.isEmpty() || of == null) {
                purpose.focus();
                return;
            }
            making.accept(new Taker(of, account, why, getLocale()));
        });
        button.setId(id);
        return button;
    }

    private void drawMade() {
        var of = summit;
        if (of == null) {
            return;
        }
        var all = taking.of(of.id(), account);
        made.removeAll();
        made.setVisible(!all.isEmpty());
        made.add(new H2(word("lists.out.made")));
        all.forEach(each -> made.add(line(each)));
    }

    private Div line(Making making) {
        var line = new Div();
        line.addClassName("making");
        line.getElement().setAttribute("role", "status");
        switch (making.state()) {
            case MAKING ->
                line.add(new Span(
                        making.total() == 0
                                ? word("lists.out.making.begins", making.name())
                                : word("lists.out.making", making.name(), making.done(), making.total())));
            case READY -> line.add(download(making));
            case EMPTY -> line.add(new Span(word("lists.out.empty")));
            case FAILED -> {
                var failed = new Span(word("lists.out.failed", making.name()));
                failed.addClassName("person-needed");
                line.add(failed);
            }
        }
        if (making.state() != Making.State.MAKING) {
            var remove = new Button(word("lists.out.remove"), click -> taking.remove(making));
            remove.setAriaLabel(word("lists.out.remove") + " " + making.name());
            line.add(remove);
        }
        return line;
    }

    private Anchor download(Making making) {
        var anchor = new Anchor();
        anchor.setHref((DownloadHandler) download -> {
            download.setFileName(making.name());
            download.setContentType(making.mediaType());
            download.setContentLength(Files.size(making.file()));
            Files.copy(making.file(), download.getOutputStream());
        });
        anchor.getElement().setAttribute("download", true);
        anchor.setRouterIgnore(true);
        anchor.addClassName("action-link");
        anchor.setText(word("lists.out.ready", making.name()));
        return anchor;
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        Locale locale = event.getLocale();
        title.setText(Words.of(locale, "lists.title"));
        about.setText(Words.of(locale, "lists.out.about"));
        purpose.setLabel(Words.of(locale, "lists.out.purpose"));
        purpose.setHelperText(Words.of(locale, "lists.out.purpose.how"));
        purpose.setErrorMessage(Words.of(locale, "lists.out.purpose.missing"));
        var of = summit;
        if (of != null) {
            tabs.of(of.id(), locale);
        }
        draw();
    }

    @Override
    public String getPageTitle() {
        return Words.of(getLocale(), "lists.out") + " · " + Words.of(getLocale(), "shell.name");
    }
}
