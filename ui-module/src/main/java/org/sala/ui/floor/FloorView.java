package org.sala.ui.floor;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.LegStatus;
import org.sala.marketplace.api.OfferKind;
import org.sala.marketplace.api.TradeStatus;
import org.sala.ports.Role;
import org.sala.ui.language.Figures;
import org.sala.ui.shell.Place;
import org.sala.ui.shell.Shell;
import org.sala.ui.shell.Summits;
import org.sala.ui.signin.SignedIn;

/**
 * The floor at a glance: what is offered and needed, what is traded, which promises are due, and what organisations do
 * together. The address says what of it is shown.
 */
@Route(value = "summits/:summit/floor", layout = Shell.class)
@RolesAllowed({"STAFF", "FACILITATOR"})
class FloorView extends FloorPage {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Acting acting;
    private final H1 title = new H1();
    private final Button propose = new Button();
    private final Button post = new Button();
    private final Button voice = new Button();
    private final Anchor matching = new Anchor();
    private final Anchor due = new Anchor();
    private final Anchor screen = new Anchor();
    private final Nav numbers = new Nav();
    private final transient Map<String, NumberLink> numberOf = new HashMap<>();
    private final TextField text = new TextField();
    private final Select<OfferKind> kind = new Select<>();
    private final Select<String> category = new Select<>();
    private final Button newCategory = new Button();
    private final Div organizationPlace = new Div();
    private final Select<TradesShown> trades = new Select<>();
    private final FloorPart<Floor.Offer> offers =
            new FloorPart<>("offers", Floor.Offer::id, each -> drawn().offer(each, false));
    private final FloorPart<Floor.Need> needs =
            new FloorPart<>("needs", Floor.Need::id, each -> drawn().need(each, false));
    private final FloorPart<Floor.Trade> tradeList =
            new FloorPart<>("trades", Floor.Trade::id, each -> drawn().trade(each));
    private final FloorPart<PromiseRow> promises =
            new FloorPart<>("promises", PromiseRow::id, each -> drawn().promise(each.promise()));
    private final FloorPart<ActionRow> actions =
            new FloorPart<>("actions", ActionRow::id, each -> drawn().action(each.action(), each.overdue()));
    private final FloorPart<PairRow> rounds =
            new FloorPart<>("rounds", PairRow::id, each -> drawn().pair(each.pair(), each.met()));
    private final Button pledge = new Button();
    private final Button meeting = new Button();
    private final Button plan = new Button();

    private transient FloorShown shown = FloorShown.in(QueryParameters.empty());
    private transient @Nullable OrganizationField organization;
    private boolean putting;

    FloorView(Summits summits, Floors floors, SignedIn signedIn, Dealing dealing, Clock clock) {
        super(summits, floors, clock);
        acting = signedIn.account().isAnyOf(Role.STAFF) ? new Acting(this, dealing) : null;
        addClassNames("place", "floor");
        add(head(), answer(), numbers, filters(), body());
        if (acting != null) {
            wire(acting);
        }
        Shortcuts.addShortcutListener(this, () -> text.focus(), Key.KEY_K, KeyModifier.ALT);
    }

    /** A promise as it is drawn: whether it is overdue follows from the time. */
    private record PromiseRow(Floor.Promise promise, boolean overdue) {
        UUID id() {
            return promise.id();
        }
    }

    private record ActionRow(Floor.Action action, boolean overdue) {
        UUID id() {
            return action.id();
        }
    }

    private record PairRow(Floor.Pair pair, boolean met) {
        UUID id() {
            var of = pair.round() + ":" + pair.one();
            return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private Div head() {
        propose.setId("floor-propose");
        propose.addThemeVariants(ButtonVariant.PRIMARY);
        post.setId("floor-post");
        voice.setId("floor-voice");
        matching.setId("floor-matching");
        matching.addClassName("action-link");
        matching.getElement().setAttribute("router-link", true);
        screen.addClassName("action-link");
        screen.getElement().setAttribute("target", "_blank");
        due.setId("floor-promises-due");
        due.addClassName("action-link");
        due.getElement().setAttribute("router-link", true);
        var ways = new Div(propose, post, voice, matching, due, screen);
        ways.addClassName("actions");
        var head = new Div(title, ways);
        head.addClassName("place-head");
        numbers.addClassName("floor-numbers");
        return head;
    }

    private Div filters() {
        text.setId("floor-text");
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> chosen());
        kind.setId("floor-kind");
        kind.setItems(OfferKind.values());
        kind.setEmptySelectionAllowed(true);
        kind.addValueChangeListener(change -> chosen());
        category.setId("floor-category-shown");
        category.setEmptySelectionAllowed(true);
        category.addValueChangeListener(change -> chosen());
        trades.setId("floor-trades-shown");
        trades.setItems(TradesShown.values());
        trades.addValueChangeListener(change -> chosen());
        newCategory.setId("floor-category-new");
        newCategory.addThemeVariants(ButtonVariant.TERTIARY);
        var filters = new Div(text, kind, category, organizationPlace, trades, newCategory);
        filters.addClassName("filters");
        return filters;
    }

