package org.sala.sessions.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Holds a plan to the rules and counts its score anew, with nothing of what found it: reads the gathering and the rounds.
 * That nothing better exists it does not say, but where the score reaches the bound.
 */
public final class Checker {
    /** How far tables of a new plan differ in size where seats allow, and of a revised one. */
    private static final int MADE_ANEW = 1;

    private static final int REVISED = 3;

    private final Gathering gathering;
    private final List<Round> announced;
    private final Map<PersonId, Gathering.Person> people;
    private final Map<TableId, Integer> seats;

    public Checker(Gathering gathering) {
        this(gathering, List.of());
    }

    /** Of revisions of what was announced; nothing where plans are made anew. */
    public Checker(Gathering gathering, List<Round> announced) {
        this.gathering = gathering;
        this.announced = List.copyOf(announced);
        people = gathering.people().stream().collect(Collectors.toMap(Gathering.Person::id, Function.identity()));
        seats = gathering.tables().stream().collect(Collectors.toMap(Gathering.Table::id, Gathering.Table::seats));
    }

    /** What is wrong with a plan, a line each; nothing where it is right. */
    public List<String> faults(Plan plan) {
        List<String> faults = new ArrayList<>();
        if (plan.rounds().size() != gathering.rounds()) {
            faults.add("there are %d rounds; %d were asked for"
                    .formatted(plan.rounds().size(), gathering.rounds()));
        }
        for (int round = 1; round <= plan.rounds().size(); round++) {
            check(round, plan.rounds().get(round - 1), faults);
        }
        if (!faults.isEmpty()) {
            return faults;
        }
        Score counted = score(plan.rounds());
        if (!counted.equals(plan.score())) {
            faults.add("it says that it has %s; it has %s".formatted(plan.score(), counted));
        }
        if (!plan.bound().reaches(counted)) {
            faults.add("it has %s, and says that no more can be had than %s".formatted(counted, plan.bound()));
        }
        List<PersonId> moved = moved(plan.rounds());
        if (!moved.equals(plan.moved())) {
            faults.add("it says that it moves %s; it moves %s".formatted(plan.moved(), moved));
        }
        if (!plan.why().equals(Planning.why(gathering, plan.rounds()))) {
            faults.add("what it says of its tables is not so");
        }
        return faults;
    }

    private void check(int number, Round round, List<String> faults) {
        Set<PersonId> seated = new HashSet<>();
        Set<TableId> used = new HashSet<>();
        for (Round.Group group : round.groups()) {
            if (!seats.containsKey(group.table()) || !used.add(group.table())) {
                faults.add("round %d: table %s is not there, or twice".formatted(number, group.table()));
            } else if (group.people().size() > seats.get(group.table())) {
                faults.add("round %d: %d people at table %s with %d seats"
                        .formatted(number, group.people().size(), group.table(), seats.get(group.table())));
            }
            for (PersonId person : group.people()) {
                if (!people.containsKey(person) || !seated.add(person)) {
                    faults.add("round %d: person %s is not there, or sits twice".formatted(number, person));
                }
            }
        }
        people.keySet().stream()
                .filter(person -> !seated.contains(person))
                .sorted()
                .forEach(person -> faults.add("round %d: person %s sits nowhere".formatted(number, person)));
        if (!isBalanced(round)) {
            faults.add("round %d: tables differ in size by more than they need".formatted(number));
        }
    }

    private boolean isBalanced(Round round) {
        int largest = round.groups().stream()
                .mapToInt(group -> group.people().size())
                .max()
                .orElse(0);
        int spread = announced.isEmpty() ? MADE_ANEW : REVISED;
        return round.groups().stream()
                .filter(group -> group.people().size() < seats.getOrDefault(group.table(), 0))
                .allMatch(group -> largest - group.people().size() <= spread);
    }

    /** What rounds of the gathering are worth. */
    public Score score(List<Round> rounds) {
        Acquaintances met = new Acquaintances(gathering.earlier());
        int mute = 0;
        int colleagues = 0;
        int repeats = 0;
        int interpreted = 0;
        int newOrganizations = 0;
        int alike = 0;
        for (Round round : rounds) {
            List<List<Gathering.Person>> tables =
                    round.groups().stream().map(this::members).toList();
            int[] interpreters = Talk.interpreters(gathering.interpretation(), tables);
            for (int table = 0; table < tables.size(); table++) {
                List<Gathering.Person> members = tables.get(table);
                interpreted += interpreters[table] < 0 ? 0 : 1;
                mute += interpreters[table] < 0 && !Talk.isShared(members) ? 1 : 0;
                colleagues += pairs(members, Gathering.Person::organization);
                alike += pairs(members, Gathering.Person::role);
                repeats += repeats(members, met);
                newOrganizations += newOrganizations(members, met);
            }
            tables.forEach(members -> met.sit(guests(members)));
        }
        return new Score(mute, colleagues, repeats, interpreted, newOrganizations, alike);
    }

    private List<Gathering.Person> members(Round.Group group) {
        return group.people().stream().map(people::get).toList();
    }

    private static List<Gathering.Guest> guests(List<Gathering.Person> members) {
        return members.stream()
                .map(person -> new Gathering.Guest(person.id(), person.organization()))
                .toList();
    }

    private static int pairs(List<Gathering.Person> members, Function<Gathering.Person, Object> what) {
        Map<Object, Integer> seen = new HashMap<>();
        int pairs = 0;
        for (Gathering.Person person : members) {
            pairs += seen.merge(what.apply(person), 1, Integer::sum) - 1;
        }
        return pairs;
    }

    private static int repeats(List<Gathering.Person> members, Acquaintances met) {
        int repeats = 0;
        for (Gathering.Person one : members) {
            for (Gathering.Person other : members) {
                if (one.id().compareTo(other.id()) < 0) {
                    repeats += met.meetings(one.id(), other.id());
                }
            }
        }
        return repeats;
    }

    private static int newOrganizations(List<Gathering.Person> members, Acquaintances met) {
        int count = 0;
        for (Gathering.Person person : members) {
            Set<OrganizationId> others = new HashSet<>();
            members.forEach(other -> others.add(other.organization()));
            others.remove(person.organization());
            others.removeIf(organization -> met.knows(person.id(), organization));
            count += others.size();
        }
        return count;
    }

    /** Who sits elsewhere than was announced. */
    private List<PersonId> moved(List<Round> rounds) {
        Set<PersonId> moved = new TreeSet<>();
        for (int round = 0; round < announced.size(); round++) {
            Map<PersonId, TableId> now = new HashMap<>();
            rounds.get(round).groups().forEach(group -> group.people().forEach(id -> now.put(id, group.table())));
            announced
                    .get(round)
                    .groups()
                    .forEach(group -> group.people().stream()
                            .filter(id -> now.containsKey(id) && !group.table().equals(now.get(id)))
                            .forEach(moved::add));
        }
        return List.copyOf(moved);
    }
}
