package org.sala.ui.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Gender;
import org.sala.registration.api.OrganizationKind;
import org.sala.registration.api.OrganizationSize;
import org.sala.ui.report.Report.Row;
import org.sala.ui.report.Report.Table;

/**
 * Counts the indicators from what was folded, and knows of each figure which events made it: both come from the same
 * rows, so a figure can't differ from its evidence.
 */
final class Counting {

    static final String NONE = "NONE";
    private static final String TOTAL = "TOTAL";
    private static final List<Indicator> PEOPLE = List.of(Indicator.PEOPLE_REGISTERED, Indicator.PEOPLE_PRESENT);

    private final Map<String, List<UUID>> evidence = new LinkedHashMap<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<Suppression.Sum> sums = new ArrayList<>();
    private final List<String> ofPeople = new ArrayList<>();

    /**
     * A person, by an id only.
     *
     * @param event the registration
     * @param days the mode that they are registered in, by day
     * @param presences their check-ins, by day
     */
    record Person(
            Gender gender,
            @Nullable OrganizationKind kind,
            @Nullable OrganizationSize size,
            UUID event,
            Map<Integer, AttendanceMode> days,
            Map<Integer, List<UUID>> presences) {

        boolean isPresent() {
            return !presences.isEmpty();
        }
    }

    record Organization(OrganizationKind kind, OrganizationSize size, UUID event) {}

    Counting(
            List<Integer> days,
            List<Person> people,
            List<Organization> organizations,
            Map<Indicator, List<UUID>> counted) {
        people(days, people);
        organizations(organizations);
        for (var indicator :
                List.of(Indicator.OFFERS, Indicator.TRADES_PROPOSED, Indicator.TRADES_AGREED, Indicator.NOTES)) {
            var events = counted.getOrDefault(indicator, List.of());
            var figure = figure(indicator.name(), events.size(), events);
            tables.add(new Table(TOTAL, List.of(indicator), List.of(new Row(TOTAL, Map.of(indicator, figure)))));
        }
    }

    List<Table> tables() {
        return List.copyOf(tables);
    }

    /** The same tables without the numbers that a reader outside the programme may not see. */
    List<Table> suppressed() {
        var numbers =
                ofPeople.stream().mapToLong(key -> counts.getOrDefault(key, 0L)).toArray();
        var hidden =
                Suppression.hidden(numbers, sums).stream().map(ofPeople::get).toList();
        return tables.stream()
                .map(table -> new Table(
                        table.dimension(),
                        table.columns(),
                        table.rows().stream()
                                .map(row -> new Row(row.category(), hide(row.figures(), hidden)))
                                .toList()))
                .toList();
    }

    private static Map<Indicator, Figure> hide(Map<Indicator, Figure> figures, List<String> hidden) {
        var shown = new LinkedHashMap<Indicator, Figure>();
        figures.forEach((indicator, figure) ->
                shown.put(indicator, hidden.contains(figure.key()) ? figure.suppressed() : figure));
        return shown;
    }

    /** The events that make a figure; empty where there is no such figure. */
    Optional<List<UUID>> evidence(String figure) {
        return Optional.ofNullable(evidence.get(figure));
    }

    private void people(List<Integer> days, List<Person> people) {
        tables.add(new Table(TOTAL, PEOPLE, List.of(row(TOTAL, TOTAL, people, person -> true))));
        byDay(days, people);
        split("GENDER", people, Gender.values(), Person::gender);
        split("KIND", people, OrganizationKind.values(), Person::kind);
        split("SIZE", people, OrganizationSize.values(), Person::size);
    }

    /** Splits all people by a property that each has once; who has none is in a line of their own. */
    private <T extends Enum<T>> void split(
            String dimension, List<Person> people, T[] values, Function<Person, @Nullable T> property) {
        var rows = new ArrayList<Row>();
        for (var value : values) {
            rows.add(row(dimension, value.name(), people, person -> property.apply(person) == value));
        }
        if (people.stream().anyMatch(person -> property.apply(person) == null)) {
            // the same people whether split by kind or by size, so the same figure: hidden in both or in none
            rows.add(row("ORGANIZATION", NONE, people, person -> property.apply(person) == null));
        }
        tables.add(new Table(dimension, PEOPLE, rows));
        for (var indicator : PEOPLE) {
            sums.add(new Suppression.Sum(
                    ofPeople.indexOf(indicator.name()),
                    rows.stream()
                            .map(row ->
                                    ofPeople.indexOf(figureOf(row, indicator).key()))
                            .toList(),
                    0));
        }
    }

    private static Figure figureOf(Row row, Indicator indicator) {
        return java.util.Objects.requireNonNull(row.figures().get(indicator));
    }

