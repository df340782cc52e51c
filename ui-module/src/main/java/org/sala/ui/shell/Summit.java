package org.sala.ui.shell;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.sala.ui.language.Words;

/**
 * A summit, as the face knows it.
 *
 * @param days in their order; at least one
 */
public record Summit(UUID id, Text title, ZoneId zone, List<Day> days) {

    public Summit {
        days = List.copyOf(days);
    }

    /** Something in both languages. */
    public record Text(String km, String en) {

        /** In the reader's language. */
        public String in(Locale locale) {
            return Words.isKhmer(locale) ? km : en;
        }
    }

    /**
     * One day of it.
     *
     * @param number from 1
     * @param inPerson seats in person; absent where it isn't held in person
     * @param online seats online; absent where it isn't held online
     */
    public record Day(int number, LocalDate date, Text venue, Optional<Integer> inPerson, Optional<Integer> online) {}

    public Optional<Day> day(int number) {
        return days.stream().filter(day -> day.number() == number).findFirst();
    }
}
