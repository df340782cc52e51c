package org.sala.ui.programme;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.Serial;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.ports.Role;
import org.sala.sessions.api.SessionsPort;
import org.sala.ui.commands.Asking;
import org.sala.ui.language.Figures;
import org.sala.ui.language.FromText;
import org.sala.ui.programme.Programme.Session;
import org.sala.ui.shell.Place;
import org.sala.ui.shell.Shell;
import org.sala.ui.shell.Summit;
import org.sala.ui.shell.Summits;
import org.sala.ui.signin.SignedIn;

/** The programme of a day: what is held when and in which room, and how full it is. The address says which day. */
@Route(value = "summits/:summit/programme", layout = Shell.class)
@RolesAllowed({"STAFF", "FACILITATOR"})
class ProgrammeView extends ProgrammePage {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Arranging arranging;
    private final H1 title = new H1();
    private final Button schedule = new Button();
    private final Nav days = new Nav();
    private final Paragraph about = new Paragraph();
    private final OrderedList grid = new OrderedList();
    private final Section off = new Section();
    private final H2 offTitle = new H2();
    private final UnorderedList offList = new UnorderedList();

    private int day;
    private transient List<Object> drawnFrom = List.of();
    private transient Map<UUID, Session> before = new HashMap<>();

    ProgrammeView(
            Summits summits,
            Programmes programmes,
            SignedIn signedIn,
            Asking asking,
            SessionsPort sessions,
            Clock clock) {
        super(summits, programmes, clock);
        arranging = signedIn.account().isAnyOf(Role.STAFF) ? new Arranging(this, asking, sessions) : null;
        addClassNames("place", "programme");
        schedule.setId("programme-schedule");
        schedule.addThemeVariants(ButtonVariant.PRIMARY);
        schedule.setVisible(arranging != null);
        if (arranging != null) {
            schedule.addClickListener(click -> arranging.schedule(day));
        }
        var ways = new Div(schedule);
        ways.addClassName("actions");
        var head = new Div(title, ways);
        head.addClassName("place-head");
        days.addClassName("day-links");
        about.addClassName("quiet");
        grid.setId("programme-grid");
        grid.addClassName("programme-grid");
        off.setId("programme-off");
        off.addClassName("tile");
        off.add(offTitle, offList);
        add(head, answer(), days, about, grid, off);
    }

    @Override
    protected boolean enter(BeforeEnterEvent event, Programme now) {
        var asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("day")
                .flatMap(FromText::number);
        day = asked.filter(number -> summit().day(number).isPresent()).orElseGet(this::nextDay);
        drawnFrom = List.of();
        return true;
    }

    /** The day that it is, the next one that comes, or the last. */
    private int nextDay() {
        var date = today();
        return summit().days().stream()
                .filter(each -> !each.date().isBefore(date))
                .findFirst()
                .or(() -> Optional.of(summit().days().getLast()))
                .map(Summit.Day::number)
                .orElse(1);
    }

    @Override
    protected void draw() {
        var words = words();
        var sessions = seen().on(day).toList();
        title.setText(words.of("programme.title"));
        schedule.setText(words.of("programme.schedule"));
        var from = List.<Object>of(sessions, day, words.locale());
        if (from.equals(drawnFrom)) {
            return;
        }
        var isChange = !drawnFrom.isEmpty() && drawnFrom.subList(1, 3).equals(from.subList(1, 3));
        drawnFrom = from;
        drawDays(words);
        var held = sessions.stream().filter(Session::isHeld).toList();
        about.setText(
                held.isEmpty()
                        ? words.of(arranging == null ? "programme.empty" : "programme.empty.how")
                        : words.of(
                                "programme.about",
                                Figures.whole(held.size()),
                                Figures.whole(held.stream()
                                        .filter(session -> session.state() == Programme.State.RUNNING)
                                        .count())));
        drawGrid(DayGrid.of(held), words, isChange);
        drawOff(sessions.stream().filter(session -> !session.isHeld()).toList(), words);
        before = new HashMap<>();
        sessions.forEach(session -> before.put(session.id(), session));
    }

    private void drawDays(ProgrammeWords words) {
        days.setAriaLabel(words.of("programme.days"));
        days.removeAll();
        for (var each : summit().days()) {
            var link = new Anchor(
                    Place.PROGRAMME.path(summit().id()) + "?day=" + each.number(),
                    words.of("programme.day", each.number(), Figures.date(each.date())));
            link.getElement().setAttribute("router-link", true);
            if (each.number() == day) {
                link.getElement().setAttribute("aria-current", "page");
            }
            days.add(link);
        }
    }

    private void drawGrid(DayGrid drawn, ProgrammeWords words, boolean isChange) {
        grid.removeAll();
        grid.setVisible(!drawn.placed().isEmpty());
        grid.getStyle()
                .set(
                        "--programme-rooms",
                        Integer.toString(Math.max(1, drawn.columns().size())));
        for (var column = 0; column < drawn.columns().size(); column++) {
            var room = drawn.columns().get(column).room();
            grid.add(at(label("programme-room", room == null ? words.of("programme.online") : room), 1, 2, column + 2));
        }
        var starts =
                drawn.placed().stream().map(DayGrid.Placed::first).distinct().toList();
        for (var line : starts) {
            var time = label("programme-time", words.clock(drawn.lines().get(line)));
            grid.add(at(time, line + 2, line + 3, 1));
        }
        for (var placed : drawn.placed()) {
            var item = new ListItem(card(placed.session(), words));
            if (isChange && !placed.session().equals(before.get(placed.session().id()))) {
                item.addClassName("glow");
            }
            grid.add(at(item, placed.first() + 2, placed.last() + 2, placed.column() + 2));
        }
    }

    /** Beside the sessions, which say it themselves to whoever can't see where they stand. */
    private static ListItem label(String className, String text) {
        var label = new ListItem(text);
        label.addClassName(className);
        label.getElement().setAttribute("aria-hidden", "true");
        return label;
    }

    private static Component at(ListItem item, int firstRow, int lastRow, int column) {
        item.getStyle().set("grid-row", firstRow + " / " + lastRow).set("grid-column", Integer.toString(column));
        return item;
    }

    private Component card(Session session, ProgrammeWords words) {
        var time = new Span(words.of("programme.card.when", words.span(session), words.room(session)));
        time.addClassName("row-sub");
        var name = new H3(words.title(session));
        var kind = new Span(words.of("programme.card.what", words.kind(session), words.fullness(session)));
        kind.addClassName("row-sub");
        var card = new Anchor(Place.PROGRAMME.path(summit().id()) + "/" + session.id());
        card.getElement().setAttribute("router-link", true);
        card.addClassNames("programme-card", "is-" + session.state().name().toLowerCase(java.util.Locale.ROOT));
        card.add(time, name, kind, words.chip(session));
        return card;
    }

    private void drawOff(List<Session> cancelled, ProgrammeWords words) {
        off.setVisible(!cancelled.isEmpty());
        offTitle.setText(words.of("programme.off"));
        offList.removeAll();
        for (var session : cancelled) {
            var why = session.why();
            var link = new Anchor(Place.PROGRAMME.path(summit().id()) + "/" + session.id(), words.title(session));
            link.getElement().setAttribute("router-link", true);
            offList.add(new ListItem(
                    link,
                    new Span(words.of(
                            "programme.off.why", words.span(session), why == null ? "" : why.in(words.locale())))));
        }
    }
}
