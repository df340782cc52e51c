package org.sala.ui.desk;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.DayPlace;
import org.sala.registration.api.RegistrationQueries.Line;
import org.sala.registration.api.RegistrationQueries.Status;
import org.sala.ui.language.Figures;
import org.sala.ui.language.Words;

/** How it stands with somebody on a day, as a chip: a word and a shape, never a colour alone. */
final class DayState {

    private DayState() {}

    static Span chip(Standing at, Line line, Optional<DeskQueries.Stay> stay, Locale locale) {
        if (line.status() != Status.REGISTERED) {
            return chip("over", Words.of(locale, "desk.status." + line.status().name()));
        }
        return chip(at, line.days().get(at.day()), stay, locale);
    }

    static Span chip(Standing at, @Nullable DayPlace place, Optional<DeskQueries.Stay> stay, Locale locale) {
        var zone = at.summit().zone();
        if (stay.isPresent()) {
            var left = stay.get().left();
            return left == null
                    ? chip(
                            "running",
                            Words.of(
                                    locale,
                                    "desk.here-since",
                                    Figures.clock(stay.get().since(), zone)))
                    : chip("over", Words.of(locale, "desk.left-at", Figures.clock(left, zone)));
        }
        if (place == null) {
            return chip("over", Words.of(locale, "desk.not-on-day", at.day()));
        }
        if (place.waiting()) {
            var number = place.place();
            return chip(
                    "waits",
                    number == null ? Words.of(locale, "desk.waits") : Words.of(locale, "desk.waits-place", number));
        }
        return chip("due", Words.of(locale, "desk.expected." + place.mode().name()));
    }

    private static Span chip(String shape, String words) {
        var chip = new Span(words);
        chip.addClassNames("chip", shape);
        return chip;
    }

    /** Whether one tap lets them in. */
    static boolean mayCome(Standing at, Line line, Optional<DeskQueries.Stay> stay) {
        var place = line.days().get(at.day());
        return line.status() == Status.REGISTERED && place != null && !place.waiting() && !isHere(stay);
    }

    static boolean isHere(Optional<DeskQueries.Stay> stay) {
        return stay.isPresent() && stay.get().left() == null;
    }
}
