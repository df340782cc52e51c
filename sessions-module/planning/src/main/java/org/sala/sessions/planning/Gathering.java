package org.sala.sessions.planning;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who is to be seated. Everybody sits in the same room, or the same call: of people in a room and people online, each are a
 * gathering of their own.
 *
 * @param people 1 to {@value #MOST_PEOPLE}; their order means nothing
 * @param tables 1 to {@value #MOST_TABLES}, with seats for everybody together; where they are not filled alike, the first
 *     ones have the people that are over
 * @param rounds 1 to {@value #MOST_ROUNDS}
 * @param smallest groups of fewer people are avoided by leaving tables empty; 1 to 100
 * @param interpretation who can help a table without a shared language
 * @param earlier who sat together before, in rounds that are over, a list a table
 */
public record Gathering(
        List<Person> people,
        List<Table> tables,
        int rounds,
        int smallest,
        List<Interpretation> interpretation,
        List<List<Guest>> earlier) {
    public static final int MOST_PEOPLE = 1_000;
    public static final int MOST_TABLES = 500;
    public static final int MOST_ROUNDS = 50;

    private static final int MOST_SEATS = 1_000;
    private static final int MOST_LANGUAGES = 60;
    private static final int MOST_EARLIER = 20_000;

    /**
     * Somebody to be seated.
     *
     * @param languages in which they can follow and speak; none where that is not known: they hinder no table then
     */
    public record Person(PersonId id, OrganizationId organization, Role role, Set<Language> languages) {
        public Person {
            languages = sorted(languages);
        }
    }

    /** A table with 1 to 1,000 seats. */
    public record Table(TableId id, int seats) {
        public Table {
            Form.between("the number of seats of a table", seats, 1, MOST_SEATS);
        }
    }

    /**
     * Interpreters of one kind. At a table that they help, everybody speaks one of their languages.
     *
     * @param between at least two
     * @param tables how many tables at a time
     */
    public record Interpretation(Set<Language> between, int tables) {
        public Interpretation {
            between = sorted(between);
            if (between.size() < 2) {
                throw new PlanRefused("interpretation between %d languages; it takes two".formatted(between.size()));
            }
            Form.between("the number of tables with interpretation", tables, 1, MOST_TABLES);
        }
    }

    /** Who sat somewhere earlier, and for whom; they may be absent now. */
    public record Guest(PersonId person, OrganizationId organization) {}

    public Gathering {
        people = List.copyOf(people);
        tables = List.copyOf(tables);
        interpretation = List.copyOf(interpretation);
        earlier = earlier.stream().map(List::copyOf).toList();
        Form.between("the number of people", people.size(), 1, MOST_PEOPLE);
        Form.between("the number of tables", tables.size(), 1, MOST_TABLES);
        Form.between("the number of rounds", rounds, 1, MOST_ROUNDS);
        Form.between("the smallest group", smallest, 1, 100);
        Form.between("the number of kinds of interpretation", interpretation.size(), 0, 20);
        Form.between("the number of earlier tables", earlier.size(), 0, MOST_EARLIER);
        unique("person", people.stream().map(Person::id).toList());
        unique("table", tables.stream().map(Table::id).toList());
        earlier.forEach(
                table -> unique("person", table.stream().map(Guest::person).toList()));
        int seats = tables.stream().mapToInt(Table::seats).sum();
        if (seats < people.size()) {
            throw new PlanRefused("%d seats for %d people".formatted(seats, people.size()));
        }
        Form.between(
                "the number of languages", languages(people, interpretation).size(), 0, MOST_LANGUAGES);
    }

    /** All that are spoken or interpreted, in order. */
    Set<Language> languages() {
        return languages(people, interpretation);
    }

    private static Set<Language> languages(List<Person> people, List<Interpretation> interpretation) {
        Set<Language> all = new TreeSet<>();
        people.forEach(person -> all.addAll(person.languages()));
        interpretation.forEach(kind -> all.addAll(kind.between()));
        return all;
    }

    private static Set<Language> sorted(Set<Language> languages) {
        return Collections.unmodifiableSet(new TreeSet<>(languages));
    }

    private static void unique(String what, List<?> ids) {
        Set<Object> seen = new HashSet<>();
        for (Object id : ids) {
            if (!seen.add(id)) {
                throw new PlanRefused("%s %s is there twice".formatted(what, id));
            }
        }
    }
}
