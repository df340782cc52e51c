package org.sala.ui.floor;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.io.Serial;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.LegStatus;
import org.sala.marketplace.api.MarketplaceCommand.CancelTrade;
import org.sala.marketplace.api.MarketplaceCommand.ProposeTrade;
import org.sala.marketplace.api.MatchingWorkbench;
import org.sala.marketplace.api.MatchingWorkbench.Exchange;
import org.sala.marketplace.api.MatchingWorkbench.Run;
import org.sala.marketplace.api.MatchingWorkbench.Served;
import org.sala.marketplace.api.MatchingWorkbench.State;
import org.sala.marketplace.api.MatchingWorkbench.Unserved;
import org.sala.marketplace.api.NeedId;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;
import org.sala.marketplace.api.TradeStatus;
import org.sala.ports.Role;
import org.sala.ui.commands.Asking;
import org.sala.ui.language.Figures;
import org.sala.ui.shell.Place;
import org.sala.ui.shell.Shell;
import org.sala.ui.shell.Summits;
import org.sala.ui.signin.Account;
import org.sala.ui.signin.SignedIn;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The matching workbench: a run over everything open, how far it is and what is proved, the exchanges that it found, each
 * proposed to its parties by one click, and why a need is left over.
 */
@Route(value = "summits/:summit/floor/matching", layout = Shell.class)
@RolesAllowed({"STAFF", "FACILITATOR"})
class MatchingView extends FloorPage {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int USUAL_SECONDS = 60;
    private static final int LOOK_EVERY_MILLIS = 1_000;
    private static final int NEVER = -1;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final transient Asking asking;
    private final transient MatchingWorkbench workbench;
    private final transient Dealing dealing;
    private final transient Account account;
    private final boolean acts;
    private final Anchor back = new Anchor();
    private final H1 title = new H1();
    private final Paragraph about = new Paragraph();
    private final TextField seed = new TextField();
    private final IntegerField seconds = new IntegerField();
    private final Button begin = new Button();
    private final Button stop = new Button();
    private final Div leavingPlace = new Div();
    private final Button repair = new Button();
    private final RepairPart repaired = new RepairPart();
    private final Section found = new Section();
    private final Section exchanges = new Section();
    private final Section unserved = new Section();

    private transient @Nullable MultiSelectComboBox<UUID> leaving;
    private transient List<Object> leavingFrom = List.of();
    private transient @Nullable Registration polling;
    private transient @Nullable Run run;
    private transient List<Object> drawnFrom = List.of();

    MatchingView(
            Summits summits,
            Floors floors,
            SignedIn signedIn,
            Asking asking,
            Dealing dealing,
            MatchingWorkbench workbench,
            Clock clock) {
        super(summits, floors, clock);
        this.asking = asking;
        this.workbench = workbench;
        this.dealing = dealing;
        this.account = signedIn.account();
        this.acts = account.isAnyOf(Role.STAFF);
        addClassNames("place", "floor", "matching");
        add(head(), answer(), form(), found, repaired, exchanges, unserved);
        found.setId("matching-found");
        exchanges.setId("matching-exchanges");
        unserved.setId("matching-unserved");
        List.of(found, exchanges, unserved).forEach(part -> part.addClassNames("tile"));
    }

    private Div head() {
        back.getElement().setAttribute("router-link", true);
        var head = new Div(new Div(back, title));
        head.addClassName("place-head");
        return head;
    }

    private Div form() {
        about.addClassName("quiet");
        seed.setId("matching-seed");
        seed.setRequiredIndicatorVisible(true);
        seed.setMaxLength(MatchingWorkbench.LONGEST_SEED);
        seconds.setId("matching-seconds");
        seconds.setMin(1);
        seconds.setMax(MatchingWorkbench.MOST_SECONDS);
        seconds.setStepButtonsVisible(true);
        seconds.setValue(USUAL_SECONDS);
        begin.setId("matching-begin");
        begin.addThemeVariants(ButtonVariant.PRIMARY);
        begin.setDisableOnClick(true);
        begin.addClickListener(click -> {
            begin();
            begin.setEnabled(true);
        });
        stop.setId("matching-stop");
        stop.addClickListener(click -> stop());
        var fields = new Div(seed, seconds, begin, stop);
        fields.addClassName("filters");
        fields.setVisible(acts);
        repair.setId("matching-repair");
        repair.setDisableOnClick(true);
        repair.addClickListener(click -> {
            repair();
            repair.setEnabled(true);
        });
        var withdrawn = new Div(leavingPlace, repair);
        withdrawn.addClassName("filters");
        withdrawn.setVisible(acts);
        return new Div(about, fields, withdrawn);
    }

