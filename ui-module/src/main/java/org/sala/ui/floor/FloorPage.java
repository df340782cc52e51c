package org.sala.ui.floor;

import java.io.Serial;
import java.time.Clock;
import org.sala.ui.shell.Place;
import org.sala.ui.shell.SummitPage;
import org.sala.ui.shell.Summits;

/** A page that shows the floor of a summit, or some of it. */
abstract class FloorPage extends SummitPage<Floor> {

    @Serial
    private static final long serialVersionUID = 1L;

    FloorPage(Summits summits, Floors floors, Clock clock) {
        super(Place.FLOOR, summits, floors, clock);
    }

    final Floor floor() {
        return seen();
    }

    final FloorWords words() {
        return new FloorWords(floor(), summit().zone(), getLocale());
    }
}
