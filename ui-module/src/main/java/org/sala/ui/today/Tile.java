package org.sala.ui.today;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.io.Serial;

/** A part of Today, with its name above. */
class Tile extends Section {

    @Serial
    private static final long serialVersionUID = 1L;

    private final H2 title = new H2();
    private final Span aside = new Span();

    Tile(String... classNames) {
        addClassName("tile");
        addClassNames(classNames);
        aside.addClassName("quiet");
        var header = new Header(title, aside);
        add(header);
    }

    final void title(String words) {
        title.setText(words);
    }

    final void aside(String words) {
        aside.setText(words);
    }

    /** Lets something that changed glow once; where it glows already, it begins anew. */
    static void glow(Component changed) {
        changed.getElement().executeJs("""
                        clearTimeout(this.salaGlow);
                        this.classList.remove('glow');
                        void this.offsetWidth;
                        this.classList.add('glow');
                        this.salaGlow = setTimeout(() => this.classList.remove('glow'), 1700);""");
    }

    /** A sentence where nothing is yet: what will be here, and how it begins. */
    static Div empty(String words) {
        var empty = new Div(words);
        empty.addClassName("quiet");
        return empty;
    }
}