    @Override
    protected boolean enter(BeforeEnterEvent event, Floor floor) {
        if (seed.isEmpty()) {
            seed.setValue(today().toString());
        }
        return true;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        look();
        super.onAttach(event);
        polling = event.getUI().addPollListener(poll -> {
            look();
            draw();
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(NEVER);
        if (polling != null) {
            polling.remove();
            polling = null;
        }
        super.onDetach(event);
    }

    /** Asks how far the last run is. */
    private void look() {
        learned(asking.learn(token -> workbench.last(of(), token), getLocale()))
                .ifPresent(last -> run = last.orElse(null));
    }

    private void begin() {
        begun(token -> workbench.begin(of(), seed.getValue().strip(), time(), token));
    }

    /** After somebody withdrew. */
    private void repair() {
        var field = leaving;
        var those = field == null
                ? Set.<OrganizationId>of()
                : field.getValue().stream().map(OrganizationId::new).collect(Collectors.toSet());
        begun(token -> workbench.repair(of(), seed.getValue().strip(), time(), those, token));
    }

    private int time() {
        return Objects.requireNonNullElse(seconds.getValue(), 0);
    }

    private void begun(Function<String, Run> how) {
        learned(asking.learn(how, getLocale())).ifPresent(begun -> run = begun);
        draw();
    }

    private void stop() {
        learned(asking.learn(
                token -> {
                    workbench.stop(of(), token);
                    return true;
                },
                getLocale()));
        look();
        draw();
    }

    private <T> Optional<T> learned(Asking.Told<T> told) {
        told(told.refusal());
        return told.answer();
    }

    private SummitId of() {
        return new SummitId(summit().id());
    }

    @Override
    protected void draw() {
        var words = words();
        var last = run;
        getUI().ifPresent(ui ->
                ui.setPollInterval(last != null && last.state() == State.SEARCHING ? LOOK_EVERY_MILLIS : NEVER));
        stop.setVisible(last != null && last.state() == State.SEARCHING);
        var from = new ArrayList<Object>(List.of(words.locale(), floor()));
        if (last != null) {
            from.add(last);
        }
        if (from.equals(drawnFrom)) {
            return;
        }
        drawnFrom = from;
        back.setHref(Place.FLOOR.path(summit().id()));
        back.setText(words.of("floor.back"));
        title.setText(words.of("floor.matching"));
        about.setText(words.of("floor.matching.about"));
        seed.setLabel(words.of("floor.matching.seed"));
        seed.setHelperText(words.of("floor.matching.seed.how"));
        seconds.setLabel(words.of("floor.matching.seconds"));
        begin.setText(words.of("floor.matching.begin"));
        stop.setText(words.of("floor.matching.stop"));
        drawRepair(last, words);
        drawFound(last, words);
        drawExchanges(last, words);
        drawUnserved(last, words);
    }

    /** Made anew only where what can be chosen is otherwise: it stays open under a finger. */
    private void drawLeaving(FloorWords words) {
        var from = List.<Object>of(words.locale(), floor().names());
        if (from.equals(leavingFrom)) {
            return;
        }
        leavingFrom = from;
        var chosen = leaving == null ? Set.<UUID>of() : leaving.getValue();
        var field = Choosing.several("matching-leaving", "floor.repair.leaving", words);
        field.setHelperText(words.of("floor.repair.how"));
        field.setValue(chosen);
        leaving = field;
        leavingPlace.removeAll();
        leavingPlace.add(field);
    }

    private void drawRepair(@Nullable Run last, FloorWords words) {
        drawLeaving(words);
        repair.setText(words.of("floor.repair.begin"));
        var drawn = new Drawn(summit().id(), words, now(), null);
        var known = last == null || !hasEnded(last) ? null : last.repair();
        repaired.show(known, unproposed(last).size(), floor(), drawn, acts && last != null ? () -> mend(last) : null);
    }

    /** What is lost is called off first: its units are what the others are made of. */
    private void mend(Run last) {
        var repair = last.repair();
        var no = dealing.askAll(
                () -> Stream.concat(
                                repair == null
                                        ? Stream.of()
                                        : repair.lost().stream()
                                                .map(lost -> new CancelTrade(lost.trade(), null, lost.because())),
                                unproposed(last).stream().map(this::proposal))
                        .toList(),
                getLocale());
        drawFresh(no);
    }

    private static boolean hasEnded(Run run) {
        return run.state() != State.SEARCHING && run.state() != State.FAILED;
    }

    private List<Exchange> unproposed(@Nullable Run last) {
        return last == null
                ? List.of()
                : last.exchanges().stream()
                        .filter(each -> floor().trade(each.trade().value()).isEmpty())
                        .toList();
    }

    private void drawFound(@Nullable Run last, FloorWords words) {
        found.removeAll();
        found.getElement().setAttribute("aria-live", "polite");
        if (last == null) {
            found.add(new Paragraph(words.of("floor.matching.none")));
            return;
        }
        var state = Drawn.chip(
                words.of("floor.matching.state." + last.state().name()),
                last.state() == State.SEARCHING ? "running" : last.state() == State.FAILED ? "due" : "plain");
        state.setId("matching-state");
        var heading = heading(words.of("floor.matching.found", last.seed()), state);
        found.add(heading);
        if (last.state() == State.FAILED) {
            return;
        }
        var numbers = new Div();
        numbers.addClassName("floor-numbers");
        numbers.add(
                number(words, "needs", last.best().needs(), last.bound().needs(), last.needs()),
                number(
                        words,
                        "organizations",
                        last.best().organizations(),
                        last.bound().organizations(),
                        null),
                number(
                        words,
                        "small",
                        last.best().smallOrganizations(),
                        last.bound().smallOrganizations(),
                        null));
        found.add(
                numbers,
                new Paragraph(words.of("floor.matching.says." + last.state().name())),
                question(words));
    }

    /** What was asked, as a file that anybody can find the same answer from. */
    private Anchor question(FloorWords words) {
        var summit = of();
        var anchor = new Anchor();
        anchor.setId("matching-question");
        anchor.addClassName("action-link");
        anchor.setText(words.of("floor.matching.question"));
        anchor.setHref(DownloadHandler.fromInputStream(download -> {
            var told = asking.learn(
                    account,
                    token -> workbench.question(summit, token),
                    download.getUI().getLocale());
            return told.answer()
                    .flatMap(asked -> asked)
                    .map(JSON::writeValueAsBytes)
                    .map(bytes -> new DownloadResponse(
                            new ByteArrayInputStream(bytes), "sala-market.json", "application/json", bytes.length))
                    .orElseGet(() -> DownloadResponse.error(HttpStatus.BAD_GATEWAY.value()));
        }));
        anchor.getElement().setAttribute("download", true);
        anchor.setRouterIgnore(true);
        return anchor;
    }

    private static Component number(FloorWords words, String what, int best, int bound, @Nullable Integer all) {
        var big = new Span(Figures.whole(best));
        big.addClassName("big");
        var label = new Span(
                all == null
                        ? words.of("floor.matching.number." + what)
                        : words.of("floor.matching.number." + what, Figures.whole(all)));
        label.addClassName("quiet");
        var number = new Div(big, label);
        if (best < bound) {
            var most = new Span(words.of("floor.matching.at-most", Figures.whole(bound)));
            most.addClassName("quiet");
            number.add(most);
        }
        number.addClassName("matching-number");
        return number;
    }

    private void drawExchanges(@Nullable Run last, FloorWords words) {
        exchanges.removeAll();
        exchanges.setVisible(last != null && hasEnded(last));
        if (last == null || !exchanges.isVisible()) {
            return;
        }
        var heading = new Div(
                new H2(words.of("floor.matching.exchanges")),
                quiet(last.exchanges().size()));
        heading.addClassName("heading");
        exchanges.add(heading);
        if (last.exchanges().isEmpty()) {
            exchanges.add(new Paragraph(words.of("floor.matching.exchanges.empty")));
            return;
        }
        var open = unproposed(last);
        if (acts && open.size() > 1) {
            var all = new Button(words.of("floor.matching.propose.all", Figures.whole(open.size())), click -> {
                propose(open);
            });
            all.setId("matching-propose-all");
            all.setDisableOnClick(true);
            exchanges.add(all);
        }
        var list = new OrderedList();
        list.addClassNames("rows", "matching-exchanges");
        last.exchanges().forEach(each -> list.add(new ListItem(exchange(each, words))));
        exchanges.add(list);
    }

    private static Div heading(String words, Component beside) {
        var heading = new Div(new H2(words), beside);
        heading.addClassName("heading");
        return heading;
    }

    private static Span quiet(int number) {
        var span = new Span(Figures.whole(number));
        span.addClassName("quiet");
        return span;
    }

    private Component exchange(Exchange exchange, FloorWords words) {
        var known = floor().trade(exchange.trade().value());
        var trade = known.orElseGet(() -> asTrade(exchange));
        var drawing = new Div(new Svg(
                RingDrawing.of(trade, words.of("floor.ring.says", words.shape(trade), words.names(trade.parties())))));
        drawing.addClassName("ring-place");
        var parties = new OrderedList();
        trade.parties().forEach(party -> parties.add(new ListItem(words.name(party))));
        parties.addClassName("matching-parties");
        var legs = new UnorderedList();
        trade.legs().forEach(leg -> legs.add(new ListItem(words.leg(leg))));
        var head = new Div(new Span(words.shape(trade)));
        head.addClassName("row-main");
        var drawn = new Drawn(summit().id(), words, now(), null);
        if (known.isPresent()) {
            head.add(drawn.status(trade), Drawn.link(drawn.tradePath(trade.id()), words.of("floor.matching.open")));
        } else if (acts) {
            var propose = new Button(words.of("floor.matching.propose"), click -> propose(List.of(exchange)));
            propose.addThemeVariants(ButtonVariant.SMALL);
            propose.setId("propose-" + trade.id());
            propose.setAriaLabel(words.of("floor.matching.propose.to", words.names(trade.parties())));
            propose.setDisableOnClick(true);
            head.add(propose);
        }
        var said = new Div(head, parties, legs);
        said.addClassName("matching-said");
        var row = new Div(drawing, said);
        row.addClassName("matching-exchange");
        return row;
    }

    private Floor.Trade asTrade(Exchange exchange) {
        return new Floor.Trade(
                exchange.trade().value(),
                TradeStatus.OPEN,
                1,
                null,
                IntStream.range(0, exchange.legs().size())
                        .mapToObj(number -> asLeg(number + 1, exchange.legs().get(number)))
                        .toList(),
                Set.of(),
                null,
                now());
    }

    private static Floor.Leg asLeg(int number, Leg leg) {
        var need = leg.need();
        return new Floor.Leg(
                number,
                leg.giver().value(),
                leg.receiver().value(),
                leg.offer().value(),
                leg.units(),
                need == null ? null : need.value(),
                null,
                LegStatus.PROPOSED,
                null,
                Set.of());
    }

    /** As the programme's proposals: nobody has accepted yet. What is proposed comes back by push. */
    private void propose(List<Exchange> those) {
        drawFresh(dealing.askAll(() -> those.stream().map(this::proposal).toList(), getLocale()));
    }

    private ProposeTrade proposal(Exchange exchange) {
        return new ProposeTrade(exchange.trade(), of(), null, exchange.legs(), null);
    }

    private void drawFresh(Optional<String> no) {
        drawnFrom = List.of();
        draw();
        told(no);
    }

    private void drawUnserved(@Nullable Run last, FloorWords words) {
        unserved.removeAll();
        unserved.setVisible(last != null && !last.unserved().isEmpty());
        if (last == null || !unserved.isVisible()) {
            return;
        }
        var heading = new Div(
                new H2(words.of("floor.matching.unserved")),
                quiet(last.unserved().size()));
        heading.addClassName("heading");
        var list = new UnorderedList();
        list.addClassName("rows");
        for (var each : last.unserved()) {
            var what = floor().need(each.need().value())
                    .map(need -> need.title().in(words.locale()))
                    .orElseGet(() -> words.category(each.category().code()));
            var who = new Span(words.of(
                    "floor.matching.need", words.name(each.organization().value()), what));
            var main = new Div(who);
            main.addClassName("row-main");
            var why = new Paragraph(why(each, last.best(), words));
            why.addClassName("row-sub");
            list.add(new ListItem(new Div(main, why)));
        }
        unserved.add(heading, list);
    }

    private String why(Unserved need, Served best, FloorWords words) {
        var key = "floor.matching.why." + need.why().name();
        return switch (need.why()) {
            case NOBODY_OFFERS -> words.of(key, words.category(need.category().code()));
            case GIVERS_NEED_NOTHING, OUT_OF_REACH ->
                words.of(
                        key,
                        words.names(need.givers().stream()
                                .map(OrganizationId::value)
                                .toList()));
            case LOST_TO -> words.of(key, words.names(whose(need.lostTo())));
            case OUTWEIGHED -> {
                var most = Objects.requireNonNullElse(need.most(), Served.NONE);
                yield words.of(
                        most.needs() < best.needs() ? key : key + ".alike",
                        Figures.whole(most.needs()),
                        Figures.whole(best.needs()));
            }
            case UNDECIDED -> words.of(key);
        };
    }

    private List<UUID> whose(List<NeedId> needs) {
        return needs.stream()
                .flatMap(need -> floor().need(need.value()).stream())
                .map(Floor.Need::organization)
                .distinct()
                .toList();
    }
}
