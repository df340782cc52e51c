package org.sala.sessions.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says of every table what its people share, whom they meet newly, and what could not be had. */
final class Reasons {
    private final Gathering gathering;
    private final Map<PersonId, Gathering.Person> people;
    private final Map<OrganizationId, Long> colleagues;

    Reasons(Gathering gathering) {
        this.gathering = gathering;
        people = gathering.people().stream().collect(Collectors.toMap(Gathering.Person::id, Function.identity()));
        colleagues = gathering.people().stream()
                .collect(Collectors.groupingBy(Gathering.Person::organization, Collectors.counting()));
    }

    List<Why> of(List<Round> rounds) {
        Acquaintances met = new Acquaintances(gathering.earlier());
        List<Why> why = new ArrayList<>();
        for (int number = 1; number <= rounds.size(); number++) {
            List<Table> tables = rounds.get(number - 1).groups().stream()
                    .map(group -> new Table(group.table(), members(group)))
                    .toList();
            int[] interpreters = Talk.interpreters(
                    gathering.interpretation(),
                    tables.stream().map(Table::people).toList());
            for (int table = 0; table < tables.size(); table++) {
                why.add(why(number, tables.get(table), interpreters[table], met));
            }
            tables.forEach(table -> met.sit(table.guests()));
        }
        return why;
    }

    private record Table(TableId id, List<Gathering.Person> people) {
        List<Gathering.Guest> guests() {
            return people.stream()
                    .map(person -> new Gathering.Guest(person.id(), person.organization()))
                    .toList();
        }
    }

    private List<Gathering.Person> members(Round.Group group) {
        return group.people().stream()
                .map(id -> {
                    Gathering.Person person = people.get(id);
                    if (person == null) {
                        throw new PlanRefused("person %s is not there".formatted(id));
                    }
                    return person;
                })
                .toList();
    }

    private Why why(int round, Table table, int interpreter, Acquaintances met) {
        List<Gathering.Person> members = table.people();
        Set<Language> interpreted = interpreter < 0
                ? Set.of()
                : gathering.interpretation().get(interpreter).between();
        List<Why.Lack> lacks = new ArrayList<>();
        if (interpreter < 0 && !Talk.isShared(members)) {
            lacks.add(noLanguage(members));
        }
        lacks.addAll(colleagues(members));
        int first = 0;
        int newOrganizations = 0;
        for (int i = 0; i < members.size(); i++) {
            Gathering.Person one = members.get(i);
            newOrganizations += newTo(one, members, met);
            for (Gathering.Person other : members.subList(i + 1, members.size())) {
                int times = met.meetings(one.id(), other.id());
                if (times == 0) {
                    first++;
                } else {
                    lacks.add(new Why.Lack.Again(one.id(), other.id(), times));
                }
            }
        }
        return new Why(
                round,
                table.id(),
                Talk.shared(members),
                interpreted,
                count(members, Gathering.Person::organization),
                count(members, Gathering.Person::role),
                first,
                newOrganizations,
                lacks);
    }

    private Why.Lack noLanguage(List<Gathering.Person> members) {
        Set<Language> spoken = new TreeSet<>();
        members.forEach(person -> spoken.addAll(person.languages()));
        boolean interpretable = gathering.interpretation().stream().anyMatch(kind -> Talk.helps(kind, members));
        return new Why.Lack.NoLanguage(spoken, interpretable);
    }

    private List<Why.Lack> colleagues(List<Gathering.Person> members) {
        Map<OrganizationId, List<PersonId>> here = new TreeMap<>();
        members.forEach(person -> here.computeIfAbsent(person.organization(), any -> new ArrayList<>())
                .add(person.id()));
        List<Why.Lack> lacks = new ArrayList<>();
        here.forEach((organization, ids) -> {
            if (ids.size() > 1) {
                boolean unavoidable = colleagues.getOrDefault(organization, 0L)
                        > gathering.tables().size();
                lacks.add(new Why.Lack.Colleagues(organization, ids, unavoidable));
            }
        });
        return lacks;
    }

    private static int newTo(Gathering.Person one, List<Gathering.Person> members, Acquaintances met) {
        return (int) members.stream()
                .map(Gathering.Person::organization)
                .filter(organization -> !organization.equals(one.organization()) && !met.knows(one.id(), organization))
                .distinct()
                .count();
    }

    private static int count(List<Gathering.Person> members, Function<Gathering.Person, Object> what) {
        return (int) members.stream().map(what).distinct().count();
    }
}
