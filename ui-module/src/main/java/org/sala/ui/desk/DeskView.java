package org.sala.ui.desk;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.Serial;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationCommand.DismissDuplicate;
import org.sala.registration.api.RegistrationCommand.MergeDuplicate;
import org.sala.registration.api.RegistrationCommand.ResolveCheckIn;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.RegistrationQueries.Dispute;
import org.sala.registration.api.RegistrationQueries.Filter;
import org.sala.registration.api.RegistrationQueries.Line;
import org.sala.registration.api.RegistrationQueries.Pair;
import org.sala.registration.api.Resolution;
import org.sala.ui.commands.Asking;
import org.sala.ui.language.Figures;
import org.sala.ui.language.Words;
import org.sala.ui.live.Windows;
import org.sala.ui.setup.Organization;
import org.sala.ui.setup.Organizations;
import org.sala.ui.setup.SetupQueries;
import org.sala.ui.setup.Terms;
import org.sala.ui.shell.Place;
import org.sala.ui.shell.Shell;
import org.sala.ui.shell.Summit;
import org.sala.ui.shell.SummitPath;
import org.sala.ui.shell.Summits;
import org.sala.ui.signin.Account;
import org.sala.ui.signin.SignedIn;

/**
 * The desk: one field that finds whoever comes, and lets them in. The URL says which day, mode, list and person, and never a
 * name.
 */
