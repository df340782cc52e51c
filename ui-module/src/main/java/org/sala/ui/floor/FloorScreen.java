package org.sala.ui.floor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.Serial;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.TradeStatus;
import org.sala.ui.language.Figures;
import org.sala.ui.shell.Place;
import org.sala.ui.shell.Summits;

/**
 * The floor for a room: what is offered and needed in turn, what was agreed last, and who gives whom. Without the shell,
 * dark and large. T shows the table instead of the drawing, which the address tells; the space key stops and starts the
 * turning.
 */
@Route("summits/:summit/floor/screen")
@RolesAllowed({"STAFF", "FACILITATOR"})
class FloorScreen extends FloorPage {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int TRADES = 3;
    private static final int CARDS = 120;

    /** Fits a list into its room, now and whenever the room changes, or letters come that are higher than those before. */
    private static final String FIT = """
            list.salaFit();
            if (!list.salaWatches) {
              list.salaWatches = true;
              new ResizeObserver(() => list.salaFit()).observe(list);
              document.fonts.addEventListener('loadingdone', () => list.salaFit());
            }""";

    private final H1 title = new H1();
    private final Div numbers = new Div();
    private final H2 cardsTitle = new H2();
    private final UnorderedList cards = new UnorderedList();
    private final H2 tradesTitle = new H2();
    private final UnorderedList trades = new UnorderedList();
    private final H2 givesTitle = new H2();
    private final Div gives = new Div();
    private final Paragraph sentence = new Paragraph();
    private final Paragraph keys = new Paragraph();
    private boolean table;
    private transient List<Object> cardsFrom = List.of();
    private transient List<Object> tradesFrom = List.of();
    private transient List<Object> givesFrom = List.of();
    private transient @Nullable UUID agreedBefore;

    FloorScreen(Summits summits, Floors floors, Clock clock) {
        super(summits, floors, clock);
        addClassName("room");
        cards.addClassName("room-cards");
        cards.setId("room-cards");
        trades.addClassName("room-trades");
        trades.setId("room-trades");
        gives.addClassName("room-gives");
        gives.setId("room-gives");
        numbers.addClassName("room-numbers");
        keys.addClassName("room-keys");
        var left = new Section(cardsTitle, cards);
        left.addClassName("room-left");
        var right = new Section(givesTitle, sentence, gives, tradesTitle, trades);
        right.addClassName("room-right");
        add(new Header(title, numbers), left, right, keys);
        Shortcuts.addShortcutListener(this, this::turn, Key.KEY_T);
    }

    @Override
    protected boolean enter(BeforeEnterEvent event, Floor floor) {
        table = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("table")
                .isPresent();
        return true;
    }

