package org.sala.ui.audit;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sala.ports.Role;
import org.sala.sheets.Column;
import org.sala.sheets.Format;
import org.sala.sheets.TableWriter;
import org.sala.ui.language.Figures;
import org.sala.ui.language.Words;
import org.sala.ui.shell.Summit;
import org.sala.ui.signin.Account;
import org.springframework.stereotype.Component;

/** Gives the history out as CSV: the events of a filter without what is personal, and who took them when from where. */
@Component
class TimelineExport {

    /** As programs name them, in both languages. */
    private static final List<Column> COLUMNS = Stream.of(
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
                    "payload")
            .map(Column::of)
            .toList();

    private final Timeline timeline;
    private final Catalogue catalogue;
    private final Clock clock;

    TimelineExport(Timeline timeline, Catalogue catalogue, Clock clock) {
        this.timeline = timeline;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    byte[] csv(Summit summit, Filter filter, Account account, Locale locale) {
        var bytes = new ByteArrayOutputStream();
        try (var out = TableWriter.to(bytes, Format.CSV)) {
            out.sheet("", COLUMNS);
            timeline.each(
                    summit,
                    filter,
                    entry -> out.row(
                            entry.context(),
                            entry.position(),
                            entry.type(),
                            entry.subject(),
                            entry.sequence(),
                            entry.untimed()
                                    ? Figures.date(
                                            entry.time().atZone(summit.zone()).toLocalDate())
                                    : entry.time().toString(),
                            entry.takenAt() == null ? null : entry.takenAt().toString(),
                            entry.actor(),
                            entry.role(),
                            entry.correlation(),
                            entry.causation(),
                            entry.id().toString(),
                            catalogue
                                    .withoutPersonal(entry.type(), entry.payload())
                                    .toString()));
            out.sheet("", List.of());
            out.row(Words.of(locale, "audit.export.by"), account.id().toString());
            out.row(
                    Words.of(locale, "audit.export.role"),
                    account.roles().stream().map(Role::name).sorted().collect(Collectors.joining(" ")));
            out.row(Words.of(locale, "audit.export.at"), clock.instant().toString());
            out.row(Words.of(locale, "audit.export.summit"), summit.id().toString());
            out.row(Words.of(locale, "audit.export.filter"), filter.parameters().getQueryString());
            for (var reached : timeline.reached()) {
                out.row(Words.of(locale, "audit.export.position"), reached.context(), reached.through());
            }
        }
        return bytes.toByteArray();
    }
}