@Route(value = "summits/:summit/desk", layout = Shell.class)
@RolesAllowed("STAFF")
class DeskView extends Div implements BeforeEnterObserver, LocaleChangeObserver, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int AT_A_TIME = 10;

    private final transient Summits summits;
    private final transient DayNumbers days;
    private final transient Organizations known;
    private final transient SetupQueries setup;
    private final transient DeskQueries desk;
    private final transient Door door;
    private final transient Asking asking;
    private final transient RegistrationQueries registration;
    private final transient Clock clock;
    private final transient Account account;

    private final H1 title = new H1();
    private final StandingLinks links = new StandingLinks();
    private final Button walkIn = new Button(new Icon(VaadinIcon.PLUS));
    private final Paragraph notToday = new Paragraph();
    private final FindField field = new FindField();
    private final Span keys = new Span();
    private final AnswerBoard answer;
    private final Results results;
    private final DeskTabs tabs = new DeskTabs(this::list);
    private final Span trouble = new Span();
    private final WaitingList waiting;
    private final DisputesList disputes;
    private final DuplicatesList duplicates;
    private final NumbersTile numbers = new NumbersTile();
    private final PersonCard person;
    private final WalkInDialog dialog;

    private transient @Nullable DeskAddress here;
    private transient @Nullable Terms terms;
    private transient Map<UUID, Organization> organizations = Map.of();
    private transient @Nullable Numbers counted;
    private transient @Nullable Runnable unwatch;
    private transient int pairs = -1;

    DeskView(
            Summits summits,
            DayNumbers days,
            Organizations known,
            SetupQueries setup,
            DeskQueries desk,
            Door door,
            Asking asking,
            RegistrationQueries registration,
            BadgePrinting badges,
            SignedIn signedIn,
            Clock clock) {
        this.summits = summits;
        this.days = days;
        this.known = known;
        this.setup = setup;
        this.desk = desk;
        this.door = door;
        this.asking = asking;
        this.registration = registration;
        this.account = signedIn.account();
        this.clock = clock;
        this.answer = new AnswerBoard(new AnswerWays());
        this.results = new Results(new ResultWays());
        this.waiting = new WaitingList(this::open);
        this.disputes = new DisputesList(this::resolve, this::open);
        this.duplicates = new DuplicatesList(new DuplicateWays());
        this.person = new PersonCard(door, asking, registration, desk, badges, account, new PersonWays());
        this.dialog = new WalkInDialog(door, asking, registration, badges, account, new WalkInWays(), field::call);
        addClassNames("place", "desk");
        add(head(), notToday, body());
        wire();
    }

    private Div head() {
        walkIn.setId("desk-walk-in-open");
        walkIn.addClickListener(click -> walkIn());
        links.add(walkIn);
        var head = new Div(title, links);
        head.addClassName("place-head");
        notToday.addClassNames("person-needed", "desk-not-today");
        notToday.setId("desk-not-today");
        return head;
    }

    private Div body() {
        field.setPrefixComponent(new Icon(VaadinIcon.SEARCH));
        keys.addClassNames("quiet", "desk-keys");
        trouble.addClassName("person-needed");
        trouble.setId("desk-trouble");
        trouble.getElement().setAttribute("role", "alert");
        var main = new Section(field, keys, answer, tabs, trouble, results, waiting, disputes, duplicates);
        main.addClassNames("tile", "desk-main");
        var aside = new Div(person, numbers);
        aside.addClassName("desk-aside");
        var body = new Div(main, aside);
        body.addClassName("desk-body");
        return body;
    }

    private void wire() {
        ComponentUtil.addListener(field, FindField.Paused.class, event -> typed(event.text()));
        ComponentUtil.addListener(field, FindField.Entered.class, event -> entered(event.text()));
        ComponentUtil.addListener(field, FindField.Moved.class, event -> results.move(event.by()));
        shortcut(Key.KEY_N, this::walkIn);
        shortcut(Key.KEY_Z, () -> Optional.ofNullable(answer.lastIn()).ifPresent(this::takeBack));
        shortcut(Key.KEY_O, () -> results.marked().ifPresent(this::open));
        shortcut(Key.KEY_K, () -> {
            go(DeskTab.DOOR, null);
            field.call();
        });
        shortcut(Key.KEY_L, () -> list(DeskTab.WAITING));
        shortcut(Key.KEY_C, () -> list(DeskTab.DISPUTES));
        shortcut(Key.KEY_M, () -> list(DeskTab.DUPLICATES));
    }

    private void shortcut(Key key, Runnable done) {
        Shortcuts.addShortcutListener(this, done::run, key, KeyModifier.ALT);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        SummitPath.of(event, summits).ifPresent(found -> {
            organizations = known.of(found.id()).stream()
                    .collect(Collectors.toMap(
                            Organization::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
            terms = setup.terms(found.id()).orElse(null);
            stand(DeskAddress.of(found, event.getLocation().getQueryParameters(), now(found)));
        });
    }

    private void stand(DeskAddress there) {
        var before = at();
        var standing = there.standing();
        here = there;
        if (!standing.equals(before)) {
            results.clear();
            answer.clear();
            look(standing);
            if (isAttached()) {
                watch(UI.getCurrent());
            }
        }
        var who = there.person();
        if (who == null) {
            person.clear();
        } else {
            show(who, standing);
        }
        draw();
    }

    private @Nullable Standing at() {
        return here == null ? null : here.standing();
    }

    private DeskTab tab() {
        return here == null ? DeskTab.DOOR : here.list();
    }

    private void show(ParticipantId id, Standing standing) {
        if (terms != null) {
            person.show(id, standing, terms, organizations, getLocale());
        }
    }

    private LocalDate now(Summit summit) {
        return LocalDate.now(clock.withZone(summit.zone()));
    }

    /**
     * Goes there at once, and the browser's address follows. Its router is not asked: it would answer a moment later, and of
     * two navigations in a hurry it may lose one.
     */
    private void go(DeskTab list, @Nullable ParticipantId id) {
        if (here == null) {
            return;
        }
        var there = here.with(list, id);
        if (!there.equals(here)) {
            UI.getCurrent().getPage().getHistory().pushState(null, there.path());
        }
        stand(there);
    }

    private void list(DeskTab list) {
        go(list, person.open().orElse(null));
    }

    private void draw() {
        if (here == null) {
            return;
        }
        var locale = getLocale();
        var standing = here.standing();
        var tab = here.list();
        links.draw(here, locale);
        var date = standing.summit().day(standing.day()).map(Summit.Day::date).orElseThrow();
        var today = now(standing.summit());
        notToday.setVisible(!date.equals(today));
        notToday.setText(Words.of(locale, "desk.not-today", standing.day(), Figures.date(date), Figures.date(today)));
        tabs.open(tab);
        results.setVisible(tab == DeskTab.DOOR);
        waiting.setVisible(tab == DeskTab.WAITING);
        disputes.setVisible(tab == DeskTab.DISPUTES);
        duplicates.setVisible(tab == DeskTab.DUPLICATES);
        load();
        drawNumbers(days.now(standing.summit(), standing.day()));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        watch(event.getUI());
    }

    private void watch(UI ui) {
        unwatch();
        var standing = at();
        if (standing != null) {
            unwatch = days.watch(standing.summit(), standing.day(), now -> Windows.in(ui, () -> taken(now)));
            drawNumbers(days.now(standing.summit(), standing.day()));
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        unwatch();
    }

    private void unwatch() {
        if (unwatch != null) {
            unwatch.run();
            unwatch = null;
        }
    }

    /** Something was taken in: the numbers change, and the list that is open where it is about that. */
    private void taken(Numbers now) {
        var before = counted;
        drawNumbers(now);
        if (before == null) {
            return;
        }
        if ((tab() == DeskTab.WAITING && before.waiting() != now.waiting())
                || (tab() == DeskTab.DISPUTES && before.disputes() != now.disputes())) {
            load();
        }
    }

    private void drawNumbers(Numbers now) {
        var standing = at();
        if (standing == null) {
            return;
        }
        numbers.draw(counted, now, standing.day(), getLocale());
        counted = now;
        drawTabs();
    }

    private void drawTabs() {
        var now = counted;
        for (var each : DeskTab.values()) {
            var number = switch (each) {
                case DOOR -> 0;
                case WAITING -> now == null ? 0 : now.waiting();
                case DISPUTES -> now == null ? 0 : now.disputes();
                case DUPLICATES -> Math.max(0, pairs);
            };
            tabs.draw(each, number, getLocale());
        }
    }

    /** Asks registration for the list that is open; where it can't be asked, says so and leaves what is there. */
    private void load() {
        var standing = at();
        if (standing == null) {
            return;
        }
        var locale = getLocale();
        trouble.setText("");
        switch (tab()) {
            case DOOR -> {}
            case WAITING ->
                learn(token -> registration.waiting(standing.of(), token))
                        .ifPresent(all -> waiting.show(all, standing, organizations, locale));
            case DISPUTES ->
                learn(token -> registration.disputes(standing.of(), token))
                        .ifPresent(all -> disputes.show(all, standing, organizations, locale));
            case DUPLICATES ->
                learn(token -> registration.suspectedDuplicates(standing.of(), token))
                        .ifPresent(all -> {
                            pairs = all.size();
                            duplicates.show(all, organizations, locale);
                            drawTabs();
                        });
        }
    }

    /** A pushed change asks too, so it is asked as the account that this window was opened by. */
    private <T> Optional<T> learn(Function<String, T> query) {
        var told = asking.learn(account, query, getLocale());
        told.refusal().ifPresent(trouble::setText);
        return told.answer();
    }

    /** How many look alike, before anybody opens that list. */
    private void look(Standing standing) {
        learn(token -> registration.suspectedDuplicates(standing.of(), token)).ifPresent(all -> pairs = all.size());
    }

    private void typed(String text) {
        var standing = at();
        if (standing == null) {
            return;
        }
        switch (Typed.of(text)) {
            case Typed.Name name -> find(standing, text, name.text());
            case Typed.Reach reach -> {
                if (text.strip().length() >= 8) {
                    find(standing, text, reach);
                } else {
                    results.clear();
                }
            }
            case Typed.Nothing _, Typed.Badge _, Typed.KhmerKeyboard _ -> results.clear();
        }
    }

    /**
     * Lets in whoever's badge was scanned, or whoever is marked among those that were found for this text; else finds. Of
     * several nobody is marked until somebody marks one: a hurried Enter lets nobody in who was not looked at.
     */
    void entered(String text) {
        var standing = at();
        if (standing == null) {
            return;
        }
        var locale = getLocale();
        switch (Typed.of(text)) {
            case Typed.Badge(var token) -> answer(door.scanned(standing, token, locale), text);
            case Typed.KhmerKeyboard _ ->
                answer(
                        new Outcome.Refused(
                                Optional.empty(),
                                Optional.of("KHMER_KEYBOARD"),
                                Words.of(locale, "desk.khmer-keyboard")),
                        text);
            case Typed.Nothing _ -> {}
            case Typed.Reach _, Typed.Name _ -> {
                if (results.text().equals(text) && results.marked().isPresent()) {
                    results.marked().ifPresent(line -> answer(door.checkIn(standing, line, locale), text));
                } else if (!results.text().equals(text)) {
                    typed(text);
                }
            }
        }
    }

    private void find(Standing standing, String text, String name) {
        toDoor();
        learn(token -> registration.people(standing.of(), named(name), 0, AT_A_TIME, token))
                .ifPresentOrElse(found -> show(standing, text, found.lines(), found.total()), results::clear);
    }

    private void find(Standing standing, String text, Typed.Reach reach) {
        toDoor();
        learn(token -> registration.personWith(standing.of(), reach.contact(), token))
                .ifPresentOrElse(
                        found -> show(
                                standing, text, found.map(Door::line).stream().toList(), found.isPresent() ? 1 : 0),
                        results::clear);
    }

    private void toDoor() {
        answer.clear();
        trouble.setText("");
        if (tab() != DeskTab.DOOR) {
            list(DeskTab.DOOR);
        }
    }

    private static Filter named(String name) {
        return new Filter(name, null, null, null, null);
    }

    private void show(Standing standing, String text, List<Line> lines, int total) {
        results.show(text, lines, total, standing, stays(standing, lines), organizations, getLocale());
    }

    private Map<ParticipantId, DeskQueries.Stay> stays(Standing standing, List<Line> lines) {
        return desk.stays(lines.stream().map(Line::participant).toList(), standing.day());
    }

    /** The answer stands, the field is empty, and the next in line may come. */
    private void answer(Outcome outcome, String text) {
        var standing = at();
        if (standing == null) {
            return;
        }
        answer.show(outcome, standing, organizations, getLocale());
        var asked = !(outcome instanceof Outcome.Refused refused)
                || refused.reason().isPresent();
        if (asked) {
            // what could not be asked stays as it was typed, to be asked again
            results.clear();
            field.dealtWith(text);
        }
        person.open()
                .filter(id -> outcome.about()
                        .map(Line::participant)
                        .filter(id::equals)
                        .isPresent())
                .ifPresent(id -> person.look());
        field.call();
    }

    private void takeBack(Line who) {
        var standing = at();
        if (standing != null) {
            answer(door.checkOut(standing, who, getLocale()), results.text());
        }
    }

    private void open(Line who) {
        go(tab(), who.participant());
    }

    private void walkIn() {
        var standing = at();
        if (standing != null && terms != null) {
            dialog.open(standing, terms, organizations.values(), getLocale());
            if (results.size() == 0) {
                dialog.suggest(results.text());
            }
        }
    }

    private void resolve(Dispute dispute, Resolution resolution) {
        var no = door.send(() -> new ResolveCheckIn(dispute.participant(), dispute.dispute(), resolution), getLocale());
        load();
        no.flatMap(Asking.Told::refusal).ifPresent(trouble::setText);
        field.call();
    }

    private final class AnswerWays implements AnswerBoard.Ways {

        @Override
        public void checkOut(Line who) {
            takeBack(who);
        }

        @Override
        public void addAndCheckIn(Line who) {
            var standing = at();
            if (standing != null) {
                answer(door.addAndCheckIn(standing, who, getLocale()), "");
            }
        }

        @Override
        public void open(Line who) {
            DeskView.this.open(who);
        }
    }

    private final class ResultWays implements Results.Ways {

        @Override
        public void checkIn(Line who) {
            var standing = at();
            if (standing != null) {
                answer(door.checkIn(standing, who, getLocale()), results.text());
            }
        }

        @Override
        public void checkOut(Line who) {
            takeBack(who);
        }

        @Override
        public void open(Line who) {
            DeskView.this.open(who);
        }

        @Override
        public void more() {
            var standing = at();
            if (standing == null) {
                return;
            }
            learn(token -> registration.people(
                            standing.of(), named(results.text().strip()), results.size(), AT_A_TIME, token))
                    .ifPresent(found -> results.append(
                            found.lines(),
                            found.total(),
                            standing,
                            stays(standing, found.lines()),
                            organizations,
                            getLocale()));
            field.call();
        }
    }

    private final class DuplicateWays implements DuplicatesList.Ways {

        @Override
        public void merge(Line goes, Line stays) {
            Question.ask(
                    "desk.merge",
                    Named.person(stays, getLocale()),
                    getLocale(),
                    () -> said(
                            door.send(() -> new MergeDuplicate(goes.participant(), stays.participant()), getLocale())),
                    field::call);
        }

        @Override
        public void twoPeople(Pair pair) {
            said(door.send(
                    () -> new DismissDuplicate(
                            pair.one().participant(), pair.other().participant()),
                    getLocale()));
            field.call();
        }

        private void said(Optional<Asking.Told<Boolean>> no) {
            load();
            no.flatMap(Asking.Told::refusal).ifPresent(trouble::setText);
        }

        @Override
        public void open(Line who) {
            DeskView.this.open(who);
        }
    }

    private final class PersonWays implements PersonCard.Ways {

        @Override
        public void checkIn(Line who) {
            var standing = at();
            if (standing != null) {
                answer(door.checkIn(standing, who, getLocale()), results.text());
            }
        }

        @Override
        public void checkOut(Line who) {
            takeBack(who);
        }

        @Override
        public void close() {
            go(tab(), null);
            field.call();
        }

        @Override
        public void back() {
            field.call();
        }
    }

    private final class WalkInWays implements WalkInDialog.Ways {

        @Override
        public void letIn(Line who, Instant when) {
            var standing = at();
            if (standing != null) {
                answer.show(new Outcome.CheckedIn(who, when), standing, organizations, getLocale());
            }
        }

        @Override
        public void open(ParticipantId who) {
            go(tab(), who);
        }
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        var locale = event.getLocale();
        title.setText(Words.of(locale, "desk.title"));
        field.setLabel(Words.of(locale, "desk.find"));
        field.setPlaceholder(Words.of(locale, "desk.find.how"));
        keys.setText(Words.of(locale, "desk.keys"));
        walkIn.setText(Words.of(locale, "desk.walk-in"));
        draw();
        answer.words(organizations, locale);
        if (!results.text().isEmpty()) {
            typed(results.text());
        }
        var standing = at();
        if (standing != null) {
            person.open().ifPresent(id -> show(id, standing));
        }
    }

    @Override
    public String getPageTitle() {
        return Words.of(getLocale(), Place.DESK.wordKey()) + " · " + Words.of(getLocale(), "shell.name");
    }

    /** Where a member of staff types. */
    Component field() {
        return field;
    }
}
