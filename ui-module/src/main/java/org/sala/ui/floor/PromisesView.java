package org.sala.ui.floor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.Serial;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.MarketplaceQueries.Fulfilment;
import org.sala.ports.Role;
import org.sala.ui.floor.Floor.Standing;
import org.sala.ui.shell.Place;
import org.sala.ui.shell.Shell;
import org.sala.ui.shell.Summits;
import org.sala.ui.signin.SignedIn;

/**
 * The promises that are still to be looked after, by what each waits for, when it was asked after, and what can be said of
 * it; and how promises stood one, three and six months after the summit.
 */
@Route(value = "summits/:summit/floor/promises", layout = Shell.class)
@RolesAllowed({"STAFF", "FACILITATOR"})
class PromisesView extends FloorPage {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient FloorQueries queries;
    private final transient Dealing dealing;
    private final transient @Nullable Acting acting;
    private final Anchor back = new Anchor();
    private final H1 title = new H1();
    private final Paragraph about = new Paragraph();
    private final TextField text = new TextField();
    private final transient Map<Standing, FloorPart<Row>> parts = new EnumMap<>(Standing.class);
    private final FulfilmentTable fulfilment = new FulfilmentTable();

    private transient FloorShown shown = FloorShown.in(QueryParameters.empty());
    private transient List<Floor.Trade> drawnFrom = List.of();
    private transient List<Fulfilment> stood = List.of();
    private boolean putting;

    PromisesView(
            Summits summits, Floors floors, FloorQueries queries, SignedIn signedIn, Dealing dealing, Clock clock) {
        super(summits, floors, clock);
        this.queries = queries;
        this.dealing = dealing;
        acting = signedIn.account().isAnyOf(Role.STAFF) ? new Acting(this, dealing) : null;
        addClassNames("place", "floor", "promises");
        back.getElement().setAttribute("router-link", true);
        about.addClassName("quiet");
        var head = new Div(new Div(back, title));
        head.addClassName("place-head");
        text.setId("promises-text");
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> chosen());
        var filters = new Div(text);
        filters.addClassName("filters");
        var body = new Div();
        body.addClassName("promise-parts");
        for (var standing : Standing.values()) {
            parts.put(standing, new FloorPart<>("promises-" + standing.name(), Row::id, this::promise));
        }
        parts.values().forEach(body::add);
        // before the longest list
        body.addComponentAtIndex(parts.size() - 1, fulfilment);
        add(head, answer(), about, filters, body);
        Shortcuts.addShortcutListener(this, () -> text.focus(), Key.KEY_K, KeyModifier.ALT);
    }

    /** A promise as it is drawn. */
    private record Row(Floor.Promise promise, Standing standing, List<Floor.Asked> asked) {
        UUID id() {
            return promise.id();
        }
    }

    private Component promise(Row row) {
        var words = words();
        var drawn = new Drawn(summit().id(), words, now(), acting).promise(row.promise());
        if (!row.asked().isEmpty()) {
            var asked = new Paragraph(row.asked().stream()
                    .map(each -> words.of(
                            "floor.due.asked",
                            words.minute(each.at()),
                            words.of("floor.detail.trade-leg-asked-after."
                                    + each.occasion().name())))
                    .collect(Collectors.joining(" · ")));
            asked.addClassName("row-sub");
            drawn.addComponentAtIndex(Math.min(2, drawn.getComponentCount()), asked);
        }
        return drawn;
    }

    @Override
    protected boolean enter(BeforeEnterEvent event, Floor floor) {
        shown = FloorShown.in(event.getLocation().getQueryParameters());
        drawnFrom = List.of();
        return true;
    }

    /** Shows what was just looked for, and puts it into the address. */
    private void chosen() {
        if (putting) {
            return;
        }
        shown = shown.withText(text.getValue().strip());
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, Place.FLOOR.path(summit().id()) + "/promises" + shown.query());
        draw();
    }

    @Override
    protected void draw() {
        var words = words();
        back.setHref(Place.FLOOR.path(summit().id()));
        back.setText(words.of("floor.back"));
        title.setText(words.of("floor.due"));
        about.setText(words.of("floor.due.about"));
        putting = true;
        text.setPlaceholder(words.of("floor.filter.text"));
        text.setAriaLabel(words.of("floor.filter.text"));
        text.setValue(shown.text());
        putting = false;
        drawParts(words);
        if (!drawnFrom.equals(floor().trades())) {
            drawnFrom = floor().trades();
            var told = dealing.fulfilment(summit().id(), getLocale());
            stood = told.answer().orElse(List.of());
        }
        fulfilment.show(stood, summit(), words);
    }

    private void drawParts(FloorWords words) {
        var floor = floor();
        var now = now();
        var asked = queries.askedAfter(summit().id());
        var around = List.of(words.locale(), floor.names(), floor.titles());
        var rows = floor.promises(now).stream()
                .filter(each -> shown.shows(each.leg(), floor))
                .map(each -> new Row(
                        each,
                        each.standing(now),
                        asked.stream()
                                .filter(one -> one.trade().equals(each.trade().id())
                                        && one.leg() == each.leg().number())
                                .toList()))
                .collect(Collectors.groupingBy(Row::standing));
        parts.forEach((standing, part) -> part.show(
                words.of("floor.due." + standing.name()),
                rows.getOrDefault(standing, List.of()),
                around,
                words.of("floor.due." + standing.name() + ".none"),
                words.of("floor.show-all")));
    }
}
