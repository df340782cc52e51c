package org.sala.ui.report;

import java.util.Locale;
import org.sala.ui.language.Words;
import org.sala.ui.shell.Summit;

/** Names of the report's lines and columns. */
final class ReportWords {

    private ReportWords() {}

    static String indicator(Indicator indicator, Locale locale) {
        return Words.of(locale, indicator.wordKey());
    }

    static String dimension(String dimension, Locale locale) {
        return Words.of(locale, "report.dimension." + dimension);
    }

    static String category(Report.Table table, Report.Row row, Summit summit, Locale locale) {
        if (row.category().equals("TOTAL")) {
            return Words.of(locale, "report.total");
        }
        if (row.category().equals(Counting.NONE)) {
            return Words.of(locale, "report.no-organization");
        }
        if (table.dimension().equals("DAY")) {
            var dot = row.category().indexOf('.');
            var day = Integer.parseInt(row.category().substring("DAY_".length(), dot));
            var date = summit.day(day).map(each -> each.date().toString()).orElse("");
            return Words.of(
                    locale,
                    "report.day",
                    day,
                    date,
                    Words.of(locale, "report.mode." + row.category().substring(dot + 1)));
        }
        return Words.of(locale, "report.category." + table.dimension() + "." + row.category());
    }
}
