package org.sala.ui.language;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Numbers and times as the summit writes them, in either language: Latin digits, {@code 2022-06-07 14:30} in the
 * summit's zone.
 */
public final class Figures {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Figures() {}

    /** A whole number with a narrow space between thousands, the same in both languages. */
    public static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
    }

    public static String date(LocalDate date) {
        return date.toString();
    }

    public static String minute(Instant time, ZoneId zone) {
        return MINUTES.format(time.atZone(zone));
    }

    /** To the millisecond, for evidence. */
    public static String exactly(Instant time, ZoneId zone) {
        return MILLIS.format(time.atZone(zone));
    }

    public static String clock(Instant time, ZoneId zone) {
        return CLOCK.format(time.atZone(zone));
    }
}
