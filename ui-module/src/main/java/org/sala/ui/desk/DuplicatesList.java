package org.sala.ui.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.io.Serial;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sala.registration.api.RegistrationQueries.Line;
import org.sala.registration.api.RegistrationQueries.Pair;
import org.sala.ui.language.Words;
import org.sala.ui.setup.Organization;

/** Registrations that may be of one person, side by side. */
class DuplicatesList extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MOST = 50;

    /** What somebody found out about two registrations. */
    interface Ways {

        void merge(Line goes, Line stays);

        void twoPeople(Pair pair);

        void open(Line who);
    }

    private final transient Ways ways;

    DuplicatesList(Ways ways) {
        this.ways = ways;
        setId("desk-duplicates");
    }

    void show(List<Pair> pairs, Map<UUID, Organization> organizations, Locale locale) {
        removeAll();
        if (pairs.isEmpty()) {
            add(WaitingList.empty(Words.of(locale, "desk.duplicates.empty")));
            return;
        }
        pairs.stream().limit(MOST).forEach(pair -> add(card(pair, organizations, locale)));
        if (pairs.size() > MOST) {
            add(WaitingList.empty(Words.of(locale, "desk.and-more", pairs.size() - MOST)));
        }
    }

    private Div card(Pair pair, Map<UUID, Organization> organizations, Locale locale) {
        var sides = new Div(
                side(pair.one(), pair.other(), organizations, locale),
                side(pair.other(), pair.one(), organizations, locale));
        sides.addClassName("desk-sides");
        var two = new Button(Words.of(locale, "desk.two-people"), click -> ways.twoPeople(pair));
        two.setDisableOnClick(true);
        two.addThemeVariants(ButtonVariant.TERTIARY);
        two.addClassName("two-people");
        var alike = new Span(Words.of(locale, "desk.alike", Math.round(100 * pair.likeness())));
        alike.addClassName("quiet");
        var foot = new Div(two, alike);
        foot.addClassName("form-foot");
        var card = new Div(sides, foot);
        card.addClassName("desk-pair");
        return card;
    }

    private Div side(Line stays, Line goes, Map<UUID, Organization> organizations, Locale locale) {
        var days = new Span(
                stays.days().isEmpty()
                        ? Words.of(locale, "desk.no-days")
                        : stays.days().entrySet().stream()
                                .map(day -> Words.of(
                                        locale,
                                        "people.day." + day.getValue().mode().name(),
                                        day.getKey()))
                                .collect(Collectors.joining(" · ")));
        days.addClassName("row-sub");
        var status = new Span(Words.of(locale, "desk.status." + stays.status().name()));
        status.addClassName("chip");
        var keep = new Button(Words.of(locale, "desk.keep-this"), click -> ways.merge(goes, stays));
        keep.addClassName("keep-this");
        var actions = new Div(keep, new Button(Words.of(locale, "desk.open"), click -> ways.open(stays)));
        actions.addClassName("desk-actions");
        var side = new Div(Named.card(stays, organizations, locale), days, status, actions);
        side.addClassName("desk-side");
        return side;
    }
}