    private Div body() {
        pledge.setId("floor-pledge");
        actions.ways().add(pledge);
        meeting.setId("floor-meet");
        plan.setId("floor-plan");
        rounds.ways().add(meeting, plan);
        var body = new Div(promises, tradeList, offers, needs, actions, rounds);
        body.addClassName("floor-parts-of");
        return body;
    }

    private void wire(Acting acts) {
        propose.addClickListener(click -> acts.propose(null));
        post.addClickListener(click -> acts.post(null));
        voice.addClickListener(click -> acts.voice(null));
        newCategory.addClickListener(click -> acts.category());
        pledge.addClickListener(click -> acts.pledge());
        meeting.addClickListener(click -> acts.meeting());
        plan.addClickListener(click -> acts.rounds());
        Shortcuts.addShortcutListener(this, () -> acts.post(null), Key.KEY_O, KeyModifier.ALT);
        Shortcuts.addShortcutListener(this, () -> acts.voice(null), Key.KEY_N, KeyModifier.ALT);
        Shortcuts.addShortcutListener(this, () -> acts.propose(null), Key.KEY_T, KeyModifier.ALT);
    }

    private Drawn drawn() {
        return new Drawn(summit().id(), words(), now(), acting);
    }

    @Override
    protected boolean enter(BeforeEnterEvent event, Floor floor) {
        shown = FloorShown.in(event.getLocation().getQueryParameters());
        return true;
    }

    /** Shows what was just chosen, and puts it into the address. */
    private void chosen() {
        if (putting) {
            return;
        }
        shown = new FloorShown(
                text.getValue().strip(),
                kind.getValue(),
                category.getValue(),
                organization == null ? null : organization.getValue(),
                Objects.requireNonNullElse(trades.getValue(), TradesShown.LIVE));
        UI.getCurrent().getPage().getHistory().replaceState(null, Place.FLOOR.path(summit().id()) + shown.query());
        draw();
    }

    @Override
    protected void draw() {
        var words = words();
        title.setText(words.of("floor.title"));
        propose.setText(words.of("floor.trade.propose"));
        post.setText(words.of("floor.offer.post"));
        voice.setText(words.of("floor.need.voice"));
        matching.setText(words.of("floor.matching"));
        matching.setHref(Place.FLOOR.path(summit().id()) + "/matching");
        due.setText(words.of("floor.due"));
        due.setHref(Place.FLOOR.path(summit().id()) + "/promises");
        screen.setText(words.of("floor.screen.open"));
        screen.setHref(Place.FLOOR.path(summit().id()) + "/screen");
        newCategory.setText(words.of("floor.category.add"));
        pledge.setText(words.of("floor.action.pledge"));
        meeting.setText(words.of("floor.meeting.record"));
        plan.setText(words.of("floor.rounds.plan"));
        for (var way : List.of(propose, post, voice, newCategory, pledge, meeting, plan)) {
            way.setVisible(acting != null);
        }
        drawNumbers(words);
        putting = true;
        try {
            drawFilters(words);
        } finally {
            putting = false;
        }
        drawParts(words);
    }

    private void drawNumbers(FloorWords words) {
        var floor = floor();
        var promised = floor.promises(now());
        numbers.setAriaLabel(words.of("floor.numbers"));
        number("offers", floor.openOffers(now()).size());
        number("needs", floor.openNeeds().size());
        number("trades.open", count(TradeStatus.OPEN));
        number("trades.agreed", count(TradeStatus.AGREED) + count(TradeStatus.COMPLETED));
        number(
                "promises.overdue",
                promised.stream().filter(each -> each.leg().isOverdue(now())).count());
        number(
                "promises.kept",
                floor.given().stream()
                        .filter(leg -> leg.status() == LegStatus.CONFIRMED)
                        .count());
    }

    private long count(TradeStatus status) {
        return floor().trades().stream()
                .filter(trade -> trade.status() == status)
                .count();
    }

    private void number(String what, long value) {
        var link = numberOf.computeIfAbsent(what, key -> {
            var made = new NumberLink(key);
            numbers.add(made);
            return made;
        });
        link.show(value, words().of("floor.number." + what));
        link.setClassName("person-needed", what.equals("promises.overdue") && value > 0);
    }

