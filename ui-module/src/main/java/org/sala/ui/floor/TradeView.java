package org.sala.ui.floor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.Serial;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.TradeStatus;
import org.sala.ports.Role;
import org.sala.ui.language.FromText;
import org.sala.ui.shell.Place;
import org.sala.ui.shell.Shell;
import org.sala.ui.shell.Summits;
import org.sala.ui.signin.SignedIn;

/** One trade: who gives whom what, who has accepted, how its promises are kept, and all that happened to it. */
@Route(value = "summits/:summit/floor/trades/:trade", layout = Shell.class)
@RolesAllowed({"STAFF", "FACILITATOR"})
class TradeView extends FloorPage {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient FloorQueries queries;
    private final transient @Nullable Acting acting;
    private final Anchor back = new Anchor();
    private final H1 title = new H1();
    private final Div state = new Div();
    private final Div ways = new Div();
    private final Div drawing = new Div();
    private final Section parties = part("parties");
    private final Section legs = part("legs");
    private final Section history = part("history");

    private transient @Nullable UUID id;
    private transient List<Object> drawnFrom = List.of();

    TradeView(Summits summits, Floors floors, FloorQueries queries, SignedIn signedIn, Dealing dealing, Clock clock) {
        super(summits, floors, clock);
        this.queries = queries;
        acting = signedIn.account().isAnyOf(Role.STAFF) ? new Acting(this, dealing) : null;
        addClassNames("place", "floor", "trade");
        back.getElement().setAttribute("router-link", true);
        state.addClassName("chips");
        ways.addClassName("actions");
        drawing.addClassName("ring-place");
        var heading = new Div(title, state);
        heading.addClassName("heading");
        var head = new Div(new Div(back, heading), ways);
        head.addClassName("place-head");
        var body = new Div(parties, legs, history);
        body.addClassName("trade-parts");
        add(head, answer(), body);
    }

    private static Section part(String name) {
        var part = new Section();
        part.addClassNames("tile", "area-" + name);
        part.setId("trade-" + name);
        return part;
    }

    @Override
    protected boolean enter(BeforeEnterEvent event, Floor floor) {
        id = event.getRouteParameters()
                .get("trade")
                .flatMap(FromText::id)
                .filter(trade -> floor.trade(trade).isPresent())
                .orElse(null);
        drawnFrom = List.of();
        return id != null;
    }

    @Override
    protected void draw() {
        var of = id;
        var found = of == null ? null : floor().trade(of).orElse(null);
        if (found == null) {
            return;
        }
        var words = words();
        var overdue = found.legs().stream().map(leg -> leg.isOverdue(now())).toList();
        var from = List.<Object>of(found, words.locale(), floor().names(), floor().titles(), overdue);
        if (from.equals(drawnFrom)) {
            return;
        }
        drawnFrom = from;
        var drawn = new Drawn(summit().id(), words, now(), acting);
        back.setHref(Place.FLOOR.path(summit().id()));
        back.setText(words.of("floor.back"));
        title.setText(words.shape(found));
        state.removeAll();
        state.add(drawn.status(found));
        drawWays(found, words);
        drawParties(found, words, drawn);
        drawLegs(found, words, drawn);
        drawHistory(found, words);
    }

    private void drawWays(Floor.Trade trade, FloorWords words) {
        ways.removeAll();
        var acts = acting;
        if (acts == null) {
            return;
        }
        if (trade.status() == TradeStatus.OPEN) {
            var counter = new Button(words.of("floor.trade.counter"), click -> acts.counter(trade));
            counter.setId("trade-counter");
            ways.add(counter);
        }
        if (trade.status() == TradeStatus.OPEN || trade.status() == TradeStatus.AGREED) {
            var cancel = new Button(words.of("floor.trade.cancel"), click -> acts.cancel(trade));
            cancel.setId("trade-cancel");
            ways.add(cancel);
        }
    }

