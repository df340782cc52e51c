package org.sala.ui.programme;

import java.io.Serial;
import java.time.Clock;
import org.sala.ui.shell.Place;
import org.sala.ui.shell.SummitPage;
import org.sala.ui.shell.Summits;

/** A page that shows the programme of a summit, or some of it. */
abstract class ProgrammePage extends SummitPage<Programme> {

    @Serial
    private static final long serialVersionUID = 1L;

    ProgrammePage(Summits summits, Programmes programmes, Clock clock) {
        super(Place.PROGRAMME, summits, programmes, clock);
    }

    final ProgrammeWords words() {
        return new ProgrammeWords(summit().zone(), getLocale());
    }
}