    private void byDay(List<Integer> days, List<Person> people) {
        var rows = new ArrayList<Row>();
        for (var day : days) {
            var ofDay = new ArrayList<Row>();
            for (var mode : AttendanceMode.values()) {
                Predicate<Person> expected = person -> person.days().get(day) == mode;
                if (people.stream().noneMatch(expected)) {
                    continue;
                }
                var category = "DAY_" + day + "." + mode.name();
                var registered = people.stream().filter(expected).toList();
                var present = registered.stream()
                        .filter(person -> person.presences().containsKey(day))
                        .toList();
                ofDay.add(new Row(
                        category,
                        figures(
                                personFigure(
                                        Indicator.PEOPLE_REGISTERED,
                                        "." + category,
                                        registered.size(),
                                        registered.stream().map(Person::event).toList()),
                                personFigure(
                                        Indicator.PEOPLE_PRESENT,
                                        "." + category,
                                        present.size(),
                                        present.stream()
                                                .flatMap(person ->
                                                        person.presences().getOrDefault(day, List.of()).stream())
                                                .toList()))));
            }
            for (var indicator : PEOPLE) {
                var whole = ofPeople.indexOf(indicator.name());
                var parts = ofDay.stream()
                        .map(row -> ofPeople.indexOf(figureOf(row, indicator).key()))
                        .toList();
                var seen = ofDay.stream()
                        .mapToLong(row -> java.util.Objects.requireNonNull(
                                figureOf(row, indicator).count()))
                        .sum();
                sums.add(new Suppression.Sum(whole, parts, count(whole) - seen));
            }
            rows.addAll(ofDay);
        }
        tables.add(new Table("DAY", PEOPLE, rows));
    }

    private long count(int index) {
        return counts.getOrDefault(ofPeople.get(index), 0L);
    }

    private Row row(String dimension, String category, List<Person> all, Predicate<Person> condition) {
        var suffix = dimension.equals(TOTAL) ? "" : "." + dimension + "." + category;
        var registered = all.stream().filter(condition).toList();
        var present = registered.stream().filter(Person::isPresent).toList();
        return new Row(
                category,
                figures(
                        personFigure(
                                Indicator.PEOPLE_REGISTERED,
                                suffix,
                                registered.size(),
                                registered.stream().map(Person::event).toList()),
                        personFigure(
                                Indicator.PEOPLE_PRESENT,
                                suffix,
                                present.size(),
                                present.stream()
                                        .flatMap(person -> person.presences().values().stream()
                                                .flatMap(List::stream))
                                        .toList())));
    }

    private static Map<Indicator, Figure> figures(Figure registered, Figure present) {
        var figures = new LinkedHashMap<Indicator, Figure>();
        figures.put(Indicator.PEOPLE_REGISTERED, registered);
        figures.put(Indicator.PEOPLE_PRESENT, present);
        return figures;
    }

    private Figure personFigure(Indicator indicator, String suffix, long count, List<UUID> events) {
        var key = indicator.name() + suffix;
        if (!ofPeople.contains(key)) {
            ofPeople.add(key);
        }
        return figure(key, count, events);
    }

    private void organizations(List<Organization> organizations) {
        var all = organizations.stream().map(Organization::event).toList();
        tables.add(new Table(
                TOTAL,
                List.of(Indicator.ORGANIZATIONS),
                List.of(new Row(
                        TOTAL,
                        Map.of(Indicator.ORGANIZATIONS, figure(Indicator.ORGANIZATIONS.name(), all.size(), all))))));
        splitOrganizations("KIND", organizations, OrganizationKind.values(), Organization::kind);
        splitOrganizations("SIZE", organizations, OrganizationSize.values(), Organization::size);
    }

    private <T extends Enum<T>> void splitOrganizations(
            String dimension, List<Organization> organizations, T[] values, Function<Organization, T> property) {
        var byValue = new TreeMap<T, List<UUID>>();
        for (var organization : organizations) {
            byValue.computeIfAbsent(property.apply(organization), value -> new ArrayList<>())
                    .add(organization.event());
        }
        var rows = new ArrayList<Row>();
        for (var value : values) {
            var events = byValue.getOrDefault(value, List.of());
            var key = Indicator.ORGANIZATIONS.name() + "." + dimension + "." + value.name();
            rows.add(new Row(value.name(), Map.of(Indicator.ORGANIZATIONS, figure(key, events.size(), events))));
        }
        tables.add(new Table(dimension, List.of(Indicator.ORGANIZATIONS), rows));
    }

    private Figure figure(String key, long count, List<UUID> events) {
        evidence.put(key, events);
        counts.put(key, count);
        return new Figure(key, count);
    }
}