    /** The table instead of the drawing, or back. */
    private void turn() {
        table = !table;
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, Place.FLOOR.path(summit().id()) + "/screen" + (table ? "?table=1" : ""));
        givesFrom = List.of();
        draw();
    }

    @Override
    protected void draw() {
        var words = words();
        title.setText(summit().title().in(words.locale()));
        drawNumbers(words);
        drawCards(words);
        drawTrades(words);
        drawGives(words);
        keys.setText(words.of("floor.screen.keys"));
    }

    private void drawNumbers(FloorWords words) {
        var floor = floor();
        numbers.removeAll();
        numbers.add(
                number(floor.openOffers(now()).size(), words.of("floor.number.offers")),
                number(floor.openNeeds().size(), words.of("floor.number.needs")),
                number(
                        floor.trades().stream()
                                .filter(trade ->
                                        trade.status() == TradeStatus.AGREED || trade.status() == TradeStatus.COMPLETED)
                                .count(),
                        words.of("floor.number.trades.agreed")));
    }

    private static Component number(long value, String name) {
        var number = new Span(Figures.whole(value));
        number.addClassName("room-number");
        return new Div(number, new Span(name));
    }

    private void drawCards(FloorWords words) {
        var floor = floor();
        var open = floor.openOffers(now());
        var needs = floor.openNeeds();
        cardsTitle.setText(words.of("floor.screen.cards"));
        var from = List.<Object>of(open, needs, words.locale(), floor.names(), floor.categories());
        if (from.equals(cardsFrom)) {
            return;
        }
        cardsFrom = from;
        cards.removeAll();
        // one of each in turn, so that both are always seen
        for (var i = 0; i < Math.max(open.size(), needs.size()) && cards.getComponentCount() < CARDS; i++) {
            if (i < open.size()) {
                var offer = open.get(i);
                cards.add(card(
                        "offer",
                        words.of("floor.screen.offers", words.name(offer.organization())),
                        offer.title().in(words.locale()),
                        words.free(offer)));
            }
            if (i < needs.size()) {
                var need = needs.get(i);
                cards.add(card(
                        "need",
                        words.of("floor.screen.needs", words.name(need.organization())),
                        need.title().in(words.locale()),
                        words.of("floor.urgency." + need.urgency().name())));
            }
        }
        if (cards.getComponentCount() == 0) {
            cards.add(new ListItem(words.of("floor.offers.empty")));
        }
        rotate();
    }

    private static ListItem card(String kind, String who, String what, String more) {
        var name = new Span(who);
        name.addClassName("room-who");
        var sub = new Span(more);
        sub.addClassName("room-more");
        var card = new ListItem(name, new H3(what), sub);
        card.addClassName("room-" + kind);
        return card;
    }

    /** Shows as many cards as there is room for, and the next ones after a while. */
    private void rotate() {
        cards.getElement().executeJs("""
                const list = this;
                clearInterval(list.salaTurn);
                let from = 0, many = 8, still = false;
                const show = step => {
                  const all = [...list.children];
                  from = (from + step * many + all.length) % all.length;
                  for (many = Math.min(8, all.length); ; many -= 2) {
                    all.forEach((card, at) => card.hidden = (at - from + all.length) % all.length >= many);
                    if (many <= 2 || list.scrollHeight <= list.clientHeight + 2) return;
                  }
                };
                list.salaFit = () => show(0);
                list.salaTurn = setInterval(() => {
                  if (!list.isConnected) clearInterval(list.salaTurn); else if (!still) show(1);
                }, 9000);
                if (list.salaKeys) window.removeEventListener('keydown', list.salaKeys);
                list.salaKeys = key => {
                  if (!list.isConnected) { window.removeEventListener('keydown', list.salaKeys); return; }
                  if (key.key === ' ') { still = !still; key.preventDefault(); }
                  if (key.key === 'ArrowRight') show(1);
                  if (key.key === 'ArrowLeft') show(-1);
                };
                window.addEventListener('keydown', list.salaKeys);""" + FIT);
    }

    private void drawTrades(FloorWords words) {
        var floor = floor();
        var agreed = floor.trades().stream()
                .filter(trade -> trade.status() == TradeStatus.AGREED || trade.status() == TradeStatus.COMPLETED)
                .limit(TRADES)
                .toList();
        tradesTitle.setText(words.of("floor.screen.agreed"));
        var from = List.<Object>of(agreed, words.locale(), floor.names(), floor.titles());
        if (from.equals(tradesFrom)) {
            return;
        }
        var first = tradesFrom.isEmpty();
        var newest = agreed.isEmpty() ? null : agreed.getFirst().id();
        var known = agreedBefore;
        tradesFrom = from;
        agreedBefore = newest;
        trades.removeAll();
        for (var trade : agreed) {
            var line = new ListItem();
            trade.legs().forEach(leg -> line.add(new Div(words.leg(leg))));
            trades.add(line);
        }
        trades.getElement().executeJs("""
                const list = this;
                const room = list.parentElement.style;
                list.salaFit = () => {
                  const all = [...list.children];
                  room.setProperty('--room-less', '0px');
                  all.forEach(line => line.hidden = false);
                  for (let many = all.length; many > 1 && list.scrollHeight > list.clientHeight + 2; many--) {
                    all[many - 1].hidden = true;
                  }
                  room.setProperty('--room-less', Math.max(0, list.scrollHeight - list.clientHeight) + 'px');
                };
                """ + FIT);
        if (agreed.isEmpty()) {
            trades.add(new ListItem(words.of("floor.screen.agreed.empty")));
        } else if (!first && newest != null && !newest.equals(known)) {
            trades.getComponentAt(0).addClassName("glow");
        }
    }

    private void drawGives(FloorWords words) {
        var floor = floor();
        var diagram = ChordDiagram.of(floor);
        givesTitle.setText(words.of("floor.screen.gives"));
        var from = List.<Object>of(diagram, words.locale(), floor.names(), table);
        if (from.equals(givesFrom)) {
            return;
        }
        givesFrom = from;
        gives.removeAll();
        if (diagram.isEmpty()) {
            sentence.setText(words.of("floor.screen.gives.empty"));
            return;
        }
        var most = diagram.flows().getFirst();
        // that most goes from one to another is worth saying where it is more than elsewhere
        var says = words.of(
                most.legs() == 1 ? "floor.screen.gives.once" : "floor.screen.gives.says",
                Figures.whole(diagram.legs()),
                Figures.whole(diagram.organizations().size()),
                words.name(most.giver()),
                words.name(most.receiver()),
                Figures.whole(most.legs()));
        sentence.setText(
                diagram.left() == 0 ? says : says + " " + words.counted("floor.screen.gives.left", diagram.left()));
        gives.add(table ? table(diagram, words) : new Svg(diagram.svg(words, says)));
    }

    private static Component table(ChordDiagram diagram, FloorWords words) {
        var head = new NativeTableRow();
        for (var key : List.of("floor.screen.giver", "floor.screen.receiver", "floor.screen.legs")) {
            var cell = new NativeTableHeaderCell(words.of(key));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        var body = new NativeTableBody();
        for (var flow : diagram.flows()) {
            var number = new NativeTableCell(Figures.whole(flow.legs()));
            number.addClassName("number");
            body.add(new NativeTableRow(
                    new NativeTableCell(words.name(flow.giver())),
                    new NativeTableCell(words.name(flow.receiver())),
                    number));
        }
        var table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("room-table");
        return table;
    }
}
