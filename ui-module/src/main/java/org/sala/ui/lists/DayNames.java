package org.sala.ui.lists;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sala.sheets.Texts;
import org.sala.ui.language.Folded;

/** How lists name the days of a summit: by number, by date, in words of either language. */
final class DayNames {

    private static final String[] KHMER_MONTHS = {
        "មករា", "កុម្ភៈ", "មីនា", "មេសា", "ឧសភា", "មិថុនា", "កក្កដា", "សីហា", "កញ្ញា", "តុលា", "វិច្ឆិកា", "ធ្នូ"
    };
    private static final String KHMER_DAY = Folded.of("ថ្ងៃទី");
    private static final Pattern NUMBERED =
            Pattern.compile("(?:^| )(?:day|d|" + KHMER_DAY + "|" + Folded.of("ថ្ងៃ") + ") ?([0-9]{1,2})(?: |$)");
    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");
    private static final Pattern EUROPEAN = Pattern.compile("([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{2,4})");

    private DayNames() {}

    /** What a column for a day may be called. */
    static List<String> headings(Rules.Day day) {
        var names = new ArrayList<String>();
        var number = day.number();
        names.add("day " + number);
        names.add("d" + number);
        names.add("ថ្ងៃទី" + number);
        names.add("ថ្ងៃ" + number);
        names.add("attending day " + number);
        names.add("attendance day " + number);
        var date = day.date();
        names.add(date.toString());
        names.add("%02d/%02d/%d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear()));
        names.add("%d/%d/%d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear()));
        for (var style : new TextStyle[] {TextStyle.FULL, TextStyle.SHORT}) {
            var month = date.getMonth().getDisplayName(style, Locale.ENGLISH);
            names.add(date.getDayOfMonth() + " " + month);
            names.add(month + " " + date.getDayOfMonth());
            names.add(date.getDayOfMonth() + " " + month + " " + date.getYear());
        }
        names.add("ថ្ងៃទី" + date.getDayOfMonth() + " " + khmer(date.getMonth()));
        names.add("ថ្ងៃទី" + date.getDayOfMonth() + " ខែ" + khmer(date.getMonth()));
        return names;
    }

    private static String khmer(Month month) {
        return KHMER_MONTHS[month.getValue() - 1];
    }

    /** The day that a part of a cell means; a number that is no day of the summit is given as it is. */
    static Optional<Integer> day(String part, Rules rules) {
        var written = Texts.withLatinDigits(part).strip();
        var date = ISO.matcher(written).find() ? date(written) : european(written);
        if (date.isPresent()) {
            return rules.on(date.get()).map(Rules.Day::number).or(() -> Optional.of(0));
        }
        var folded = Folded.of(written);
        var named = rules.days().stream()
                .filter(day -> headings(day).stream()
                        .skip(6)
                        .map(Folded::of)
                        .anyMatch(name -> (" " + folded + " ").contains(" " + name + " ")))
                .findFirst();
        if (named.isPresent()) {
            return named.map(Rules.Day::number);
        }
        var numbered = NUMBERED.matcher(folded);
        if (numbered.find()) {
            return Optional.of(Integer.valueOf(numbered.group(1)));
        }
        var bare = folded.split(" ", 2)[0];
        return bare.matches("[0-9]{1,2}") ? Optional.of(Integer.valueOf(bare)) : Optional.empty();
    }

    /** What is left of a part once the day is said. */
    static String without(String part) {
        return Folded.of(part)
                .replaceAll("(?:(?<=^| )(?:day|d)|" + KHMER_DAY + "|" + Folded.of("ថ្ងៃ") + ")? ?[0-9]+", " ")
                .strip();
    }

    static Optional<LocalDate> date(String written) {
        var iso = ISO.matcher(written);
        return iso.find() ? made(iso.group(1), iso.group(2), iso.group(3)) : Optional.empty();
    }

    /** Day, month and year, as Cambodia writes them. */
    static Optional<LocalDate> european(String written) {
        var match = EUROPEAN.matcher(written);
        if (!match.find()) {
            return Optional.empty();
        }
        var year = match.group(3).length() == 2 ? "20" + match.group(3) : match.group(3);
        return made(year, match.group(2), match.group(1));
    }

    private static Optional<LocalDate> made(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
