package org.sala.ui.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.io.Serial;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.sala.registration.api.RegistrationQueries.Dispute;
import org.sala.registration.api.RegistrationQueries.Line;
import org.sala.registration.api.Resolution;
import org.sala.ui.language.Figures;
import org.sala.ui.language.Words;
import org.sala.ui.setup.Organization;

/** What scans say that can't simply be believed, and the two answers that a person gives to it. */
class DisputesList extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient BiConsumer<Dispute, Resolution> resolve;
    private final transient Consumer<Line> open;

    DisputesList(BiConsumer<Dispute, Resolution> resolve, Consumer<Line> open) {
        this.resolve = resolve;
        this.open = open;
        setId("desk-disputes");
    }

    void show(List<Dispute> disputes, Standing at, Map<UUID, Organization> organizations, Locale locale) {
        removeAll();
        if (disputes.isEmpty()) {
            add(WaitingList.empty(Words.of(locale, "desk.disputes.empty")));
            return;
        }
        var list = new UnorderedList();
        list.addClassNames("rows", "desk-rows");
        disputes.forEach(each -> list.add(row(each, at, organizations, locale)));
        add(list);
    }

    private ListItem row(Dispute dispute, Standing at, Map<UUID, Organization> organizations, Locale locale) {
        var zone = at.summit().zone();
        var reason =
                new Span(Words.of(locale, "desk.dispute." + dispute.reason().name()));
        reason.addClassName("person-needed");
        var scan = new Span(Words.of(
                locale,
                "desk.scan." + dispute.direction().name() + "." + dispute.mode().name(),
                dispute.day(),
                Figures.minute(dispute.occurredAt(), zone),
                Figures.minute(dispute.recordedAt(), zone)));
        scan.addClassName("row-sub");
        var person = dispute.person();
        var who = person == null ? new Div(nobody(dispute, locale)) : Named.card(person, organizations, locale);
        var what = new Div(who, reason, scan);
        what.addClassNames("desk-who", "grows");
        var was = button("desk.was-here", dispute, Resolution.WAS_HERE, locale);
        var wasNot = button("desk.was-not-here", dispute, Resolution.WAS_NOT_HERE, locale);
        var actions = new Div(was, wasNot);
        actions.addClassName("desk-actions");
        if (person != null) {
            actions.add(new Button(Words.of(locale, "desk.open"), click -> open.accept(person)));
        }
        var row = new ListItem(what, actions);
        row.addClassName("desk-row");
        return row;
    }

    private static Span nobody(Dispute dispute, Locale locale) {
        var words = new Span(Words.of(
                locale, "desk.nobody-under", dispute.participant().toString().substring(0, 8)));
        words.addClassName("desk-name");
        return words;
    }

    private Button button(String key, Dispute dispute, Resolution resolution, Locale locale) {
        var button = new Button(Words.of(locale, key), click -> resolve.accept(dispute, resolution));
        button.setDisableOnClick(true);
        button.addClassName(resolution.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return button;
    }
}
