package org.sala.ui.floor;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.io.Serial;
import java.util.Objects;
import org.sala.marketplace.api.MarketplaceQueries.TradeFile;
import org.sala.marketplace.api.MarketplaceQueries.TradeMoment;

/** What was written about a promise, in the order in which it was. */
class WrittenNotes extends Dialog {

    @Serial
    private static final long serialVersionUID = 1L;

    WrittenNotes(Floor.Promise promise, TradeFile file, FloorWords words) {
        setId("floor-written");
        setWidth("min(40rem, 96vw)");
        setHeaderTitle(words.of("floor.leg.written"));
        add(new Paragraph(words.leg(promise.leg())));
        var notes = new OrderedList();
        notes.addClassNames("rows", "trade-history");
        file.history().stream()
                .filter(moment -> Objects.equals(moment.leg(), promise.leg().number()) && moment.words() != null)
                .forEach(moment -> notes.add(new ListItem(note(moment, words))));
        if (notes.getComponentCount() == 0) {
            add(new Paragraph(words.of("floor.leg.written.nothing")));
        } else {
            add(notes);
        }
        getFooter().add(new Button(words.of("floor.close"), click -> close()));
    }

    private static Div note(TradeMoment moment, FloorWords words) {
        var text = new Paragraph(Objects.requireNonNull(moment.words()).value());
        text.addClassName("written");
        var when = new Span(words.told(moment.type()) + " · " + words.minute(moment.at()));
        when.addClassName("row-sub");
        return new Div(when, text);
    }
}
