package org.sala.ui.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.ports.Role;
import org.sala.ui.language.Figures;
import org.sala.ui.language.SheetText;
import org.sala.ui.language.Words;
import org.sala.ui.shell.Summit;
import org.sala.ui.signin.Account;
import org.springframework.stereotype.Component;

/** Gives the history out as CSV: the events of a filter without what is personal, and who took them when from where. */
@Component
class TimelineExport {

    private final Timeline timeline;
    private final Catalogue catalogue;
    private final Clock clock;

    TimelineExport(Timeline timeline, Catalogue catalogue, Clock clock) {
        this.timeline = timeline;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** UTF-8 with a byte order mark, by which spreadsheets know it; texts that a spreadsheet would run are disarmed. */
    byte[] csv(Summit summit, Filter filter, Account account, Locale locale) {
        var text = new StringWriter();
        text.write('\ufeff');
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(
                    "context",
                    "position",
                    "type",
                    "subject",
                    "sequence",
                    "time",
                    "taken_at",
                    "actor",
                    "role",
                    "correlation",
                    "causation",
                    "id",
                    "payload");
            timeline.each(
                    summit,
                    filter,
                    entry -> csv.writeRecord(
                            SheetText.safe(entry.context()),
                            Long.toString(entry.position()),
                            SheetText.safe(entry.type()),
                            SheetText.safe(entry.subject()),
                            Long.toString(entry.sequence()),
                            entry.untimed()
                                    ? Figures.date(
                                            entry.time().atZone(summit.zone()).toLocalDate())
                                    : entry.time().toString(),
                            entry.takenAt() == null ? "" : entry.takenAt().toString(),
                            safe(entry.actor()),
                            safe(entry.role()),
                            safe(entry.correlation()),
                            safe(entry.causation()),
                            entry.id().toString(),
                            SheetText.safe(catalogue
                                    .withoutPersonal(entry.type(), entry.payload())
                                    .toString())));
            csv.writeRecord("");
            csv.writeRecord(Words.of(locale, "audit.export.by"), account.id().toString());
            csv.writeRecord(
                    Words.of(locale, "audit.export.role"),
                    account.roles().stream().map(Role::name).sorted().collect(Collectors.joining(" ")));
            csv.writeRecord(Words.of(locale, "audit.export.at"), clock.instant().toString());
            csv.writeRecord(Words.of(locale, "audit.export.summit"), summit.id().toString());
            csv.writeRecord(
                    Words.of(locale, "audit.export.filter"),
                    SheetText.safe(filter.parameters().getQueryString()));
            for (var reached : timeline.reached()) {
                csv.writeRecord(
                        Words.of(locale, "audit.export.position"), reached.context(), Long.toString(reached.through()));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String safe(@Nullable String text) {
        return text == null ? "" : SheetText.safe(text);
    }
}
