package org.sala.ui.lists;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sala.sheets.Format;
import org.sala.sheets.SheetRefused;
import org.sala.ui.language.Figures;
import org.sala.ui.language.FromText;
import org.sala.ui.language.Words;
import org.sala.ui.lists.Choices.ListKind;
import org.sala.ui.live.Windows;
import org.sala.ui.shell.Place;
import org.sala.ui.shell.Shell;
import org.sala.ui.shell.Summit;
import org.sala.ui.shell.SummitPath;
import org.sala.ui.shell.Summits;
import org.sala.ui.signin.Account;
import org.sala.ui.signin.SignedIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a list in: the file, its columns, a dry run of every row, and then what is good of it. */
@Route(value = "summits/:summit/lists", layout = Shell.class)
@RolesAllowed("STAFF")
class ListsView extends Div implements BeforeEnterObserver, LocaleChangeObserver, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(ListsView.class);
    private static final int EARLIER = 8;
    private static final String LIST = "list";

    private final transient Summits summits;
    private final transient Lists lists;
    private final transient ListSettings settings;
    private final transient ImportLog log;
    private final transient Account account;

    private final H1 title = new H1();
    private final ListTabs tabs = new ListTabs(false);
    private final Paragraph about = new Paragraph();
    private final Upload upload = new Upload();
    private final Paragraph refusal = new Paragraph();
    private final Section bringing = new Section();
    private final H2 name = new H2();
    private final Div work = new Div();
    private final Section working = new Section(name, work);
    private final Section earlier = new Section();

    private transient @Nullable Summit summit;
    private transient @Nullable WorkingList list;
    private transient @Nullable Runnable unwatch;
    private transient @Nullable Stage drawn;
    private transient @Nullable SendingPanel sending;

    ListsView(Summits summits, Lists lists, ListSettings settings, ImportLog log, SignedIn signedIn) {
        this.summits = summits;
        this.lists = lists;
        this.settings = settings;
        this.log = log;
        this.account = signedIn.account();
        addClassNames("place", "lists");
        about.addClassNames("prose", "quiet");
        upload.setId("list-upload");
        upload.setMaxFiles(1);
        upload.setAcceptedFileExtensions(".csv", ".txt", ".tsv", ".xlsx", ".xlsm");
        upload.setMaxFileSize(
                (int) Math.min(Integer.MAX_VALUE, settings.largest().toBytes()));
        upload.setUploadHandler(new Receiving());
        upload.addFileRejectedListener(rejected -> say(rejected.getErrorMessage()));
        refusal.setId("list-refusal");
        refusal.addClassName("person-needed");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        bringing.add(about, upload, refusal);
        name.setId("list-name");
        var head = new Div(title, tabs);
        head.addClassName("place-head");
        add(head, bringing, working, earlier);
    }

    /** Takes the file as a stream: what is too long is refused before it is kept. */
    private final class Receiving implements UploadHandler {

        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            var ui = event.getUI();
            var of = summit;
            if (of == null) {
                return;
            }
            var largest = settings.largest().toBytes();
            if (event.getFileSize() > largest) {
                refuse(ui, SheetRefused.Reason.TOO_LARGE, org.sala.sheets.Place.FILE);
                event.reject();
                return;
            }
            try {
                var brought = lists.bring(event.getInputStream(), event.getFileName(), of.id(), account);
                Windows.in(ui, () -> goTo(brought));
            } catch (SheetRefused refused) {
                refuse(ui, refused.reason(), refused.place());
                event.reject();
            } catch (Lists.TooLarge tooLarge) {
                refuse(ui, SheetRefused.Reason.TOO_LARGE, org.sala.sheets.Place.FILE);
                event.reject();
            }
        }

        private void refuse(UI ui, SheetRefused.Reason reason, org.sala.sheets.Place place) {
            LOG.info("A list was refused: {}", reason);
            Windows.in(ui, () -> {
                upload.clearFileList();
                say(ListWords.refusal(reason, place, settings.largest().toBytes(), getLocale()));
            });
        }
    }

    private void say(String words) {
        refusal.setText(words);
        refusal.setVisible(!words.isEmpty());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        SummitPath.of(event, summits).ifPresent(found -> {
            summit = found;
            tabs.of(found.id(), getLocale());
            say("");
            upload.clearFileList();
            var asked = event.getLocation()
                    .getQueryParameters()
                    .getSingleParameter(LIST)
                    .flatMap(FromText::id);
            asked.flatMap(id -> lists.find(id, found.id(), account)).ifPresentOrElse(this::take, () -> {
                leave();
                // what is being worked on is found again without its address
                if (asked.isEmpty()) {
                    lists.last(found.id(), account)
                            .ifPresent(last -> event.forwardTo(
                                    Place.LISTS.path(found.id()),
                                    new QueryParameters(
                                            Map.of(LIST, List.of(last.id().toString())))));
                } else {
                    say(Words.of(getLocale(), "lists.gone"));
                }
            });
            draw();
        });
    }

    private void take(WorkingList taken) {
        if (!taken.equals(list)) {
            leave();
            list = taken;
            if (isAttached()) {
                watch(UI.getCurrent());
            }
        }
    }

    private void leave() {
        if (unwatch != null) {
            unwatch.run();
            unwatch = null;
        }
        list = null;
        drawn = null;
    }

    private void watch(UI ui) {
        var of = list;
        if (of != null && unwatch == null) {
            unwatch = of.watch(() -> Windows.in(ui, this::draw));
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        watch(event.getUI());
        draw();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (unwatch != null) {
            unwatch.run();
            unwatch = null;
        }
    }

    private void goTo(WorkingList brought) {
        UI.getCurrent()
                .navigate(
                        Place.LISTS.path(brought.summit()),
                        new QueryParameters(Map.of(LIST, List.of(brought.id().toString()))));
    }

    private void draw() {
        var of = list;
        var at = summit;
        if (at == null) {
            return;
        }
        bringing.setVisible(of == null);
        working.setVisible(of != null);
        if (of == null) {
            work.removeAll();
            drawEarlier(at);
            return;
        }
        name.setText(of.name());
        var stage = of.stage();
        earlier.setVisible(stage instanceof Stage.Ended);
        if (stage.equals(drawn) && !(stage instanceof Stage.Importing)) {
            return;
        }
        draw(of, stage, at);
        drawn = stage;
    }

    private void draw(WorkingList of, Stage stage, Summit at) {
        var locale = getLocale();
        switch (stage) {
            case Stage.Choosing _ -> show(choosing(of, locale));
            case Stage.Looking looking -> {
                if (!(drawn instanceof Stage.Looking) || sending == null) {
                    sending = SendingPanel.looking(of::cancel, locale);
                    show(sending);
                }
                sending.at(looking, locale);
            }
            case Stage.Looked looked ->
                show(new PlanPanel(
                        of, looked.plan(), lists.organizations(at.id()), giveBack(of), new Planning(of), locale));
            case Stage.Importing importing -> {
                if (!(drawn instanceof Stage.Importing) || sending == null) {
                    sending = SendingPanel.sending(of::cancel, locale);
                    show(sending);
                }
                sending.at(importing.sending(), locale);
            }
            case Stage.Ended ended -> {
                show(SendingPanel.ended(
                        ended, giveBack(of), () -> lists.send(of), () -> new Planning(of).putAway(), locale));
                drawEarlier(at);
            }
            case Stage.Unreadable unreadable ->
                show(
                        alert(ListWords.refusal(
                                unreadable.reason(),
                                unreadable.place(),
                                settings.largest().toBytes(),
                                locale)),
                        choosing(of, locale));
            case Stage.Unasked unasked -> show(alert(ListWords.one(unasked.why(), locale)), choosing(of, locale));
        }
    }

    private void show(com.vaadin.flow.component.Component... shown) {
        work.removeAll();
        work.add(shown);
    }

    private static Paragraph alert(String words) {
        var said = new Paragraph(words);
        said.addClassName("person-needed");
        said.getElement().setAttribute("role", "alert");
        return said;
    }

    private ChoosingPanel choosing(WorkingList of, Locale locale) {
        return new ChoosingPanel(
                of,
                lists.rules(of.summit()),
                new ChoosingPanel.Asked() {
                    @Override
                    public void turn(ListKind kind, Optional<String> sheet) {
                        try {
                            lists.turn(of, kind, sheet);
                        } catch (SheetRefused refused) {
                            of.at(new Stage.Unreadable(refused.reason(), refused.place()));
                        } catch (IOException gone) {
                            throw new java.io.UncheckedIOException(gone);
                        }
                        drawn = null;
                        draw();
                    }

                    @Override
                    public void look(Choices choices) {
                        lists.look(of, choices);
                    }

                    @Override
                    public void putAway() {
                        new Planning(of).putAway();
                    }
                },
                locale);
    }

    /** What a dry run's page asks. */
    private final class Planning implements PlanPanel.Asked {

        private final WorkingList of;

        Planning(WorkingList of) {
            this.of = of;
        }

        @Override
        public void send() {
            lists.send(of);
        }

        @Override
        public void look(Choices choices) {
            lists.look(of, choices);
        }

        @Override
        public void back() {
            of.at(new Stage.Choosing());
        }

        @Override
        public void putAway() {
            leave();
            lists.putAway(of);
            UI.getCurrent().navigate(Place.LISTS.path(of.summit()));
            draw();
        }
    }

    private Anchor giveBack(WorkingList of) {
        var xlsx = of.upload().format() == Format.XLSX;
        var anchor = new Anchor();
        anchor.setHref((DownloadHandler) download -> {
            var locale = download.getUI().getLocale();
            download.setFileName(xlsx ? "sala-rows-to-mend.xlsx" : "sala-rows-to-mend.csv");
            download.setContentType(
                    xlsx
                            ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                            : "text/csv;charset=UTF-8");
            lists.giveBack(
                    of,
                    download.getOutputStream(),
                    remarks -> ListWords.all(remarks, locale),
                    Words.of(locale, "lists.row.reason"));
        });
        anchor.getElement().setAttribute("download", true);
        anchor.setRouterIgnore(true);
        anchor.setId("give-back");
        anchor.addClassName("action-link");
        anchor.setText(Words.of(getLocale(), "lists.give-back"));
        return anchor;
    }

    private void drawEarlier(Summit at) {
        var locale = getLocale();
        var lines = log.latest(at.id(), EARLIER);
        earlier.removeAll();
        earlier.setVisible(!lines.isEmpty());
        var head = new Element("tr");
        for (var key : new String[] {"when", "kind", "state"}) {
            head.appendChild(text("th", Words.of(locale, "lists.earlier." + key), false));
        }
        for (var key : new String[] {"rows", "added", "changed", "refused"}) {
            head.appendChild(text("th", Words.of(locale, "lists.earlier." + key), true));
        }
        var header = new Element("thead");
        header.appendChild(head);
        var body = new Element("tbody");
        for (var line : lines) {
            var row = new Element("tr");
            row.appendChild(
                    text("td", Figures.minute(line.began().toInstant(), at.zone()), false),
                    text("td", ListWords.of(locale, ListKind.valueOf(line.kind())), false),
                    text("td", ListWords.of(locale, line.state()), false),
                    text("td", Figures.whole(line.rows()), true),
                    text("td", Figures.whole(line.added()), true),
                    text("td", Figures.whole(line.changed()), true),
                    text("td", Figures.whole(line.refused()), true));
            body.appendChild(row);
        }
        var table = new Element("table");
        table.getClassList().add("figures");
        table.appendChild(header, body);
        earlier.add(new H2(Words.of(locale, "lists.earlier")));
        earlier.getElement().appendChild(table);
        earlier.addClassNames("tile", "earlier");
    }

    private static Element text(String tag, String text, boolean number) {
        var cell = new Element(tag);
        cell.setText(text);
        if (number) {
            cell.getClassList().add("number");
        }
        return cell;
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        var locale = event.getLocale();
        title.setText(Words.of(locale, "lists.title"));
        about.setText(Words.of(locale, "lists.about", settings.largest().toMegabytes()));
        var at = summit;
        if (at != null) {
            tabs.of(at.id(), locale);
        }
        upload.setI18n(new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles()
                        .setOne(Words.of(locale, "lists.upload.drop"))
                        .setMany(Words.of(locale, "lists.upload.drop")))
                .setAddFiles(new UploadI18N.AddFiles()
                        .setOne(Words.of(locale, "lists.upload.choose"))
                        .setMany(Words.of(locale, "lists.upload.choose")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(Words.of(locale, "lists.upload.one"))
                        .setFileIsTooBig(ListWords.refusal(
                                SheetRefused.Reason.TOO_LARGE,
                                org.sala.sheets.Place.FILE,
                                settings.largest().toBytes(),
                                locale))
                        .setIncorrectFileType(Words.of(locale, "lists.file.NOT_A_TABLE")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(Words.of(locale, "lists.upload.begins"))
                                .setStalled(Words.of(locale, "lists.upload.stalled"))
                                .setProcessing(Words.of(locale, "lists.upload.read"))
                                .setHeld(Words.of(locale, "lists.upload.waits")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix("")
                                .setUnknown(""))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(Words.of(locale, "lists.upload.failed"))
                                .setUnexpectedServerError(Words.of(locale, "lists.upload.refused"))
                                .setForbidden(Words.of(locale, "lists.upload.failed")))));
        drawn = null;
        draw();
    }

    @Override
    public String getPageTitle() {
        return Words.of(getLocale(), "lists.title") + " · " + Words.of(getLocale(), "shell.name");
    }
}
