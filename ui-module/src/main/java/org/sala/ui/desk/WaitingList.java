package org.sala.ui.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.io.Serial;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.RegistrationQueries.Line;
import org.sala.registration.api.RegistrationQueries.Waiting;
import org.sala.ui.language.Figures;
import org.sala.ui.language.Words;
import org.sala.ui.setup.Organization;

/** Who waits for a seat, in the order in which they will get one. */
class WaitingList extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MOST = 200;

    private final transient Consumer<Line> open;

    WaitingList(Consumer<Line> open) {
        this.open = open;
        setId("desk-waiting");
    }

    void show(List<Waiting> waiting, Standing at, Map<UUID, Organization> organizations, Locale locale) {
        removeAll();
        if (waiting.isEmpty()) {
            add(empty(Words.of(locale, "desk.waiting.empty")));
            return;
        }
        Waiting before = null;
        OrderedList list = null;
        for (var each : waiting.subList(0, Math.min(MOST, waiting.size()))) {
            if (list == null || isOther(before, each)) {
                add(new H3(Words.of(locale, "desk.waiting.for." + each.mode().name(), each.day())));
                list = new OrderedList();
                list.addClassNames("rows", "desk-rows");
                add(list);
            }
            before = each;
            list.add(row(each, at, organizations, locale));
        }
        if (waiting.size() > MOST) {
            add(new Paragraph(Words.of(locale, "desk.and-more", waiting.size() - MOST)));
        }
    }

    private static boolean isOther(@Nullable Waiting before, Waiting each) {
        return before == null || before.day() != each.day() || before.mode() != each.mode();
    }

    private ListItem row(Waiting each, Standing at, Map<UUID, Organization> organizations, Locale locale) {
        var place = new Span(Integer.toString(each.place()));
        place.addClassName("desk-place");
        var since = new Span(Words.of(
                locale,
                "desk.waiting.since",
                Figures.minute(each.since(), at.summit().zone())));
        since.addClassName("row-sub");
        var row = new ListItem(
                place,
                Named.card(each.person(), organizations, locale),
                since,
                new Button(Words.of(locale, "desk.open"), click -> open.accept(each.person())));
        row.addClassName("desk-row");
        return row;
    }

    /** A sentence where nothing is: what would be here, and how it comes. */
    static Paragraph empty(String words) {
        var empty = new Paragraph(words);
        empty.addClassNames("quiet", "desk-empty");
        return empty;
    }
}
