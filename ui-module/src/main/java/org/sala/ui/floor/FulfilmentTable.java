package org.sala.ui.floor;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.io.Serial;
import java.util.List;
import java.util.function.ToIntFunction;
import org.sala.marketplace.api.MarketplaceQueries.Fulfilment;
import org.sala.ui.language.Figures;
import org.sala.ui.shell.Summit;

/** How promises stood some time after the summit: a column for each day, narrow enough for a phone. */
class FulfilmentTable extends Section {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final List<Line> LINES = List.of(
            new Line("agreed", Fulfilment::tradesAgreed),
            new Line("completed", Fulfilment::tradesCompleted),
            new Line("cancelled", Fulfilment::tradesCancelled),
            new Line("legs", Fulfilment::legs),
            new Line("delivered", Fulfilment::delivered),
            new Line("confirmed", Fulfilment::confirmed),
            new Line("disputed", Fulfilment::disputed),
            new Line("overdue", Fulfilment::overdue));

    private record Line(String what, ToIntFunction<Fulfilment> number) {}

    FulfilmentTable() {
        setId("promises-fulfilment");
        addClassNames("tile", "fulfilment");
    }

    void show(List<Fulfilment> stood, Summit of, FloorWords words) {
        removeAll();
        add(new H2(words.of("floor.fulfilment")));
        if (stood.isEmpty()) {
            add(new Paragraph(words.of("floor.fulfilment.none")));
            return;
        }
        var days = new NativeTableRow();
        days.add(new NativeTableHeaderCell());
        for (var each : stood) {
            var day = new NativeTableHeaderCell(words.of("floor.fulfilment.after", each.daysAfter()));
            day.getElement().setAttribute("scope", "col");
            var asOf = new Span(
                    each.reached()
                            ? Figures.date(each.asOf().atZone(of.zone()).toLocalDate())
                            : words.of("floor.fulfilment.until-now"));
            asOf.addClassName("row-sub");
            day.add(asOf);
            days.add(day);
        }
        var body = new NativeTableBody();
        LINES.forEach(each -> {
            var name = new NativeTableHeaderCell(words.of("floor.fulfilment." + each.what()));
            name.getElement().setAttribute("scope", "row");
            var line = new NativeTableRow(name);
            stood.forEach(then ->
                    line.add(new NativeTableCell(Figures.whole(each.number().applyAsInt(then)))));
            body.add(line);
        });
        add(new NativeTable(new NativeTableHeader(days), body));
        var about = new Paragraph(words.of("floor.fulfilment.about"));
        about.addClassName("quiet");
        add(about);
    }
}
