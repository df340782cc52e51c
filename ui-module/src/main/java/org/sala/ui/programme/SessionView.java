package org.sala.ui.programme;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.Serial;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.ports.Role;
import org.sala.registration.api.RegistrationQueries;
import org.sala.sessions.api.SessionsPort;
import org.sala.ui.commands.Asking;
import org.sala.ui.language.Figures;
import org.sala.ui.language.FromText;
import org.sala.ui.programme.Programme.Session;
import org.sala.ui.programme.Programme.State;
import org.sala.ui.shell.Place;
import org.sala.ui.shell.Shell;
import org.sala.ui.shell.Summits;
import org.sala.ui.signin.SignedIn;

/** One session: what it is, how full it is, who comes in, its small groups; and what can be done about it. */
@Route(value = "summits/:summit/programme/:session", layout = Shell.class)
@RolesAllowed({"STAFF", "FACILITATOR"})
class SessionView extends ProgrammePage {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Arranging arranging;
    private final boolean isStaff;
    private final Anchor back = new Anchor();
    private final H1 title = new H1();
    private final Div state = new Div();
    private final Button start = new Button();
    private final Button end = new Button();
    private final Button signUp = new Button();
    private final Button reschedule = new Button();
    private final Button callOff = new Button();
    private final DescriptionList facts = new DescriptionList();
    private final OrderedList prompts = new OrderedList();
    private final H2 promptsTitle = new H2();
    private final H2 seatsTitle = new H2();
    private final Div seats = new Div();
    private final ComingIn comingIn;
    private final H2 groupsTitle = new H2();
    private final Div groups = new Div();

    private transient @Nullable UUID id;

    SessionView(
            Summits summits,
            Programmes programmes,
            SignedIn signedIn,
            Asking asking,
            SessionsPort sessions,
            RegistrationQueries registration,
            Clock clock) {
        super(summits, programmes, clock);
        isStaff = signedIn.account().isAnyOf(Role.STAFF);
        arranging = new Arranging(this, asking, sessions);
        comingIn = new ComingIn(this, asking, sessions, registration);
        addClassNames("place", "programme", "session");
        back.getElement().setAttribute("router-link", true);
        facts.addClassName("facts");
        wire();
        var ways = new Div(start, end, signUp, reschedule, callOff);
        ways.addClassName("actions");
        var name = new Div(title, state);
        name.addClassName("heading");
        var head = new Div(new Div(back, name), ways);
        head.addClassName("place-head");
        var body = new Div(
                part("facts", facts, promptsTitle, prompts),
                part("seats", seatsTitle, seats, comingIn),
                part("groups", groupsTitle, groups));
        body.addClassName("session-parts");
        add(head, answer(), body);
    }

    private static Section part(String name, Component... components) {
        var part = new Section(components);
        part.addClassNames("tile", "area-" + name);
        part.setId("session-" + name);
        return part;
    }

    private void wire() {
        start.setId("session-start");
        start.addThemeVariants(ButtonVariant.PRIMARY);
        start.addClickListener(click -> arranging.start(session()));
        end.setId("session-end");
        end.addThemeVariants(ButtonVariant.PRIMARY);
        end.addClickListener(click -> arranging.end(session()));
        signUp.setId("session-sign-up");
        signUp.addClickListener(click -> arranging.openSignUp(session()));
        reschedule.setId("session-reschedule");
        reschedule.addClickListener(click -> arranging.reschedule(session()));
        callOff.setId("session-call-off");
        callOff.addClickListener(click -> arranging.callOff(session()));
    }

    @Override
    protected boolean enter(BeforeEnterEvent event, Programme now) {
        id = event.getRouteParameters()
                .get("session")
                .flatMap(FromText::id)
                .filter(each -> now.session(each).isPresent())
                .orElse(null);
        return id != null;
    }

    private Session session() {
        return Optional.ofNullable(id).flatMap(seen()::session).orElseThrow();
    }

    @Override
    protected void draw() {
        if (id == null) {
            return;
        }
        var words = words();
        var session = session();
        back.setText(words.of("programme.back"));
        back.setHref(Place.PROGRAMME.path(summit().id()) + "?day=" + session.day());
        title.setText(words.title(session));
        state.removeAll();
        state.add(words.chip(session));
        drawWays(session, words);
        drawFacts(session, words);
        drawSeats(session, words);
        comingIn.show(session, words, isStaff);
        drawGroups(session, words);
    }

    private void drawWays(Session session, ProgrammeWords words) {
        start.setText(words.of("programme.start"));
        end.setText(words.of("programme.end"));
        signUp.setText(words.of("programme.sign-up.open"));
        reschedule.setText(words.of("programme.reschedule"));
        callOff.setText(words.of("programme.call-off"));
        var isPlanned = session.state() == State.SCHEDULED;
        start.setVisible(isPlanned);
        end.setVisible(session.state() == State.RUNNING);
        signUp.setVisible(isStaff && isPlanned && !session.signUp());
        reschedule.setVisible(isStaff && isPlanned);
        callOff.setVisible(isStaff && isPlanned);
    }

