package org.sala.ui.lists;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sala.personal.Personal;
import org.sala.registration.api.Consent;
import org.sala.registration.api.Contact;
import org.sala.registration.api.DayPlace;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.PersonName;
import org.sala.registration.api.RegistrationQueries.Line;
import org.sala.registration.api.RegistrationQueries.Person;
import org.sala.sheets.Column;
import org.sala.sheets.Format;
import org.sala.sheets.TableWriter;
import org.sala.ui.language.Words;
import org.sala.ui.shell.Summit;

/** People and their attendance as tables to take away, with where they come from beside them. */
final class PeopleTables {

    private final Summit summit;
    private final Map<OrganizationId, String> organizations;
    private final Origin origin;
    private final Locale locale;

    PeopleTables(Summit summit, Map<OrganizationId, String> organizations, Origin origin, Locale locale) {
        this.summit = summit;
        this.organizations = organizations;
        this.origin = origin;
        this.locale = locale;
    }

    private String word(String key, Object... arguments) {
        return Words.of(locale, key, arguments);
    }

    private Column column(String key, int width, Object... arguments) {
        return new Column(word("lists.col." + key, arguments), width);
    }

    /** Who is registered, without a way to reach them. */
    void people(List<Line> lines, Format format, OutputStream out) {
        try (var table = TableWriter.to(out, format)) {
            var columns = new ArrayList<>(
                    List.of(column("km", 26), column("latin", 26), column("organization", 36), column("role", 18)));
            columns.addAll(days());
            table.sheet(word("lists.out.people"), columns);
            for (var line : lines) {
                var values = new ArrayList<@Nullable Object>();
                values.add(line.name().km());
                values.add(line.name().latin());
                values.add(organization(line.organization()));
                values.add(ListWords.of(locale, line.role()));
                days(line.days(), values);
                table.row(values.toArray());
            }
            origin(table, false);
        }
    }

    /** Who is registered, with all that a list needs to be brought in again. */
    void contacts(List<Person> people, Format format, OutputStream out) {
        try (var table = TableWriter.to(out, format)) {
            var columns = new ArrayList<>(List.of(
                    column("km", 26),
                    column("latin", 26),
                    column("phone", 18),
                    column("email", 28),
                    column("organization", 36),
                    column("role", 18),
                    column("gender", 14),
                    column("age", 14),
                    column("disability", 12),
                    column("language", 12)));
            columns.addAll(days());
            columns.addAll(List.of(column("data", 14), column("photo", 14), column("donor", 14)));
            table.sheet(word("lists.out.people"), columns);
            for (var person : people) {
                table.row(values(person).toArray());
            }
            origin(table, true);
        }
    }

    private List<@Nullable Object> values(Person person) {
        var name = clear(person.name()).orElse(new PersonName(null, null));
        var contact = clear(person.contact()).orElse(new Contact(null, null));
        var values = new ArrayList<@Nullable Object>();
        values.add(name.km());
        values.add(name.latin());
        values.add(contact.phone());
        values.add(contact.email());
        values.add(organization(person.organization()));
        values.add(ListWords.of(locale, person.role()));
        values.add(ListWords.of(locale, person.gender()));
        values.add(ListWords.of(locale, person.ageBand()));
        values.add(Optional.ofNullable(person.disability())
                .flatMap(PeopleTables::clear)
                .map(this::yesOrNo)
                .orElse(""));
        values.add(ListWords.of(locale, person.language()));
        days(person.days(), values);
        values.add(yesOrNo(person.consents().contains(Consent.DATA_USE)));
        values.add(yesOrNo(person.consents().contains(Consent.PHOTO)));
        values.add(yesOrNo(person.consents().contains(Consent.NAME_TO_DONOR)));
        return values;
    }

    /** Of one day: who is expected or waits, and who is here. */
    void attendance(List<Line> lines, int day, Format format, OutputStream out) {
        try (var table = TableWriter.to(out, format)) {
            table.sheet(
                    word("lists.col.day", day),
                    List.of(
                            column("km", 26),
                            column("latin", 26),
                            column("organization", 36),
                            column("role", 18),
                            column("mode", 14),
                            column("state", 14),
                            column("here", 22)));
            for (var line : lines) {
                var place = Objects.requireNonNull(line.days().get(day));
                table.row(
                        line.name().km(),
                        line.name().latin(),
                        organization(line.organization()),
                        ListWords.of(locale, line.role()),
                        ListWords.of(locale, place.mode()),
                        word(place.waiting() ? "lists.state.waiting" : "lists.state.expected"),
                        String.join(
                                ", ",
                                place.here().stream()
                                        .map(mode -> ListWords.of(locale, mode))
                                        .toList()));
            }
            origin(table, false);
        }
    }

    private List<Column> days() {
        return summit.days().stream()
                .map(day -> column("day", 16, day.number()))
                .toList();
    }

    private void days(Map<Integer, DayPlace> days, List<@Nullable Object> values) {
        for (var day : summit.days()) {
            var place = days.get(day.number());
            if (place == null) {
                values.add("");
            } else {
                var mode = ListWords.of(locale, place.mode());
                values.add(place.waiting() ? word("lists.day.waiting", mode) : mode);
            }
        }
    }

    private String yesOrNo(boolean yes) {
        return word(yes ? "lists.yes" : "lists.no");
    }

    private String organization(@Nullable OrganizationId id) {
        return id == null ? "" : organizations.getOrDefault(id, "");
    }

    private static <T> Optional<T> clear(Personal<T> personal) {
        return personal instanceof Personal.Clear<T>(var value) ? Optional.of(value) : Optional.empty();
    }

    private void origin(TableWriter table, boolean contacts) {
        table.sheet(word("lists.origin"), List.of(new Column("", 24), new Column("", 60)));
        for (var line : origin.lines(locale)) {
            table.row(line.toArray());
        }
        if (contacts) {
            table.row(word("lists.origin.contacts"));
        }
    }
}
