package org.sala.ui.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationQueries.Line;
import org.sala.ui.language.Words;
import org.sala.ui.setup.Organization;

/** Who was found, some at a time, with how it stands with each; one of them may be marked, and is who Enter lets in. */
class Results extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What a row leads to. */
    interface Ways {

        void checkIn(Line who);

        void checkOut(Line who);

        void open(Line who);

        void more();
    }

    private final transient Ways ways;
    private final Span count = new Span();
    private final UnorderedList list = new UnorderedList();
    private final Button more = new Button();
    private final transient List<Line> lines = new ArrayList<>();
    private final transient List<ListItem> rows = new ArrayList<>();
    private int total;
    private int marked = -1;
    private String text = "";

    Results(Ways ways) {
        this.ways = ways;
        setId("desk-results");
        list.addClassNames("rows", "desk-rows");
        count.addClassName("quiet");
        count.getElement().setAttribute("role", "status");
        more.addThemeVariants(ButtonVariant.TERTIARY);
        more.setId("desk-more");
        more.addClickListener(click -> ways.more());
        add(count, list, more);
        clear();
    }

    void clear() {
        lines.clear();
        rows.clear();
        list.removeAll();
        total = 0;
        marked = -1;
        text = "";
        count.setText("");
        more.setVisible(false);
    }

    /** What was asked for that stands here. */
    String text() {
        return text;
    }

    int size() {
        return lines.size();
    }

    /** Says why there is nobody. */
    void say(String words) {
        clear();
        count.setText(words);
    }

    /** Puts a first page for a text, of which nobody else but the only one is marked. */
    void show(
            String asked,
            List<Line> found,
            int all,
            Standing at,
            Map<ParticipantId, DeskQueries.Stay> stays,
            Map<UUID, Organization> organizations,
            Locale locale) {
        clear();
        text = asked;
        append(found, all, at, stays, organizations, locale);
        mark(all == 1 ? 0 : -1);
    }

    void append(
            List<Line> found,
            int all,
            Standing at,
            Map<ParticipantId, DeskQueries.Stay> stays,
            Map<UUID, Organization> organizations,
            Locale locale) {
        total = all;
        for (var line : found) {
            var row = row(line, at, Optional.ofNullable(stays.get(line.participant())), organizations, locale);
            lines.add(line);
            rows.add(row);
            list.add(row);
        }
        count.setText(total == 0 ? Words.of(locale, "desk.none-found") : Words.counted(locale, "desk.found", total));
        more.setVisible(lines.size() < total);
        more.setText(Words.of(locale, "desk.more", total - lines.size()));
    }

    private ListItem row(
            Line line,
            Standing at,
            Optional<DeskQueries.Stay> stay,
            Map<UUID, Organization> organizations,
            Locale locale) {
        var who = new NativeButton("", click -> ways.open(line));
        who.addClassName("desk-row-who");
        who.add(Named.card(line, organizations, locale));
        var row = new ListItem(who, DayState.chip(at, line, stay, locale));
        row.addClassName("desk-row");
        if (DayState.mayCome(at, line, stay)) {
            row.add(button("desk.check-in", line, ways::checkIn, locale, ButtonVariant.PRIMARY));
        } else if (DayState.isHere(stay)) {
            row.add(button("desk.check-out", line, ways::checkOut, locale, null));
        } else {
            row.add(button("desk.open", line, ways::open, locale, null));
        }
        return row;
    }

    private static Button button(
            String key, Line line, Consumer<Line> way, Locale locale, @Nullable ButtonVariant variant) {
        var button = new Button(Words.of(locale, key), click -> way.accept(line));
        button.setDisableOnClick(true);
        if (variant != null) {
            button.addThemeVariants(variant);
        }
        return button;
    }

    /** Whom Enter lets in. */
    Optional<Line> marked() {
        return marked < 0 ? Optional.empty() : Optional.of(lines.get(marked));
    }

    /** Marks the next one, or the one before; past the last there may be more. */
    void move(int by) {
        if (marked + by >= lines.size() && lines.size() < total) {
            ways.more();
        }
        if (!lines.isEmpty()) {
            mark(Math.clamp(marked + by, 0, lines.size() - 1));
        }
    }

    private void mark(int which) {
        marked = which;
        for (var i = 0; i < rows.size(); i++) {
            rows.get(i).setClassName("marked", i == which);
            rows.get(i).getElement().setAttribute("aria-current", Boolean.toString(i == which));
        }
        if (which >= 0) {
            rows.get(which).getElement().executeJs("this.scrollIntoView({ block: 'nearest' })");
        }
    }
}