    private void drawFacts(Session session, ProgrammeWords words) {
        facts.removeAll();
        var date =
                summit().day(session.day()).map(day -> Figures.date(day.date())).orElse("");
        fact("when", words.of("programme.fact.when.what", session.day(), date, words.span(session)), words);
        if (session.started() != null) {
            var ended = session.ended() == null ? "" : words.clock(session.ended());
            fact("held", words.of("programme.span", words.clock(session.started()), ended), words);
        }
        if (session.why() != null) {
            fact("off", session.why().in(words.locale()), words);
        }
        if (session.room() != null) {
            fact("room", session.room(), words);
        }
        if (session.link() != null) {
            var link = new Anchor(session.link(), words.of("programme.link.open"));
            link.getElement().setAttribute("target", "_blank").setAttribute("rel", "noreferrer");
            facts.add(new DescriptionList.Term(words.of("programme.fact.link")), new DescriptionList.Description(link));
        }
        fact("kind", words.of("programme.card.what", words.kind(session), method(session, words)), words);
        if (!session.objectives().isEmpty()) {
            fact(
                    "objectives",
                    session.objectives().stream()
                            .map(each -> words.of("programme.objective", each))
                            .collect(Collectors.joining(words.of("programme.and-so-on"))),
                    words);
        }
        fact("languages", spoken(session, words), words);
        fact("for", eligible(session, words), words);
        if (!session.facilitators().isEmpty()) {
            fact("facilitators", Figures.whole(session.facilitators().size()), words);
        }
        promptsTitle.setText(words.of("programme.prompts"));
        promptsTitle.setVisible(!session.prompts().isEmpty());
        prompts.setVisible(!session.prompts().isEmpty());
        prompts.removeAll();
        session.prompts().forEach(prompt -> prompts.add(new ListItem(prompt.in(words.locale()))));
    }

    private void fact(String key, String what, ProgrammeWords words) {
        facts.add(
                new DescriptionList.Term(words.of("programme.fact." + key)),
                new DescriptionList.Description(new Text(what)));
    }

    private static String method(Session session, ProgrammeWords words) {
        return words.of("programme.method." + session.method().name());
    }

    private static String spoken(Session session, ProgrammeWords words) {
        var spoken = words.languages(session.languages());
        return session.interpretation().isEmpty()
                ? spoken
                : words.of("programme.interpreted", spoken, words.languages(session.interpretation()));
    }

    private static String eligible(Session session, ProgrammeWords words) {
        if (session.cohorts().isEmpty()) {
            return words.of("programme.for.everybody");
        }
        return java.util.stream.Stream.concat(
                        session.cohorts().stream().map(each -> words.of("programme.cohort." + each.name())),
                        session.roles().stream().map(each -> words.of("programme.role." + each.name())))
                .collect(Collectors.joining(words.of("programme.and-so-on")));
    }

    private void drawSeats(Session session, ProgrammeWords words) {
        seatsTitle.setText(words.of("programme.people"));
        seats.removeAll();
        var head = new NativeTableRow();
        for (var column : List.of("mode", "seats", "taken", "waiting", "here", "attended")) {
            var cell = new NativeTableHeaderCell(words.of("programme.people." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        var body = new NativeTableBody();
        session.modes().forEach((mode, full) -> {
            var row = new NativeTableRow(new NativeTableCell(words.mode(mode)));
            for (var number : List.of(full.seats(), full.taken(), full.waiting(), full.here(), full.attended())) {
                var cell = new NativeTableCell(Figures.whole(number));
                cell.addClassName("number");
                row.add(cell);
            }
            body.add(row);
        });
        var table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("plain-table");
        seats.add(table);
    }

    private void drawGroups(Session session, ProgrammeWords words) {
        groupsTitle.setText(words.of("programme.groups"));
        groups.removeAll();
        if (session.rounds().isEmpty()) {
            groups.add(new Paragraph(words.of("programme.groups.empty")));
        }
        for (var round : session.rounds()) {
            groups.add(new Paragraph(words.of(
                    "programme.round",
                    Figures.whole(round.number()),
                    Figures.whole(round.tables().size()),
                    Figures.whole(round.tables().stream()
                            .mapToInt(Programme.Table::people)
                            .sum()),
                    Figures.whole(round.tables().stream()
                            .filter(Programme.Table::summed)
                            .count()))));
        }
        if (!session.challenges().isEmpty()) {
            var list = new UnorderedList();
            session.challenges()
                    .forEach((category, times) -> list.add(
                            new ListItem(words.of("programme.challenge." + category.name(), Figures.whole(times)))));
            groups.add(list);
        }
    }

    @Override
    public String getPageTitle() {
        return id == null ? super.getPageTitle() : words().title(session()) + " · " + super.getPageTitle();
    }
}
