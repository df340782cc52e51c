package org.sala.sessions.planning;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A gathering in numbers: people in order of their ids, tables as they are listed. Nobody writes into it. */
final class Room {
    /** Of somebody whose languages are not known: all of them. */
    private static final long ANY = -1;

    private final Gathering gathering;
    private final List<Gathering.Person> people;
    private final Map<PersonId, Integer> numbers = new HashMap<>();
    private final Map<OrganizationId, Integer> organizationNumbers = new HashMap<>();
    private final int[] organization;
    private final int[] role;
    private final int roles;
    private final long[] speaks;
    private final int[] helped;
    private final int[] interpreters;
    private final int[] met;
    private final boolean[] knew;

    Room(Gathering gathering) {
        this.gathering = gathering;
        people = gathering.people().stream()
                .sorted(Comparator.comparing(Gathering.Person::id))
                .toList();
        int size = people.size();
        for (Gathering.Person person : people) {
            numbers.put(person.id(), numbers.size());
        }
        organization = new int[size];
        role = new int[size];
        speaks = new long[size];
        helped = new int[size];
        Map<Role, Integer> roleNumbers = new HashMap<>();
        List<Language> languages = List.copyOf(gathering.languages());
        for (int i = 0; i < size; i++) {
            Gathering.Person person = people.get(i);
            organization[i] = number(organizationNumbers, person.organization());
            role[i] = number(roleNumbers, person.role());
            speaks[i] = person.languages().isEmpty() ? ANY : mask(person.languages(), languages);
            for (int kind = 0; kind < gathering.interpretation().size(); kind++) {
                Gathering.Interpretation interpretation =
                        gathering.interpretation().get(kind);
                if ((speaks[i] & mask(interpretation.between(), languages)) != 0) {
                    helped[i] |= 1 << kind;
                }
            }
        }
        roles = roleNumbers.size();
        interpreters = gathering.interpretation().stream()
                .mapToInt(Gathering.Interpretation::tables)
                .toArray();
        gathering.earlier().forEach(table -> table.forEach(guest -> number(organizationNumbers, guest.organization())));
        met = new int[size * size];
        knew = new boolean[size * organizationNumbers.size()];
        gathering.earlier().forEach(this::remember);
    }

    private static <T> int number(Map<T, Integer> numbers, T named) {
        return numbers.computeIfAbsent(named, any -> numbers.size());
    }

    private static long mask(Set<Language> some, List<Language> all) {
        long mask = 0;
        for (Language language : some) {
            mask |= 1L << all.indexOf(language);
        }
        return mask;
    }

    private void remember(List<Gathering.Guest> table) {
        for (Gathering.Guest guest : table) {
            Integer person = numbers.get(guest.person());
            if (person == null) {
                continue;
            }
            for (Gathering.Guest other : table) {
                knew[person * organizations() + number(organizationNumbers, other.organization())] = true;
                Integer second = numbers.get(other.person());
                if (second != null && !second.equals(person)) {
                    met[person * people() + second]++;
                }
            }
        }
    }

    Gathering gathering() {
        return gathering;
    }

    int people() {
        return people.size();
    }

    int tables() {
        return gathering.tables().size();
    }

    int rounds() {
        return gathering.rounds();
    }

    PersonId id(int person) {
        return people.get(person).id();
    }

    /** -1 where nobody here has it. */
    int number(PersonId id) {
        return numbers.getOrDefault(id, -1);
    }

    int organization(int person) {
        return organization[person];
    }

    /** Earlier ones included. */
    int organizations() {
        return organizationNumbers.size();
    }

    int role(int person) {
        return role[person];
    }

    int roles() {
        return roles;
    }

    long speaks(int person) {
        return speaks[person];
    }

    /** The kinds of interpretation that make no one deaf to this person, nor this person to others; a bit each. */
    int helped(int person) {
        return helped[person];
    }

    /** How many tables each kind can help at a time. */
    int[] interpreters() {
        return interpreters.clone();
    }

    /** How often two sat together earlier, at {@code one * people + other}. */
    int[] met() {
        return met.clone();
    }

    /** Whether a person sat with an organisation earlier, at {@code person * organizations + organization}. */
    boolean[] knew() {
        return knew.clone();
    }
}
