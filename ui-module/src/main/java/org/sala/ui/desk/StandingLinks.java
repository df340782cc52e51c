package org.sala.ui.desk;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.io.Serial;
import java.util.Locale;
import org.sala.ui.language.Figures;
import org.sala.ui.language.Words;

/** The days of the summit, and the modes of the one that is open: links that keep the list and the card. */
class StandingLinks extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Nav days = new Nav();
    private final Nav modes = new Nav();

    StandingLinks() {
        addClassName("actions");
        days.addClassName("days");
        modes.addClassName("days");
        add(days, modes);
    }

    void draw(DeskAddress here, Locale locale) {
        var standing = here.standing();
        days.removeAll();
        days.setAriaLabel(Words.of(locale, "today.days"));
        for (var day : standing.summit().days()) {
            days.add(link(
                    here.on(day),
                    Words.of(locale, "today.day", day.number()),
                    Figures.date(day.date()),
                    day.number() == standing.day()));
        }
        modes.removeAll();
        modes.setAriaLabel(Words.of(locale, "desk.mode"));
        standing.summit()
                .day(standing.day())
                .ifPresent(day -> DeskAddress.modes(day)
                        .forEach(mode -> modes.add(link(
                                here.in(mode),
                                Words.of(locale, "today.mode." + mode.name()),
                                "",
                                mode == standing.mode()))));
    }

    private static Anchor link(DeskAddress to, String words, String below, boolean current) {
        var link = new Anchor(to.path(), "");
        link.add(new Span(words));
        if (!below.isEmpty()) {
            var small = new Element("small");
            small.setText(below);
            link.getElement().appendChild(small);
        }
        link.getElement().setAttribute("router-link", true);
        if (current) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return link;
    }
}
