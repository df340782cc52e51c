package org.sala.ui.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.sala.ports.Role;
import org.sala.ui.language.SheetText;
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

    private static List<String> head(Locale locale) {
        return List.of(
                Words.of(locale, "report.export.indicator"),
                Words.of(locale, "report.export.dimension"),
                Words.of(locale, "report.export.category"),
                Words.of(locale, "report.export.number"),
                Words.of(locale, "report.export.unit"),
                Words.of(locale, "report.evidence.figure"));
    }

    private List<List<String>> provenance(Report report, Account account, Locale locale) {
        var lines = new ArrayList<List<String>>();
        lines.add(List.of(
                Words.of(locale, "report.export.title"),
                SheetText.safe(report.summit().title().in(locale))));
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

    /** UTF-8 with a byte order mark, by which spreadsheets know it. */
    byte[] csv(Report report, Account account, Locale locale) {
        var text = new StringWriter();
        text.write('\ufeff');
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(head(locale));
            for (var line : lines(report, locale)) {
                csv.writeRecord(
                        SheetText.safe(line.indicator()),
                        SheetText.safe(line.dimension()),
                        SheetText.safe(line.category()),
                        line.number() == null ? Words.of(locale, "report.hidden") : Long.toString(line.number()),
                        line.unit(),
                        line.key());
            }
            csv.writeRecord("");
            provenance(report, account, locale).forEach(csv::writeRecord);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    byte[] xlsx(Report report, Account account, Locale locale) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Sala", "1.0")) {
            var sheet = workbook.newWorksheet(Words.of(locale, "report.title"));
            var head = head(locale);
            for (var column = 0; column < head.size(); column++) {
                sheet.value(0, column, head.get(column));
                sheet.width(column, column == 5 ? 44 : column < 3 ? 30 : 12);
            }
            sheet.range(0, 0, 0, head.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            var row = 1;
            for (var line : lines(report, locale)) {
                sheet.value(row, 0, SheetText.safe(line.indicator()));
                sheet.value(row, 1, SheetText.safe(line.dimension()));
                sheet.value(row, 2, SheetText.safe(line.category()));
                if (line.number() == null) {
                    sheet.value(row, 3, Words.of(locale, "report.hidden"));
                } else {
                    sheet.value(row, 3, line.number());
                }
                sheet.value(row, 4, line.unit());
                sheet.value(row, 5, line.key());
                row++;
            }
            var origin = workbook.newWorksheet(Words.of(locale, "report.export.origin"));
            origin.width(0, 30);
            origin.width(1, 60);
            var line = 0;
            for (var pair : provenance(report, account, locale)) {
                origin.value(line, 0, pair.getFirst());
                origin.value(line, 1, pair.getLast());
                line++;
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return bytes.toByteArray();
    }
}
