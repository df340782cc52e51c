package org.sala.ui.today;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.io.Serial;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sala.ui.language.Figures;
import org.sala.ui.language.Words;

/** What runs and what comes next. */
class SessionsTile extends Tile {

    @Serial
    private static final long serialVersionUID = 1L;

    private final H3 nowTitle = new H3();
    private final UnorderedList now = new UnorderedList();
    private final H3 nextTitle = new H3();
    private final UnorderedList next = new UnorderedList();
    private final H3 overTitle = new H3();
    private final UnorderedList over = new UnorderedList();
    private final Div none = new Div();

    SessionsTile() {
        super("area-sessions");
        setId("sessions");
        now.addClassName("rows");
        now.setId("sessions-now");
        next.addClassName("rows");
        next.setId("sessions-next");
        none.addClassName("quiet");
        over.addClassName("rows");
        over.setId("sessions-over");
        add(none, nowTitle, now, nextTitle, next, overTitle, over);
    }

    void draw(@Nullable Snapshot before, Snapshot snapshot, ZoneId zone, Locale locale) {
        title(Words.of(locale, "today.sessions"));
        aside(
                snapshot.ended().isEmpty()
                        ? ""
                        : Words.counted(
                                locale, "today.sessions.over", snapshot.ended().size()));
        nowTitle.setText(Words.of(locale, "today.sessions.now"));
        nextTitle.setText(Words.of(locale, "today.sessions.next"));
        var sameDay = before != null && before.day() == snapshot.day();
        var running = before == null ? List.<Snapshot.Session>of() : before.running();
        fill(now, running, snapshot.running(), When.NOW, sameDay, zone, locale);
        fill(next, List.of(), snapshot.next(), When.NEXT, false, zone, locale);
        fill(over, List.of(), snapshot.ended(), When.OVER, false, zone, locale);
        overTitle.setText(Words.of(locale, "today.sessions.over"));
        overTitle.setVisible(!snapshot.ended().isEmpty());
        over.setVisible(!snapshot.ended().isEmpty());
        nowTitle.setVisible(!snapshot.running().isEmpty());
        now.setVisible(!snapshot.running().isEmpty());
        nextTitle.setVisible(!snapshot.next().isEmpty());
        next.setVisible(!snapshot.next().isEmpty());
        none.setVisible(snapshot.running().isEmpty());
        none.setText(Words.of(
                locale,
                snapshot.next().isEmpty()
                        ? snapshot.ended().isEmpty() ? "today.sessions.empty" : "today.sessions.all-over"
                        : "today.sessions.none-now"));
    }

    /** Where a session stands in the day. */
    private enum When {
        NOW,
        NEXT,
        OVER
    }

    private static void fill(
            UnorderedList list,
            List<Snapshot.Session> before,
            List<Snapshot.Session> sessions,
            When when,
            boolean mayGlow,
            ZoneId zone,
            Locale locale) {
        var rows = new ArrayList<ListItem>();
        for (var session : sessions) {
            var row = row(session, when, zone, locale);
            rows.add(row);
        }
        list.removeAll();
        for (var i = 0; i < rows.size(); i++) {
            list.add(rows.get(i));
            if (mayGlow && !before.contains(sessions.get(i))) {
                glow(rows.get(i));
            }
        }
    }

    private static ListItem row(Snapshot.Session session, When when, ZoneId zone, Locale locale) {
        var title = new Span(session.title().in(locale));
        var people = new Span();
        switch (when) {
            case NOW -> {
                people.setText(Words.of(
                        locale, "today.sessions.in", Figures.whole(session.present()), Figures.whole(session.seats())));
                people.addClassNames("chip", "running");
            }
            case NEXT -> {
                people.setText(Words.of(locale, "today.sessions.seats", Figures.whole(session.seats())));
                people.addClassName("quiet");
            }
            case OVER -> {
                people.setText(Words.counted(locale, "today.sessions.came", session.present()));
                people.addClassNames("chip", "over");
            }
        }
        var main = new Div(title, people);
        main.addClassName("row-main");
        var where = new ArrayList<String>();
        where.add(Figures.clock(session.starts(), zone) + "–" + Figures.clock(session.ends(), zone));
        if (session.room() != null) {
            where.add(session.room());
        }
        if (session.online()) {
            where.add(Words.of(locale, "today.mode.ONLINE"));
        }
        var sub = new Div(String.join(" · ", where));
        sub.addClassName("row-sub");
        var item = new ListItem(main, sub);
        item.getElement().setAttribute("data-session", session.id().toString());
        return item;
    }
}
