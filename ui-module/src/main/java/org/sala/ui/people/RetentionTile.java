package org.sala.ui.people;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.Paragraph;
import java.io.Serial;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.RegistrationQueries.Retained;
import org.sala.registration.api.SummitId;
import org.sala.ui.commands.Asking;
import org.sala.ui.language.Figures;
import org.sala.ui.language.Words;
import org.sala.ui.shell.Summit;

/** What of people's data will be forgotten by itself: which kinds, of how many, and when. Numbers, and nobody's name. */
class RetentionTile extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Asking asking;
    private final transient RegistrationQueries registration;

    RetentionTile(Asking asking, RegistrationQueries registration) {
        this.asking = asking;
        this.registration = registration;
        setId("retention");
        addClassName("tile");
    }

    void show(Summit of, Locale locale) {
        removeAll();
        add(new H2(Words.of(locale, "people.retention")));
        var told = asking.learn(token -> registration.retained(new SummitId(of.id()), token), locale);
        told.refusal().ifPresent(refusal -> add(new Paragraph(refusal)));
        told.answer().ifPresent(lines -> show(lines, of, locale));
    }

    private void show(List<Retained> lines, Summit of, Locale locale) {
        var about =
                new Paragraph(Words.of(locale, lines.isEmpty() ? "people.retention.none" : "people.retention.about"));
        about.addClassNames("prose", "quiet");
        add(about);
        if (lines.isEmpty()) {
            return;
        }
        var table = new NativeTable();
        var head = table.getHead().addRow();
        for (var column : new String[] {"kind", "people", "until", "kept"}) {
            var cell = new NativeTableHeaderCell(Words.of(locale, "people.retention." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        for (var line : lines) {
            var row = table.getBody().addRow();
            row.getElement().setAttribute("data-kind", line.kind().name());
            row.addDataCell()
                    .setText(Words.of(locale, "people.retention." + line.kind().name()));
            row.addDataCell().setText(Figures.whole(line.people()));
            row.addDataCell().setText(Figures.minute(line.until(), of.zone()));
            row.addDataCell().setText(length(line.keptFor(), locale));
        }
        add(table);
    }

    private static String length(Period period, Locale locale) {
        var words = new ArrayList<String>();
        add(words, locale, "people.retention.years", period.getYears());
        add(words, locale, "people.retention.months", period.getMonths());
        add(words, locale, "people.retention.days", period.getDays());
        return words.isEmpty() ? Words.counted(locale, "people.retention.days", 0) : String.join(" ", words);
    }

    private static void add(List<String> words, Locale locale, String key, int number) {
        if (number > 0) {
            words.add(Words.counted(locale, key, number));
        }
    }
}
