package org.sala.ui.registering;

import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.RegistrationQueries.SeatCount;
import org.sala.ui.language.Figures;
import org.sala.ui.language.Words;

/**
 * A day of a summit in the reader's words.
 *
 * @param forSome whether it is for certain organisations and guests only
 */
record DayShown(int number, String when, String venue, boolean forSome, List<Mode> modes) {

    /**
     * One way to take part.
     *
     * @param seats how many are left, or that one has to wait; empty where registration couldn't be asked
     * @param full whether whoever comes now has to wait
     */
    record Mode(AttendanceMode mode, String words, String seats, boolean full) {}

    static List<DayShown> of(OpenSummit summit, List<SeatCount> seats, Locale locale) {
        return summit.days().stream().map(day -> of(day, seats, locale)).toList();
    }

    private static DayShown of(OpenSummit.Day day, List<SeatCount> seats, Locale locale) {
        return new DayShown(
                day.number(),
                Words.of(
                        locale,
                        "registering.day",
                        day.number(),
                        day.date().getDayOfWeek().getDisplayName(TextStyle.FULL, locale),
                        Figures.date(day.date())),
                day.venue().in(locale),
                day.forSome(),
                day.modes().stream().map(mode -> mode(day, mode, seats, locale)).toList());
    }

    private static Mode mode(OpenSummit.Day day, AttendanceMode mode, List<SeatCount> seats, Locale locale) {
        var words = words(mode, locale);
        return seats.stream()
                .filter(count -> count.day() == day.number() && count.mode() == mode)
                .findFirst()
                .map(count -> new Mode(mode, words, left(count, locale), isFull(count)))
                .orElseGet(() -> new Mode(mode, words, "", false));
    }

    /** A free seat that people wait for is theirs. */
    private static boolean isFull(SeatCount count) {
        return count.taken() >= count.seats() || count.waiting() > 0;
    }

    private static String left(SeatCount count, Locale locale) {
        if (!isFull(count)) {
            return Words.counted(locale, "registering.seats-left", count.seats() - count.taken());
        }
        return count.waiting() == 0
                ? Words.of(locale, "registering.full")
                : Words.counted(locale, "registering.full-waiting", count.waiting());
    }

    static String words(AttendanceMode mode, Locale locale) {
        return Words.of(locale, "registering.mode." + mode.name());
    }

    Optional<Mode> mode(AttendanceMode mode) {
        return modes.stream().filter(each -> each.mode() == mode).findFirst();
    }
}