    private void drawParties(Floor.Trade trade, FloorWords words, Drawn drawn) {
        parties.removeAll();
        var sentence = words.of("floor.ring.says", words.shape(trade), words.names(trade.parties()));
        drawing.removeAll();
        drawing.add(new Svg(RingDrawing.of(trade, sentence)));
        var list = new OrderedList();
        list.addClassNames("rows", "parties");
        for (var party : trade.parties()) {
            list.add(new ListItem(party(trade, party, words, drawn)));
        }
        var waiting = new Paragraph(
                trade.status() == TradeStatus.OPEN
                        ? words.acceptances(trade)
                                + (trade.expiresAt() == null
                                        ? ""
                                        : " · " + words.of("floor.trade.until", words.minute(trade.expiresAt())))
                        : words.of(
                                "floor.trade.proposed-by",
                                trade.proposer() == null ? words.of("floor.programme") : words.name(trade.proposer())));
        waiting.addClassName("row-sub");
        parties.add(new H2(words.of("floor.trade.parties")), drawing, waiting, list);
    }

    private Component party(Floor.Trade trade, UUID party, FloorWords words, Drawn drawn) {
        var number = new Span(Integer.toString(trade.parties().indexOf(party) + 1));
        number.addClassName("party-number");
        var name = new Div(number, Drawn.link(drawn.stallPath(party), words.name(party)));
        name.addClassName("party-name");
        var row = new Div(name);
        row.addClassName("row-main");
        var line = new Div(row);
        if (trade.accepted().contains(party)) {
            row.add(Drawn.chip(words.of("floor.trade.has-accepted"), "running"));
        } else if (trade.status() == TradeStatus.OPEN) {
            row.add(Drawn.chip(words.of("floor.trade.has-not-accepted"), "plain"));
        }
        var acts = acting;
        if (acts != null && trade.status() == TradeStatus.OPEN) {
            var actions = new Div();
            actions.addClassName("card-actions");
            if (!trade.accepted().contains(party)) {
                var accept = new Button(words.of("floor.trade.accept"), click -> acts.accept(trade, party));
                accept.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.SMALL);
                accept.setAriaLabel(words.of("floor.trade.accept.for", words.name(party)));
                accept.setId("accept-" + party);
                accept.setDisableOnClick(true);
                accept.addClickListener(click -> accept.setEnabled(true));
                actions.add(accept);
            }
            var decline = new Button(words.of("floor.trade.decline"), click -> acts.decline(trade, party));
            decline.addThemeVariants(ButtonVariant.SMALL);
            decline.setAriaLabel(words.of("floor.trade.decline.for", words.name(party)));
            decline.setId("decline-" + party);
            actions.add(decline);
            line.add(actions);
        }
        return line;
    }

    private void drawLegs(Floor.Trade trade, FloorWords words, Drawn drawn) {
        legs.removeAll();
        var list = new OrderedList();
        list.addClassNames("rows", "trade-legs");
        for (var leg : trade.legs()) {
            var head = new Div(new Span(words.leg(leg)), drawn.status(leg));
            head.addClassName("row-main");
            var line = new Div(head);
            line.setId("leg-" + leg.number());
            var said = new ArrayList<String>();
            floor().need(leg.need())
                    .ifPresent(need ->
                            said.add(words.of("floor.leg.serves", need.title().in(words.locale()))));
            var when = drawn.when(leg);
            if (!when.isEmpty()) {
                said.add(when);
            }
            if (!said.isEmpty()) {
                var sub = new Paragraph(String.join(" · ", said));
                sub.addClassName("row-sub");
                line.add(sub);
            }
            drawn.says(new Floor.Promise(trade, leg), line);
            list.add(new ListItem(line));
        }
        legs.add(new H2(words.of("floor.trade.legs")), list);
    }

    private void drawHistory(Floor.Trade trade, FloorWords words) {
        history.removeAll();
        var list = new OrderedList();
        list.addClassNames("rows", "trade-history");
        for (var moment : queries.history(trade.id())) {
            var at = new Span(words.minute(moment.at()));
            at.addClassName("row-sub");
            list.add(new ListItem(new Div(new Span(words.moment(moment))), at));
        }
        history.add(new H2(words.of("floor.trade.history")), list);
    }
}
