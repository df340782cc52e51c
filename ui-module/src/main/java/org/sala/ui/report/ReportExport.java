package org.sala.ui.report;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.ports.Role;
import org.sala.sheets.Column;
import org.sala.sheets.Format;
import org.sala.sheets.TableWriter;
import org.sala.ui.language.Words;
import org.sala.ui.signin.Account;
import org.springframework.stereotype.Component;

/**
 * Gives a report out, one line a figure, as its reader may see it; with who took it, when, for which summit and from
 * which positions of the history.
 */
@Component
class ReportExport {

    private final Clock clock;

    ReportExport(Clock clock) {
        this.clock = clock;
    }

    /**
     * One figure as a line.
     *
     * @param number the figure; absent where it is hidden
     */
    private record Line(
            String indicator,
            String dimension,
            String category,
            @Nullable Long number,
            String unit,
            String key) {}

    private static List<Line> lines(Report report, Locale locale) {
        var lines = new ArrayList<Line>();
        for (var table : report.tables()) {
            for (var row : table.rows()) {
                row.figures()
                        .forEach((indicator, figure) -> lines.add(new Line(
                                ReportWords.indicator(indicator, locale),
                                ReportWords.dimension(table.dimension(), locale),
                                ReportWords.category(table, row, report.summit(), locale),
                                figure.count(),
                                Words.of(locale, "report.unit." + indicator.name()),
                                figure.key())));
            }
        }
        return lines;
    }

    private static List<Column> columns(Locale locale) {
        return List.of(
                new Column(Words.of(locale, "report.export.indicator"), 30),
                new Column(Words.of(locale, "report.export.dimension"), 30),
                new Column(Words.of(locale, "report.export.category"), 30),
                new Column(Words.of(locale, "report.export.number"), 12),
                new Column(Words.of(locale, "report.export.unit"), 12),
                new Column(Words.of(locale, "report.evidence.figure"), 44));
    }

    private List<List<String>> provenance(Report report, Account account, Locale locale) {
        var lines = new ArrayList<List<String>>();
        lines.add(List.of(
                Words.of(locale, "report.export.title"), report.summit().title().in(locale)));
        lines.add(List.of(
                Words.of(locale, "audit.export.summit"), report.summit().id().toString()));
        lines.add(List.of(Words.of(locale, "audit.export.by"), account.id().toString()));
        lines.add(List.of(
                Words.of(locale, "audit.export.role"),
                account.roles().stream().map(Role::name).sorted().collect(Collectors.joining(" "))));
        lines.add(List.of(Words.of(locale, "audit.export.at"), clock.instant().toString()));
        for (var reached : report.reached()) {
            lines.add(List.of(Words.of(locale, "audit.export.position"), reached.context() + " " + reached.through()));
        }
        if (report.suppressed()) {
            lines.add(List.of(
                    Words.of(locale, "report.export.hidden"),
                    Words.of(locale, "report.suppressed", Suppression.SMALLEST_SHOWN)));
        }
        return lines;
    }

    byte[] file(Report report, Account account, Locale locale, Format format) {
        var bytes = new ByteArrayOutputStream();
        try (var out = TableWriter.to(bytes, format)) {
            out.sheet(Words.of(locale, "report.title"), columns(locale));
            for (var line : lines(report, locale)) {
                out.row(
                        line.indicator(),
                        line.dimension(),
                        line.category(),
                        line.number() == null ? Words.of(locale, "report.hidden") : line.number(),
                        line.unit(),
                        line.key());
            }
            out.sheet(Words.of(locale, "report.export.origin"), List.of(new Column("", 30), new Column("", 60)));
            provenance(report, account, locale).forEach(line -> out.row(line.toArray()));
        }
        return bytes.toByteArray();
    }
}