    /** A number that leads to what it counts. */
    private static final class NumberLink extends Anchor {

        @Serial
        private static final long serialVersionUID = 1L;

        private final Span number = new Span();
        private final Span name = new Span();

        NumberLink(String what) {
            super("#floor-" + (what.indexOf('.') < 0 ? what : what.substring(0, what.indexOf('.'))), "");
            setRouterIgnore(true);
            setId("floor-number-" + what.replace('.', '-'));
            number.addClassName("big");
            name.addClassName("quiet");
            add(number, name);
        }

        void show(long value, String words) {
            number.setText(Figures.whole(value));
            name.setText(words);
        }
    }

    private void drawFilters(FloorWords words) {
        text.setPlaceholder(words.of("floor.filter.text"));
        text.setAriaLabel(words.of("floor.filter.text"));
        text.setValue(shown.text());
        kind.setAriaLabel(words.of("floor.kind"));
        kind.setEmptySelectionCaption(words.of("floor.filter.kinds"));
        kind.setItemLabelGenerator(
                each -> each == null ? words.of("floor.filter.kinds") : words.of("floor.kind." + each.name()));
        kind.setValue(shown.kind());
        category.setAriaLabel(words.of("floor.category"));
        category.setEmptySelectionCaption(words.of("floor.filter.categories"));
        category.setItemLabelGenerator(
                each -> each == null ? words.of("floor.filter.categories") : words.category(each));
        var codes = floor().categories().stream()
                .filter(each -> shown.kind() == null || each.kind() == shown.kind())
                .map(Floor.Category::code)
                .toList();
        if (!codes.equals(category.getListDataView().getItems().toList())) {
            category.setItems(codes);
        }
        category.setValue(codes.contains(Objects.requireNonNullElse(shown.category(), "")) ? shown.category() : null);
        var field = organization;
        if (field == null) {
            field = new OrganizationField(words);
            field.setId("floor-organization");
            field.addValueChangeListener(change -> chosen());
            organization = field;
            organizationPlace.add(field);
        } else {
            field.show(words);
        }
        field.setAriaLabel(words.of("floor.organization"));
        field.setPlaceholder(words.of("floor.filter.organizations"));
        field.setValue(
                floor().names().containsKey(Objects.requireNonNullElse(shown.organization(), summit().id()))
                        ? shown.organization()
                        : null);
        trades.setAriaLabel(words.of("floor.trades"));
        trades.setItemLabelGenerator(each -> words.of("floor.trades." + each.name()));
        trades.setValue(shown.trades());
    }

    private void drawParts(FloorWords words) {
        var floor = floor();
        var now = now();
        var today = today();
        // whatever else a card is drawn from
        var around = List.of(words.locale(), floor.names(), floor.titles());
        var all = words.of("floor.show-all");
        offers.show(
                words.of("floor.offers"),
                floor.openOffers(now).stream()
                        .filter(each -> shown.shows(each, floor))
                        .toList(),
                List.of(words.locale(), floor.names(), floor.categories()),
                words.of("floor.offers.empty"),
                all);
        needs.show(
                words.of("floor.needs"),
                floor.openNeeds().stream()
                        .filter(each -> shown.shows(each, floor))
                        .toList(),
                List.of(words.locale(), floor.names(), floor.categories()),
                words.of("floor.needs.empty"),
                all);
        tradeList.show(
                words.of("floor.trades"),
                floor.trades().stream().filter(each -> shown.shows(each, floor)).toList(),
                around,
                words.of("floor.trades.empty"),
                all);
        promises.show(
                words.of("floor.promises"),
                floor.promises(now).stream()
                        .filter(each -> shown.shows(each.leg(), floor))
                        .map(each -> new PromiseRow(each, each.leg().isOverdue(now)))
                        .toList(),
                around,
                words.of("floor.promises.empty"),
                all);
        actions.show(
                words.of("floor.actions"),
                floor.actions().stream()
                        .filter(each -> shown.shows(each, floor))
                        .map(each -> new ActionRow(
                                each, !each.isEnded() && each.dueBy().isBefore(today)))
                        .toList(),
                around,
                words.of("floor.actions.empty"),
                all);
        rounds.show(
                words.of("floor.rounds"),
                floor.pairs().stream()
                        .filter(each -> shown.organization() == null
                                || each.one().equals(shown.organization())
                                || each.other().equals(shown.organization()))
                        .map(each -> new PairRow(each, floor.haveMet(each)))
                        .toList(),
                around,
                words.of("floor.rounds.empty"),
                all);
    }
}
