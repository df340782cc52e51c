package org.sala.ui.today;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.Serial;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.sala.feedback.api.FeedbackPort;
import org.sala.feedback.api.FeedbackQueries;
import org.sala.ports.Role;
import org.sala.ui.commands.Asking;
import org.sala.ui.language.Figures;
import org.sala.ui.language.FromText;
import org.sala.ui.language.Words;
import org.sala.ui.live.Windows;
import org.sala.ui.shell.Place;
import org.sala.ui.shell.Shell;
import org.sala.ui.shell.Summit;
import org.sala.ui.shell.SummitPath;
import org.sala.ui.shell.Summits;
import org.sala.ui.signin.SignedIn;

/**
 * The day at a glance, changed by push. The day is in the URL; without one it is the day that it is at the summit, and
 * moves on with it.
 */
@Route(value = "summits/:summit/today", layout = Shell.class)
@RolesAllowed({"STAFF", "FACILITATOR"})
class TodayView extends Div implements BeforeEnterObserver, LocaleChangeObserver, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Summits summits;
    private final transient Snapshots snapshots;

    private final H1 title = new H1();
    private final Nav days = new Nav();
    private final AttendanceTile attendance = new AttendanceTile();
    private final SessionsTile sessions = new SessionsTile();
    private final TradesTile trades = new TradesTile();
    private final NotesTile notes;
    private final FeedTile feed = new FeedTile();

    private transient @Nullable Summit summit;
    private transient OptionalInt day = OptionalInt.empty();
    private transient @Nullable Snapshot shown;
    private transient @Nullable Runnable unwatch;

    TodayView(
            Summits summits,
            Snapshots snapshots,
            SignedIn signedIn,
            Asking asking,
            FeedbackPort feedback,
            FeedbackQueries answers) {
        this.summits = summits;
        this.snapshots = snapshots;
        // words that people wrote may tell who they are: a room is not to read them over a facilitator's shoulder
        var account = signedIn.account();
        this.notes = new NotesTile(
                account.isAnyOf(Role.STAFF) ? new NoteWordsAsked(asking, answers, account) : null,
                new NoteForm(asking, feedback));
        addClassNames("place", "today");
        days.addClassName("days");
        var head = new Div(title, days);
        head.addClassName("place-head");
        var tiles = new Div(attendance, sessions, trades, notes, feed);
        tiles.addClassNames("tiles", "today-tiles");
        add(head, tiles);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        SummitPath.of(event, summits).ifPresent(found -> {
            summit = found;
            day = event.getLocation()
                    .getQueryParameters()
                    .getSingleParameter("day")
                    .flatMap(FromText::number)
                    .filter(number -> found.day(number).isPresent())
                    .map(OptionalInt::of)
                    .orElse(OptionalInt.empty());
            shown = null;
            if (isAttached()) {
                watch(UI.getCurrent());
            }
        });
    }

    @Override
    protected void onAttach(AttachEvent event) {
        watch(event.getUI());
    }

    private void watch(UI ui) {
        unwatch();
        var of = summit;
        if (of == null) {
            return;
        }
        // first watch, then look: what comes between the two is told again rather than missed
        unwatch = snapshots.watch(of, day, snapshot -> Windows.in(ui, () -> draw(snapshot)));
        draw(snapshots.now(of, day));
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

    @Override
    public void localeChange(LocaleChangeEvent event) {
        title.setText(getTranslation("today.title"));
        notes.localeChange(event);
        if (shown != null) {
            var again = shown;
            shown = null;
            draw(again);
        }
    }

    /** Puts on the screen what differs from what is there. */
    void draw(Snapshot snapshot) {
        var of = summit;
        if (of == null) {
            return;
        }
        var locale = getLocale();
        var before = shown;
        shown = snapshot;
        if (before == null || before.day() != snapshot.day()) {
            drawDays(of, snapshot);
        }
        attendance.draw(before, snapshot, locale);
        sessions.draw(before, snapshot, of.zone(), locale);
        trades.draw(before, snapshot, locale);
        notes.draw(before, snapshot, locale);
        feed.draw(before, snapshot, locale);
    }

    private void drawDays(Summit of, Snapshot snapshot) {
        days.removeAll();
        days.setAriaLabel(getTranslation("today.days"));
        for (var each : of.days()) {
            var link = new Anchor(Place.TODAY.path(of.id()) + "?day=" + each.number(), "");
            var date = new Element("small");
            date.setText(Figures.date(each.date()));
            link.add(new Span(Words.of(getLocale(), "today.day", each.number())));
            link.getElement().appendChild(date);
            link.getElement().setAttribute("router-link", true);
            if (each.number() == snapshot.day()) {
                link.getElement().setAttribute("aria-current", "date");
            }
            days.add(link);
        }
    }

    @Override
    public String getPageTitle() {
        return Words.of(getLocale(), Place.TODAY.wordKey()) + " · " + Words.of(getLocale(), "shell.name");
    }
}
