package org.sala.ui.registering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.DayPlace;
import org.sala.registration.api.RegistrationQueries.Person;
import org.sala.registration.api.RegistrationQueries.Status;
import org.sala.ui.language.Figures;
import org.sala.ui.language.FromText;
import org.sala.ui.language.Words;

/**
 * The place of a person on one day, in the reader's words, and what they can do about it.
 *
 * @param standing {@code seat}, {@code waiting} or {@code none}
 * @param here whether they were checked in
 */
record PlaceShown(DayShown day, String standing, String words, boolean here, List<Act> acts) {

    /** What the button of an act asks for. */
    enum Kind {
        ADD,
        WAIT,
        CHANGE,
        DROP
    }

    /**
     * Something that can be done.
     *
     * @param value what its button sends
     */
    record Act(String value, String words) {

        /** What a button sent. */
        record Asked(Kind kind, AttendanceMode mode) {}

        static Optional<Asked> read(String value) {
            var dot = value.indexOf('.');
            return dot < 0
                    ? Optional.empty()
                    : FromText.constant(Kind.values(), value.substring(0, dot))
                            .flatMap(kind -> FromText.constant(AttendanceMode.values(), value.substring(dot + 1))
                                    .map(mode -> new Asked(kind, mode)));
        }
    }

    /** @param open whether the person can take what they don't have by themselves */
    static PlaceShown of(DayShown day, Person person, boolean open, Locale locale) {
        var place = person.days().get(day.number());
        var acts = new ArrayList<Act>();
        if (person.status() == Status.REGISTERED) {
            if (open) {
                day.modes().stream()
                        .filter(mode -> place == null || mode.mode() != place.mode())
                        .flatMap(mode -> wish(mode, place, locale).stream())
                        .forEach(acts::add);
            }
            if (place != null) {
                acts.add(act(Kind.DROP, place.mode(), place.waiting() ? "leave-list" : "drop", locale));
            }
        }
        return new PlaceShown(
                day,
                place == null ? "none" : place.waiting() ? "waiting" : "seat",
                words(place, locale),
                place != null && !place.here().isEmpty(),
                acts);
    }

    /** Whoever has a place gives it up for a seat only, and not for another list. */
    private static Optional<Act> wish(DayShown.Mode mode, @Nullable DayPlace place, Locale locale) {
        if (place != null) {
            return mode.full() ? Optional.empty() : Optional.of(act(Kind.CHANGE, mode.mode(), "change", locale));
        }
        return Optional.of(
                mode.full() ? act(Kind.WAIT, mode.mode(), "wait", locale) : act(Kind.ADD, mode.mode(), "add", locale));
    }

    private static Act act(Kind kind, AttendanceMode mode, String words, Locale locale) {
        return new Act(kind + "." + mode, Words.of(locale, "registering.act." + words, DayShown.words(mode, locale)));
    }

    private static String words(@Nullable DayPlace place, Locale locale) {
        if (place == null) {
            return Words.of(locale, "registering.place.none");
        }
        var mode = DayShown.words(place.mode(), locale);
        if (!place.waiting()) {
            return Words.of(locale, "registering.place.seat", mode);
        }
        return place.place() == null
                ? Words.of(locale, "registering.place.waiting", mode)
                : Words.of(locale, "registering.place.waiting-at", mode, Figures.whole(place.place()));
    }
}
