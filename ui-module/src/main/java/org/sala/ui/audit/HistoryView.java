package org.sala.ui.audit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.io.Serial;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sala.ui.language.Figures;
import org.sala.ui.language.Words;
import org.sala.ui.live.Changes;
import org.sala.ui.live.Windows;
import org.sala.ui.shell.Place;
import org.sala.ui.shell.Shell;
import org.sala.ui.shell.Summit;
import org.sala.ui.shell.SummitPath;
import org.sala.ui.shell.Summits;
import org.sala.ui.signin.SignedIn;

/** Every event that was taken in, newest first. What is filtered and which event is open stands in the URL. */
@Route(value = "summits/:summit/history", layout = Shell.class)
@RolesAllowed({"AUDITOR", "STAFF"})
class HistoryView extends Div implements BeforeEnterObserver, LocaleChangeObserver, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final List<String> CONTEXTS = List.of("registration", "sessions", "marketplace", "feedback");

    private final transient Summits summits;
    private final transient Timeline timeline;
    private final transient Changes changes;

    private final H1 title = new H1();
    private final Span number = new Span();
    private final Button arrived = new Button();
    private final Anchor rebuild = new Anchor();
    private final Anchor csv = new Anchor();
    private final Select<String> context = new Select<>();
    private final ComboBox<String> type = new ComboBox<>();
    private final TextField subject = new TextField();
    private final DateTimePicker from = new DateTimePicker();
    private final DateTimePicker until = new DateTimePicker();
    private final Button all = new Button();
    private final Div figure = new Div();
    private final Grid<Entry> grid = new Grid<>();
    private final MasterDetailLayout split = new MasterDetailLayout();
    private final EntryPanel panel;

    private transient @Nullable Summit summit;
    private transient Filter filter = Filter.everything();
    private transient @Nullable Runnable unlisten;
    private transient int counted;
    private boolean filling;

    HistoryView(
            Summits summits,
            Timeline timeline,
            Catalogue catalogue,
            Changes changes,
            TimelineExport export,
            SignedIn signedIn) {
        this.summits = summits;
        this.timeline = timeline;
        this.changes = changes;
        this.panel = new EntryPanel(catalogue, this::go, () -> go(filter.opening(null)));
        addClassNames("place", "history");

        var account = signedIn.account();
        csv.setHref(DownloadHandler.fromInputStream(download -> {
            var of = summit;
            // a download has no current UI, and a component without one reads in nobody's language
            var locale = download.getUI().getLocale();
            var bytes = of == null ? new byte[0] : export.csv(of, filter, account, locale);
            return new DownloadResponse(
                    new ByteArrayInputStream(bytes), "sala-history.csv", "text/csv;charset=UTF-8", bytes.length);
        }));
        csv.getElement().setAttribute("download", true);
        csv.setRouterIgnore(true);
        csv.addClassName("action-link");
        rebuild.addClassName("action-link");
        arrived.addThemeVariants(ButtonVariant.TERTIARY);
        arrived.addClassName("arrived");
        arrived.setVisible(false);
        arrived.addClickListener(click -> reload());
        number.addClassName("quiet");
        number.setId("history-count");
        var actions = new Div(arrived, rebuild, csv);
        actions.addClassName("actions");
        var heading = new Div(title, number);
        heading.addClassName("heading");
        var head = new Div(heading, actions);
        head.addClassName("place-head");

        context.setItems(CONTEXTS);
        context.setEmptySelectionAllowed(true);
        context.addValueChangeListener(change -> filterByHand());
        type.setItems(catalogue.types());
        type.setClearButtonVisible(true);
        type.addValueChangeListener(change -> filterByHand());
        subject.setClearButtonVisible(true);
        subject.setMaxLength(100);
        subject.addValueChangeListener(change -> filterByHand());
        from.addValueChangeListener(change -> filterByHand());
        until.addValueChangeListener(change -> filterByHand());
        all.addThemeVariants(ButtonVariant.TERTIARY);
        all.addClickListener(click -> go(Filter.everything()));
        figure.addClassNames("chip", "running");
        var filters = new Div(context, type, subject, from, until, all, figure);
        filters.addClassName("filters");

        grid.addThemeVariants(GridVariant.ROW_STRIPES);
        grid.setSelectionMode(Grid.SelectionMode.SINGLE);
        grid.setPageSize(100);
        grid.addSelectionListener(selection -> {
            if (selection.isFromClient()) {
                go(filter.opening(
                        selection.getFirstSelectedItem().map(Entry::id).orElse(null)));
            }
        });
        split.setSizeFull();
        split.setMaster(grid);
        split.setMasterSize("30rem", true);
        split.setDetailSize("28rem");
        grid.setSizeFull();
        add(head, filters, split);
    }

    private void columns(Locale locale, Summit of) {
        grid.removeAllColumns();
        grid.addColumn(entry -> time(entry, of, locale))
                .setHeader(Words.of(locale, "audit.time"))
                .setWidth("13.5rem")
                .setFlexGrow(0);
        grid.addColumn(LitRenderer.<Entry>of("<div>${item.words}</div><div class=\"row-sub\">${item.type}</div>")
                        .withProperty("words", entry -> typeInWords(entry.type(), locale))
                        .withProperty("type", Entry::type))
                .setHeader(Words.of(locale, "audit.what"))
                .setWidth("16rem")
                .setFlexGrow(2);
        grid.addColumn(entry -> Words.of(locale, "audit.context." + entry.context()))
                .setHeader(Words.of(locale, "audit.context"))
                .setWidth("8.5rem")
                .setFlexGrow(0);
        grid.addColumn(entry -> Figures.whole(entry.position()))
                .setHeader(Words.of(locale, "audit.position"))
                .setTextAlign(com.vaadin.flow.component.grid.ColumnTextAlign.END)
                .setWidth("7rem")
                .setFlexGrow(0);
        grid.addColumn(entry -> entry.subject())
                .setHeader(Words.of(locale, "audit.subject"))
                .setWidth("12rem")
                .setFlexGrow(1)
                .setTooltipGenerator(Entry::subject);
        grid.addColumn(entry -> role(entry, locale))
                .setHeader(Words.of(locale, "audit.role"))
                .setWidth("9rem")
                .setFlexGrow(0);
        grid.setEmptyStateText(Words.of(locale, filter.isEverything() ? "audit.empty" : "audit.empty.filtered"));
    }

    static String time(Entry entry, Summit of, Locale locale) {
        return entry.untimed()
                ? Words.of(
                        locale,
                        "audit.untimed",
                        Figures.date(entry.time().atZone(of.zone()).toLocalDate()))
                : Figures.exactly(entry.time(), of.zone());
    }

    /** What an event says, in words; its wire name where nobody has words for it yet. */
    static String typeInWords(String type, Locale locale) {
        var words = Words.of(locale, "audit.type." + type);
        return words.startsWith("!") ? type : words;
    }

    static String role(Entry entry, Locale locale) {
        if (entry.role() == null) {
            return "–";
        }
        var words = Words.of(locale, "shell.role." + entry.role());
        return words.startsWith("!") ? entry.role() : words;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        SummitPath.of(event, summits).ifPresent(found -> {
            var asked = Filter.of(event.getLocation().getQueryParameters());
            var same = found.equals(summit) && asked.shows(filter);
            summit = found;
            filter = asked;
            if (!same || grid.getColumns().isEmpty()) {
                fillFilters();
                columns(getLocale(), found);
                load();
            }
            rebuild.setHref(Place.HISTORY.path(found.id()) + "/rebuild");
            open();
        });
    }

    private void load() {
        var of = summit;
        if (of == null) {
            return;
        }
        var by = filter;
        grid.setItems(new CallbackDataProvider<Entry, Void>(
                query -> timeline.page(of, by, query.getOffset(), query.getLimit()).stream(),
                query -> timeline.count(of, by),
                Entry::id));
        counted = timeline.count(of, by);
        number.setText(Words.counted(getLocale(), "audit.events", counted));
        arrived.setVisible(false);
    }

    private void reload() {
        load();
        grid.scrollToStart();
    }

    private void open() {
        var of = summit;
        var id = filter.event();
        var entry = id == null || of == null ? null : timeline.find(id).orElse(null);
        if (entry == null || of == null) {
            split.setDetail(null);
            grid.deselectAll();
            return;
        }
        panel.show(entry, of, getLocale());
        split.setDetail(panel);
        grid.select(entry);
    }

    private void fillFilters() {
        filling = true;
        context.setValue(filter.context());
        type.setValue(filter.type());
        subject.setValue(filter.subject() == null ? "" : filter.subject());
        from.setValue(filter.from());
        until.setValue(filter.until());
        figure.setVisible(filter.figure() != null || filter.correlation() != null);
        figure.setText(
                filter.figure() != null
                        ? Words.of(getLocale(), "audit.of-figure", filter.figure())
                        : filter.correlation() != null ? Words.of(getLocale(), "audit.of-correlation") : "");
        all.setVisible(!filter.isEverything());
        filling = false;
    }

    private void filterByHand() {
        if (!filling) {
            go(new Filter(
                    context.getValue(),
                    type.getValue(),
                    subject.isEmpty() ? null : subject.getValue().strip(),
                    filter.correlation(),
                    from.getValue(),
                    until.getValue(),
                    filter.figure(),
                    null));
        }
    }

    private void go(Filter other) {
        var of = summit;
        if (of != null) {
            UI.getCurrent().navigate(Place.HISTORY.path(of.id()), other.parameters());
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        unlisten = changes.listen(() -> Windows.in(ui, this::tellOfArrivals));
    }

    /** Says that there is more, and leaves the grid as it is under the reader's eyes until they ask. */
    private void tellOfArrivals() {
        var of = summit;
        if (of == null || arrived.isVisible()) {
            return;
        }
        var now = timeline.count(of, filter);
        if (now > counted) {
            arrived.setText(Words.of(getLocale(), "audit.arrived"));
            arrived.setIcon(new Icon(VaadinIcon.ARROW_UP));
            arrived.setVisible(true);
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (unlisten != null) {
            unlisten.run();
            unlisten = null;
        }
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        var locale = event.getLocale();
        title.setText(Words.of(locale, "audit.title"));
        rebuild.setText(Words.of(locale, "audit.rebuild"));
        csv.setText(Words.of(locale, "audit.csv"));
        context.setLabel(Words.of(locale, "audit.context"));
        context.setEmptySelectionCaption(Words.of(locale, "audit.any"));
        context.setPlaceholder(Words.of(locale, "audit.any"));
        context.setItemLabelGenerator(
                each -> each == null ? Words.of(locale, "audit.any") : Words.of(locale, "audit.context." + each));
        type.setLabel(Words.of(locale, "audit.what"));
        type.setPlaceholder(Words.of(locale, "audit.any"));
        type.setItemLabelGenerator(each -> typeInWords(each, locale));
        subject.setLabel(Words.of(locale, "audit.subject"));
        subject.setPlaceholder(Words.of(locale, "audit.any"));
        from.setLabel(Words.of(locale, "audit.from"));
        until.setLabel(Words.of(locale, "audit.until"));
        from.setLocale(Locale.forLanguageTag("sv"));
        until.setLocale(Locale.forLanguageTag("sv"));
        all.setText(Words.of(locale, "audit.all"));
        var of = summit;
        if (of != null) {
            fillFilters();
            columns(locale, of);
            load();
            open();
        }
    }

    @Override
    public String getPageTitle() {
        return Words.of(getLocale(), Place.HISTORY.wordKey()) + " · " + Words.of(getLocale(), "shell.name");
    }
}
