package org.sala.benchmarks.groups;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.sala.sessions.planning.Gathering;
import org.sala.sessions.planning.Language;
import org.sala.sessions.planning.OrganizationId;
import org.sala.sessions.planning.PersonId;
import org.sala.sessions.planning.Role;
import org.sala.sessions.planning.Round;
import org.sala.sessions.planning.TableId;

/** Gatherings as a summit may have them. */
final class Gatherings {
    private static final List<String> ROLES = List.of("director", "coordinator", "officer", "volunteer");
    private static final int SMALLEST = 3;

    private Gatherings() {}

    /** Everybody speaks Khmer; roles are drawn by chance. */
    static Gathering of(int people, int ofEachOrganization, int tables, int seats, int rounds, long seed) {
        Random random = new Random(seed);
        List<Gathering.Person> all = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            all.add(new Gathering.Person(
                    new PersonId("person-%03d".formatted(i)),
                    new OrganizationId("organization-%02d".formatted(i / ofEachOrganization)),
                    new Role(ROLES.get(random.nextInt(ROLES.size()))),
                    Set.of(new Language("km"))));
        }
        List<Gathering.Table> places = new ArrayList<>();
        for (int i = 1; i <= tables; i++) {
            places.add(new Gathering.Table(new TableId("table-" + i), seats));
        }
        return new Gathering(all, places, rounds, SMALLEST, List.of(), List.of());
    }

    /** A third speaks Khmer only, a third English only, a third both; three interpreters. */
    static Gathering inTwoLanguages(Gathering gathering, long seed) {
        Random random = new Random(seed);
        Language khmer = new Language("km");
        Language english = new Language("en");
        List<Set<Language>> spoken = List.of(Set.of(khmer), Set.of(english), Set.of(khmer, english));
        List<Gathering.Person> people = gathering.people().stream()
                .map(person -> new Gathering.Person(
                        person.id(), person.organization(), person.role(), spoken.get(random.nextInt(spoken.size()))))
                .toList();
        return new Gathering(
                people,
                gathering.tables(),
                gathering.rounds(),
                gathering.smallest(),
                List.of(new Gathering.Interpretation(Set.of(khmer, english), 3)),
                List.of());
    }

    /** Without so many, drawn by chance. */
    static Gathering without(Gathering gathering, int absent, long seed) {
        List<Gathering.Person> people = new ArrayList<>(gathering.people());
        Collections.shuffle(people, new Random(seed));
        return new Gathering(
                people.subList(absent, people.size()),
                gathering.tables(),
                gathering.rounds(),
                gathering.smallest(),
                gathering.interpretation(),
                gathering.earlier());
    }

    /** The same people, who remember these rounds. */
    static Gathering after(Gathering gathering, List<Round> rounds) {
        List<List<Gathering.Guest>> earlier = new ArrayList<>();
        for (Round round : rounds) {
            for (Round.Group group : round.groups()) {
                Set<PersonId> there = new HashSet<>(group.people());
                earlier.add(gathering.people().stream()
                        .filter(person -> there.contains(person.id()))
                        .map(person -> new Gathering.Guest(person.id(), person.organization()))
                        .toList());
            }
        }
        return new Gathering(
                gathering.people(),
                gathering.tables(),
                gathering.rounds(),
                gathering.smallest(),
                gathering.interpretation(),
                earlier);
    }
}
