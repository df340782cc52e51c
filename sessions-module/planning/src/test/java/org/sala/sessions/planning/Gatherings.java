package org.sala.sessions.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Gatherings for tests: written in a few words, or drawn by chance from a seed. */
final class Gatherings {
    private static final List<String> ROLES = List.of("director", "officer", "volunteer");

    private Gatherings() {}

    /** {@code people} of organisations of {@code ofEach}, who all speak Khmer, at tables alike. */
    static Gathering of(int people, int ofEach, int tables, int seats, int rounds) {
        List<Gathering.Person> all = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            all.add(person(i, i / ofEach, ROLES.get(i % ROLES.size()), "km"));
        }
        return new Gathering(all, tables(tables, seats), rounds, 2, List.of(), List.of());
    }

    static Gathering.Person person(int number, int organization, String role, String... languages) {
        return new Gathering.Person(
                new PersonId("p%03d".formatted(number)),
                new OrganizationId("o%02d".formatted(organization)),
                new Role(role),
                Set.copyOf(Stream.of(languages).map(Language::new).toList()));
    }

    static List<Gathering.Table> tables(int tables, int seats) {
        List<Gathering.Table> all = new ArrayList<>();
        for (int i = 1; i <= tables; i++) {
            all.add(new Gathering.Table(new TableId("t%02d".formatted(i)), seats));
        }
        return all;
    }

    static Gathering.Interpretation interpretation(int tables, String... between) {
        return new Gathering.Interpretation(
                Set.copyOf(Stream.of(between).map(Language::new).toList()), tables);
    }

    static Gathering with(Gathering gathering, List<Gathering.Person> people) {
        return new Gathering(
                people,
                gathering.tables(),
                gathering.rounds(),
                gathering.smallest(),
                gathering.interpretation(),
                gathering.earlier());
    }

    /** The same people on the next day, who remember these rounds. */
    static Gathering after(Gathering gathering, List<Round> rounds) {
        List<List<Gathering.Guest>> earlier = new ArrayList<>(gathering.earlier());
        for (Round round : rounds) {
            round.groups()
                    .forEach(group -> earlier.add(gathering.people().stream()
                            .filter(person -> group.people().contains(person.id()))
                            .map(person -> new Gathering.Guest(person.id(), person.organization()))
                            .toList()));
        }
        return new Gathering(
                gathering.people(),
                gathering.tables(),
                gathering.rounds(),
                gathering.smallest(),
                gathering.interpretation(),
                earlier);
    }

    /** Of 1 to {@code most} people, with anything that a gathering may have. */
    static Gathering drawn(int most, int mostRounds, Random random) {
        int people = 1 + random.nextInt(most);
        List<Gathering.Person> all = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            all.add(person(
                    i,
                    random.nextInt(1 + people / 2),
                    ROLES.get(random.nextInt(ROLES.size())),
                    List.of(
                                    new String[] {"km"},
                                    new String[] {"km"},
                                    new String[] {"en"},
                                    new String[] {"km", "en"},
                                    new String[] {"fr"},
                                    new String[] {})
                            .get(random.nextInt(6))));
        }
        int tables = 1 + random.nextInt(4);
        int seats = (people + tables - 1) / tables + random.nextInt(2);
        List<Gathering.Interpretation> interpretation = new ArrayList<>();
        if (random.nextBoolean()) {
            interpretation.add(interpretation(1, "km", "en"));
        }
        if (random.nextInt(4) == 0) {
            interpretation.add(interpretation(1 + random.nextInt(2), "km", "fr"));
        }
        List<List<Gathering.Guest>> earlier = new ArrayList<>();
        for (int table = random.nextInt(4); table > 0; table--) {
            earlier.add(all.stream()
                    .filter(person -> random.nextInt(3) == 0)
                    .map(person -> new Gathering.Guest(person.id(), person.organization()))
                    .toList());
        }
        return new Gathering(
                all,
                tables(tables, seats),
                1 + random.nextInt(mostRounds),
                1 + random.nextInt(3),
                interpretation,
                earlier);
    }
}
