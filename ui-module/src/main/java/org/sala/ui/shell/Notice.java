package org.sala.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import org.sala.ui.language.Words;

/** A page that says what happened, what was kept and what to do. */
final class Notice {

    private Notice() {}

    static void put(Component page, String title, String what, Object... arguments) {
        var locale = UI.getCurrent().getLocale();
        page.getElement().getClassList().add("place");
        page.getElement().getClassList().add("empty-place");
        page.getElement()
                .appendChild(
                        new H1(Words.of(locale, title)).getElement(),
                        new Paragraph(Words.of(locale, what, arguments)).getElement(),
                        new Anchor("", Words.of(locale, "shell.home")).getElement());
    }
}
