package org.sala.ui.lists;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import java.io.Serial;
import java.util.Locale;
import java.util.UUID;
import org.sala.ui.language.Words;
import org.sala.ui.shell.Place;

/** The two ways of a list, in and out. */
class ListTabs extends Nav {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Anchor in = new Anchor();
    private final Anchor out = new Anchor();

    ListTabs(boolean isOut) {
        addClassName("list-tabs");
        (isOut ? out : in).getElement().setAttribute("aria-current", "page");
        for (var way : new Anchor[] {in, out}) {
            way.getElement().setAttribute("router-link", true);
            way.addClassName("action-link");
        }
        add(in, out);
    }

    void of(UUID summit, Locale locale) {
        in.setHref(Place.LISTS.path(summit));
        out.setHref(Place.LISTS.path(summit) + "/out");
        in.setText(Words.of(locale, "lists.in"));
        out.setText(Words.of(locale, "lists.out"));
        setAriaLabel(Words.of(locale, "lists.title"));
    }
}
