package org.sala.benchmarks.groups;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.SwapMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchType;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.sala.sessions.planning.Gathering;
import org.sala.sessions.planning.PersonId;
import org.sala.sessions.planning.Round;
import org.sala.sessions.planning.TableId;

/** Plans by Timefold Solver: swaps of two people in a round, so that the sizes of tables stay as they are. */
final class TimefoldPlans {
    private final Gathering gathering;
    private final List<PersonId> people;
    private final List<TableId> tables;

    TimefoldPlans(Gathering gathering) {
        this.gathering = gathering;
        people = gathering.people().stream().map(Gathering.Person::id).toList();
        tables = gathering.tables().stream().map(Gathering.Table::id).toList();
    }

    /** People dealt by chance, to start from. */
    List<Round> dealt(long seed) {
        Random random = new Random(seed);
        List<Round> rounds = new ArrayList<>();
        for (int round = 0; round < gathering.rounds(); round++) {
            List<PersonId> shuffled = new ArrayList<>(people);
            Collections.shuffle(shuffled, random);
            rounds.add(round(shuffled));
        }
        return rounds;
    }

    private Round round(List<PersonId> order) {
        Map<TableId, List<PersonId>> groups = new TreeMap<>();
        for (int i = 0; i < order.size(); i++) {
            groups.computeIfAbsent(tables.get(i % tables.size()), any -> new ArrayList<>())
                    .add(order.get(i));
        }
        return new Round(groups.entrySet().stream()
                .map(group -> new Round.Group(group.getKey(), group.getValue()))
                .toList());
    }

    /** What it makes of a start in that time. */
    List<Round> plan(List<Round> start, LocalSearchType search, Duration time, long seed) {
        SolverConfig config = new SolverConfig()
                .withSolutionClass(Seating.class)
                .withEntityClasses(Sitting.class)
                .withConstraintProviderClass(SeatingRules.class)
                .withRandomSeed(seed)
                .withTerminationSpentLimit(time)
                .withPhases(new LocalSearchPhaseConfig()
                        .withLocalSearchType(search)
                        .withMoveSelectorConfig(new SwapMoveSelectorConfig()));
        Seating best = SolverFactory.<Seating>create(config).buildSolver().solve(seating(start));
        return rounds(best);
    }

    private Seating seating(List<Round> rounds) {
        Map<Object, Integer> numbers = new HashMap<>();
        List<Sitting> sittings = new ArrayList<>();
        for (int round = 0; round < rounds.size(); round++) {
            int first = round * tables.size();
            List<Integer> range = new ArrayList<>();
            for (int table = 0; table < tables.size(); table++) {
                range.add(first + table);
            }
            for (Round.Group group : rounds.get(round).groups()) {
                for (PersonId id : group.people()) {
                    int person = people.indexOf(id);
                    Gathering.Person who = gathering.people().get(person);
                    sittings.add(new Sitting(
                            round * people.size() + person,
                            person,
                            numbers.computeIfAbsent(who.organization(), any -> numbers.size()),
                            numbers.computeIfAbsent(who.role(), any -> numbers.size()),
                            range,
                            first + tables.indexOf(group.table())));
                }
            }
        }
        return new Seating(sittings);
    }

    private List<Round> rounds(Seating seating) {
        Map<Integer, List<PersonId>> groups = new TreeMap<>();
        for (Sitting sitting : seating.getSittings()) {
            Integer table = sitting.getTable();
            if (table != null) {
                groups.computeIfAbsent(table, any -> new ArrayList<>()).add(people.get(sitting.person()));
            }
        }
        List<Round> rounds = new ArrayList<>();
        for (int round = 0; round < gathering.rounds(); round++) {
            int number = round;
            rounds.add(new Round(groups.entrySet().stream()
                    .filter(group -> group.getKey() / tables.size() == number)
                    .map(group -> new Round.Group(tables.get(group.getKey() % tables.size()), group.getValue()))
                    .toList()));
        }
        return rounds;
    }
}
