package org.sala.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.io.Serial;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sala.ui.language.Figures;
import org.sala.ui.language.Words;
import org.sala.ui.shell.Summit;

/** One event: where it stands, where it comes from, and what it says without what is personal in it. */
class EntryPanel extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Catalogue catalogue;
    private final transient Consumer<Filter> go;
    private final transient Runnable close;

    EntryPanel(Catalogue catalogue, Consumer<Filter> go, Runnable close) {
        this.catalogue = catalogue;
        this.go = go;
        this.close = close;
        addClassName("entry-panel");
        setId("entry");
    }

    void show(Entry entry, Summit of, Locale locale) {
        removeAll();
        var out = new Button(new Icon(VaadinIcon.CLOSE_SMALL));
        out.addThemeVariants(ButtonVariant.TERTIARY);
        out.setAriaLabel(Words.of(locale, "audit.close"));
        out.addClickListener(click -> close.run());
        var head = new Div(new H2(HistoryView.typeInWords(entry.type(), locale)), out);
        head.addClassName("row-main");
        var facts = new DescriptionList();
        facts.addClassName("pairs");
        pair(facts, locale, "audit.name", new Span(entry.type()));
        pair(facts, locale, "audit.context", new Span(Words.of(locale, "audit.context." + entry.context())));
        pair(facts, locale, "audit.position", new Span(Figures.whole(entry.position())));
        pair(
                facts,
                locale,
                "audit.subject",
                link(entry.subject(), new Filter(null, null, entry.subject(), null, null, null, null, entry.id())));
        pair(facts, locale, "audit.sequence", new Span(Figures.whole(entry.sequence())));
        pair(facts, locale, "audit.time", new Span(HistoryView.time(entry, of, locale)));
        if (entry.takenAt() != null) {
            pair(facts, locale, "audit.taken", new Span(Figures.exactly(entry.takenAt(), of.zone())));
        }
        pair(facts, locale, "audit.id", new Span(entry.id().toString()));

        var origin = new DescriptionList();
        origin.addClassName("pairs");
        pair(origin, locale, "audit.actor", new Span(entry.actor() == null ? "–" : entry.actor()));
        pair(origin, locale, "audit.role", new Span(HistoryView.role(entry, locale)));
        pair(
                origin,
                locale,
                "audit.correlation",
                entry.correlation() == null
                        ? new Span("–")
                        : link(
                                entry.correlation(),
                                new Filter(null, null, null, entry.correlation(), null, null, null, entry.id())));
        pair(origin, locale, "audit.causation", causation(entry.causation()));

        var payload = new Pre(catalogue.shown(entry.type(), entry.payload()));
        payload.addClassName("payload");
        payload.getElement().setAttribute("tabindex", "0");
        payload.getElement().setAttribute("aria-label", Words.of(locale, "audit.payload"));
        var hidden = new Paragraph(Words.of(locale, "audit.hidden", Catalogue.HIDDEN));
        hidden.addClassName("quiet");
        add(
                head,
                facts,
                new H3(Words.of(locale, "audit.provenance")),
                origin,
                new H3(Words.of(locale, "audit.payload")),
                payload,
                hidden);
    }

    private Component causation(@Nullable String causation) {
        if (causation == null) {
            return new Span("–");
        }
        try {
            return link(causation, Filter.everything().opening(UUID.fromString(causation)));
        } catch (IllegalArgumentException notAnEvent) {
            return new Span(causation);
        }
    }

    private Component link(String words, Filter filter) {
        var link = new Button(words, click -> go.accept(filter));
        link.addThemeVariants(ButtonVariant.TERTIARY);
        link.addClassName("text-link");
        return link;
    }

    private static void pair(DescriptionList list, Locale locale, String name, Component value) {
        list.add(new DescriptionList.Term(Words.of(locale, name)), new DescriptionList.Description(value));
    }
}
