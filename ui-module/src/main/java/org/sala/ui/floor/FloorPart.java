package org.sala.ui.floor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.io.Serial;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.sala.ui.language.Figures;

/** A part of a page with its name and number above, and cards below. */
class FloorPart<T> extends Section {

    @Serial
    private static final long serialVersionUID = 1L;

    private final H2 title = new H2();
    private final Span number = new Span();
    private final Div ways = new Div();
    private final Cards<T> cards;

    FloorPart(String name, Function<T, UUID> key, Function<T, Component> make) {
        setId("floor-" + name);
        addClassNames("tile", "area-" + name);
        cards = new Cards<>("floor-" + name, key, make);
        number.addClassName("quiet");
        ways.addClassName("actions");
        var heading = new Div(title, number);
        heading.addClassName("heading");
        add(new Header(heading, ways), cards);
    }

    /** What can be done in this part. */
    final Div ways() {
        return ways;
    }

    final void show(String words, List<T> items, Object around, String empty, String all) {
        title.setText(words);
        number.setText(Figures.whole(items.size()));
        cards.show(items, around, empty, all);
    }
}
